import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    sequence: { shuffle: true, seed: Number(process.env.MAILLON_SEED ?? 1) },
    // Modules are read once per worker, not once per file: a third of the processor time of the unit tests.
    isolate: false,
    // Journeys wait for browsers and child processes: one worker per core, where the default keeps one core idle.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
