import { describe, expect, test } from 'vitest';
import type { Decision } from './decision.ts';
import { effective, stateBefore } from './gestures.ts';

const row = (id: number, verdict: Decision['verdict'], undoes: number | null = null): Decision => ({
  id,
  a: 'ville\n1',
  b: 'carto\n1',
  verdict,
  undoes,
  reason: null,
  author: 'test',
  at: new Date(id),
});

describe('undoing', () => {
  test('a first decision leaves nothing', () => {
    const history = [row(1, 'same')];
    expect(stateBefore(history, history)).toMatchObject([{ verdict: 'withdrawn', undoes: 1 }]);
  });

  test('a second decision says the first again', () => {
    const history = [row(1, 'same'), row(2, 'distinct')];
    expect(stateBefore([history[1]!], history)).toMatchObject([{ verdict: 'same', undoes: 2 }]);
  });

  test('again and again goes back, never forth', () => {
    const history = [row(1, 'same'), row(2, 'distinct'), row(3, 'same', 2)];
    expect(effective(history).map(({ id }) => id)).toEqual([1]);
    expect(stateBefore([history[0]!], history)).toMatchObject([{ verdict: 'withdrawn', undoes: 1 }]);
    expect(stateBefore([history[2]!], history)).toEqual([]);
  });

  test('a decision replaced since leaves what replaced it', () => {
    const history = [row(1, 'same'), row(2, 'distinct')];
    expect(stateBefore([history[0]!], history)).toEqual([]);
  });
});
