// Keeps the places of a département in this browser, on a press and only then; the worker then answers without network.
import { eraseAll } from './parts/erase.ts';

const SHELF = 'maillon-lieux';

function offer(block: HTMLElement): void {
  const [keep, erase] = block.querySelectorAll('button');
  const says = block.querySelector('[data-says]');
  const { keep: code, lang = 'fr', kept = '', busy = '', failed = '' } = block.dataset;
  if (!keep || !erase || !says || code === undefined) return;
  const address = `/hors-ligne/${code}`;
  const show = (text: string, isKept: boolean) => {
    says.textContent = text;
    erase.hidden = !isKept;
  };
  keep.addEventListener('click', async () => {
    show(busy, false);
    try {
      const [answer, shelf] = await Promise.all([fetch(address), caches.open(SHELF)]);
      if (!answer.ok) throw new Error(answer.statusText);
      await shelf.put(address, answer);
      await navigator.serviceWorker.register(`/hors-ligne.js?langue=${lang}`);
      await navigator.serviceWorker.ready;
      show(kept, true);
    } catch {
      show(failed, false);
    }
  });
  erase.addEventListener('click', async () => {
    await eraseAll();
    location.reload();
  });
  void caches.match(address).then((known) => {
    erase.hidden = !known;
    block.hidden = false;
  });
}

const found = document.querySelector<HTMLElement>('[data-keep]');
if (found && 'serviceWorker' in navigator && 'caches' in window) offer(found);
