// Keys 1 to 4 and Z press the buttons that bear them, outside fields, unless the person turned them off.
const KEPT = 'maillon.raccourcis';
const choice = document.querySelector<HTMLElement>('[data-raccourcis]');
const box = choice?.querySelector<HTMLInputElement>('input');

if (choice && box) {
  choice.hidden = false;
  box.checked = read() !== 'non';
  box.addEventListener('change', () => keep(box.checked ? 'oui' : 'non'));
  document.addEventListener('keydown', press);
}

function press(event: KeyboardEvent): void {
  if (!box?.checked || event.repeat || event.ctrlKey || event.altKey || event.metaKey || isTyping(event))
    return;
  const button = document.querySelector<HTMLButtonElement>(`[data-touche="${nameOf(event)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** By place for digits: a French keyboard writes « & » on the key 1. By letter for Z, whose place changes. */
function nameOf(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code);
  if (digit) return digit[1] ?? '';
  return event.key.toLowerCase() === 'z' ? 'z' : '-';
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox]):not([type=radio])'));

/** Browsers may forbid storage: the choice then lasts as long as the page. */
function read(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    return;
  }
}
