// On a wide screen the filters stand beside the list: open, they hide nothing.
if (window.matchMedia('(min-width: 60rem)').matches) {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('.m-filters > details')) fold.open = true;
}
