// Copying needs a script: without one the button stays hidden, and the link itself can be copied.
for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  // The word changes inside a button that has the focus: screen readers say it from a region of its own.
  const heard = document.createElement('span');
  heard.className = 'ds-sr-only';
  heard.setAttribute('role', 'status');
  button.after(heard);
  button.addEventListener('click', async () => {
    const said = button.querySelector('span');
    const source = button.dataset.copyFrom && document.getElementById(button.dataset.copyFrom);
    await navigator.clipboard.writeText(source ? (source.textContent ?? '') : (button.dataset.copy ?? ''));
    const copied = button.dataset.copied ?? '';
    if (said) said.textContent = copied;
    heard.textContent = copied;
  });
}
