import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Remembered } from './remembered.ts';

/** Renders a part of something, and counts how often its words were asked for. */
function counted() {
  const asked = { times: 0 };
  const read = (of: object, as: string, text: string): string =>
    renderToString(
      h(Remembered, {
        of,
        as,
        children: () => {
          asked.times += 1;
          return h('p', null, text);
        },
      }),
    );
  return { asked, read };
}

test('a part is written once, for the thing it is about and under its name, and stays escaped', () => {
  const { asked, read } = counted();
  const [bron, lyon] = [{}, {}];
  expect(read(bron, 'row fr', '<b>Bron</b>')).toBe('<p>&lt;b>Bron&lt;/b></p>');
  expect(read(bron, 'row fr', 'never asked for')).toBe('<p>&lt;b>Bron&lt;/b></p>');
  expect(read(bron, 'row en', 'Bron, in English')).toBe('<p>Bron, in English</p>');
  expect(read(lyon, 'row fr', 'Lyon')).toBe('<p>Lyon</p>');
  expect(asked.times).toBe(3);
});

test('what is remembered has an end: beyond it, parts are written again', () => {
  const { asked, read } = counted();
  const first = {};
  const long = 'a'.repeat(1_000_000);
  read(first, 'row', 'first');
  for (let more = 0; more < 15; more += 1) read({}, 'row', long);
  expect(read(first, 'row', 'first')).toBe('<p>first</p>');
  expect(asked.times).toBe(17);
});
