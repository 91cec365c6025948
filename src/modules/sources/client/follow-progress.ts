// Replaces what moves on the page of work under way, so that neither focus nor reading place is lost; goes where the
// work leads once it ends. Without scripts the page loads itself again.
const INTERVAL_MS = 2000;
/** The step is told aloud when it changes; the count of rows is only shown. */
const PARTS = ['etape', 'compte'];

async function look(): Promise<void> {
  const answer = await fetch(location.href, { credentials: 'same-origin' }).catch(() => null);
  // The server may be starting again: it is asked later.
  if (!answer) return later();
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of PARTS) {
    const [shown, next] = [document.getElementById(id), fresh.getElementById(id)];
    if (!shown || !next || answer.redirected) return location.reload();
    if (shown.innerHTML !== next.innerHTML) shown.innerHTML = next.innerHTML;
  }
  later();
}

const later = (): void => {
  setTimeout(() => void look(), INTERVAL_MS);
};

later();
