import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { jsonParameter } from './json-parameter.ts';

test('what jsonb cannot hold becomes a visible mark, and nothing else changes', () => {
  expect(JSON.parse(jsonParameter('a\u0000b\ud800c'))).toBe('a\ufffdb\ufffdc');
  expect(JSON.parse(jsonParameter('C:\\u0000 \\\\ud800 😀'))).toBe('C:\\u0000 \\\\ud800 😀');
});

test('whatever the texts, the database accepts them', async () => {
  const db = await openTestDatabase();
  const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { maxLength: 20 }), async (texts) => {
      const [row] = await db.rows<{ size: number }>(
        sql`select jsonb_array_length(${jsonParameter(texts)}::jsonb) as size`,
      );
      return row?.size === texts.length;
    }),
  );
  await db.close();
});
