import { expect, test } from 'vitest';
import { changesByDay } from './change-history.ts';

const change = (at: string, kind = 'updated') => ({ kind, at: new Date(at) });

test('changes are counted by kind and by day, latest day first', () => {
  const changes = [
    change('2026-11-03T08:00:00Z'),
    change('2026-11-02T09:00:00Z', 'created'),
    change('2026-11-02T08:00:00Z', 'created'),
  ];
  expect(changesByDay(changes, true)).toEqual([
    { day: '2026-11-03', counts: { updated: 1 } },
    { day: '2026-11-02', counts: { created: 2 } },
  ]);
});

test('a day is that of Paris: late in the evening in universal time is the next day', () => {
  expect(changesByDay([change('2026-07-01T22:30:00Z')], true)[0]?.day).toBe('2026-07-02');
});

test('a day that was not read to its end is not shown with a figure too small', () => {
  const changes = [change('2026-11-03T08:00:00Z'), change('2026-11-02T08:00:00Z')];
  expect(changesByDay(changes, false).map(({ day }) => day)).toEqual(['2026-11-03']);
  expect(changesByDay(changes.slice(0, 1), false)).toHaveLength(1);
});
