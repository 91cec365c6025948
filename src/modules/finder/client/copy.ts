// Copying needs a script: without one the button stays hidden, and the link itself can be copied.
for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    const said = button.querySelector('span');
    const source = button.dataset.copyFrom && document.getElementById(button.dataset.copyFrom);
    await navigator.clipboard.writeText(source ? (source.textContent ?? '') : (button.dataset.copy ?? ''));
    if (said) said.textContent = button.dataset.copied ?? '';
  });
}
