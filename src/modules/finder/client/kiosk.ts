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

// For the same reason a form leaves no page behind: its answer takes the place of what it was in.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  event.preventDefault();
  form.querySelector('[type=submit]')?.setAttribute('aria-busy', 'true');
  // Without network the browser says so itself, as it would have.
  send(form).catch(() => form.submit());
});

async function send(form: HTMLFormElement): Promise<void> {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) said.append(name, String(value));
  const answer = await fetch(form.action, { method: 'POST', body: said });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = page.querySelector('main')!;
  document.querySelector('main')!.replaceWith(main);
  document.title = page.title;
  (main.querySelector<HTMLElement>('[autofocus]') ?? main).focus();
}

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
