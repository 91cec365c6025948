const IDLE_MS = 60_000;
const GRACE_SECONDS = 20;

const dialog = document.querySelector<HTMLDialogElement>('[data-idle]');
if (dialog) watch(dialog);

// The browser remembers one page, the present one: « back » shows nothing of what the person before did.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link?.hash !== '' || link.origin !== location.origin) return;
  event.preventDefault();
  location.replace(link.href);
});

/** A minute without a gesture: the person is asked, then everything goes. */
function watch(asking: HTMLDialogElement): void {
  const seconds = asking.querySelector('[data-seconds]')!;
  const yes = asking.querySelector('button')!;
  let timer = 0;
  const wait = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => ask(GRACE_SECONDS), IDLE_MS);
  };
  const ask = (left: number): void => {
    if (left === 0) {
      location.replace(asking.dataset.idle ?? '/borne');
      return;
    }
    seconds.textContent = String(left);
    if (!asking.open) {
      asking.showModal();
      yes.focus();
    }
    timer = window.setTimeout(() => ask(left - 1), 1000);
  };
  const stay = (): void => {
    asking.close();
    wait();
  };
  yes.addEventListener('click', stay);
  asking.addEventListener('cancel', stay);
  for (const gesture of ['pointerdown', 'keydown', 'scroll', 'input']) {
    document.addEventListener(gesture, () => asking.open || wait(), { capture: true, passive: true });
  }
  wait();
}
