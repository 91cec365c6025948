// Says whether this browser keeps places, and erases them on a press.
import { eraseAll } from './parts/erase.ts';

async function offer(block: HTMLElement): Promise<void> {
  const erase = block.querySelector('button');
  const says = block.querySelector('[data-says]');
  const { some = '', none = '', erased = '' } = block.dataset;
  if (!erase || !says) return;
  const isKeeping = (await caches.keys()).length > 0;
  says.textContent = isKeeping ? some : none;
  erase.hidden = !isKeeping;
  block.hidden = false;
  erase.addEventListener('click', async () => {
    await eraseAll();
    says.textContent = erased;
    erase.hidden = true;
  });
}

const found = document.querySelector<HTMLElement>('[data-erase]');
if (found && 'serviceWorker' in navigator && 'caches' in window) void offer(found);
