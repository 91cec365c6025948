import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project as its house rules see it. */
export const PROJECT = resolve(import.meta.dirname, '../..');

/** Paths from the project folder, sorted. */
export const filesMatching = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: PROJECT, exclude: ['node_modules/**'] }).sort();

export const readText = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');
export const isPresent = (path: string): boolean => existsSync(join(PROJECT, path));

export const isTest = (path: string): boolean => /[.]test[.]tsx?$/.test(path);

export const moduleNames = (): string[] => filesMatching('src/modules/*').map((path) => path.split('/')[2]!);
