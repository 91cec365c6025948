import { shortInstant, type Words } from './offline-words.ts';
import type { Waiting } from './queue.ts';

/** What is said of one that waits: « 2 heures, gardé samedi 28 novembre à 14 h 05 ». */
export const waitingWords = (words: Words, { help, at }: Waiting): string =>
  words.since.replace('#', help).replace('%', shortInstant(new Date(at)));

/** From the line that the page gives as a model: one that may have come is not removed any more, and the line says so. */
export function drawWaiting(
  list: Element,
  waiting: readonly Waiting[],
  { words, onRemove }: { words: Words; onRemove: (one: Waiting) => void },
): void {
  const model = list.querySelector('template')!;
  const lines = waiting.map((one) => {
    const line = model.content.cloneNode(true) as DocumentFragment;
    for (const name of line.querySelectorAll('[data-one]')) name.textContent = waitingWords(words, one);
    line.querySelector(one.hasLeft ? '[data-here]' : '[data-left]')?.remove();
    line.querySelector('[data-do="remove"]')?.addEventListener('click', () => onRemove(one));
    return line;
  });
  list.replaceChildren(model, ...lines);
}
