import { expect, test } from 'vitest';
import type { Database } from './database.ts';
import { askTogether } from './together.ts';

const db = {} as Database;

test('what comes while one is asked leaves together, and each gets its own answer', async () => {
  const asked: number[][] = [];
  const double = askTogether(async (_, questions: readonly number[]) => {
    asked.push([...questions]);
    await new Promise((wait) => setTimeout(wait, 5));
    return questions.map((question) => question * 2);
  });
  expect(await Promise.all([1, 2, 3, 4].map((question) => double(db, question)))).toEqual([2, 4, 6, 8]);
  expect(asked).toEqual([[1], [2, 3, 4]]);
  expect(await double(db, 5)).toBe(10);
});

test('a failure is told to those who were asking, and to them only', async () => {
  const choose = askTogether(async (_, questions: readonly string[]) => {
    if (questions.includes('wrong')) throw new Error('asked wrong');
    return questions;
  });
  const answers = await Promise.allSettled(
    ['right', 'wrong', 'beside'].map((question) => choose(db, question)),
  );
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await choose(db, 'later')).toBe('later');
});

test('each database has its own queue', async () => {
  const groups: number[] = [];
  const count = askTogether(async (_, questions: readonly string[]) => {
    groups.push(questions.length);
    return questions;
  });
  const other = {} as Database;
  await Promise.all([count(db, 'a'), count(other, 'b')]);
  expect(groups).toEqual([1, 1]);
});
