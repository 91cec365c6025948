// The button prints through a script, so without scripts it stays hidden and the browser's own menu prints.
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
// A link to the sheet itself: the part after « # » is never sent to the server.
if (window.location.hash === '#imprimer') window.print();
