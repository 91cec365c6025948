import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Shows the buttons that need a device which keeps keys; elsewhere the page is complete without them. */
for (const block of document.querySelectorAll<HTMLElement>('[data-key]')) {
  if (!browserSupportsWebAuthn()) break;
  block.hidden = false;
  block.querySelector('button')?.addEventListener('click', () => void press(block));
}

async function press(block: HTMLElement): Promise<void> {
  const said = block.querySelector<HTMLElement>('[role=status]');
  const tell = (words: string | undefined) => {
    if (said) said.textContent = words ?? '';
  };
  tell(block.dataset.busy);
  try {
    location.assign(block.dataset.key === 'add' ? await add() : await enter(block.dataset.back ?? ''));
  } catch {
    // Cancelled by the person, unknown to us, or too long: the same words, and the other way in is on the page.
    tell(block.dataset.fault);
  }
}

async function enter(back: string): Promise<string> {
  const optionsJSON = await ask('/connexion/cle/defi', {});
  const answer = await startAuthentication({ optionsJSON });
  return (await ask<{ to: string }>('/connexion/cle', { answer, back })).to;
}

async function add(): Promise<string> {
  const optionsJSON = await ask('/compte/cles/defi', {});
  const answer = await startRegistration({ optionsJSON });
  return (await ask<{ to: string }>('/compte/cles', { answer })).to;
}

// biome-ignore lint/suspicious/noExplicitAny: what our own server answers, as the library of the browser takes it.
async function ask<Answer = any>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
