import { expect, test } from 'vitest';
import { readText } from './project.ts';

interface LockedPackage {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, LockedPackage> };

// `npm ci` refuses a lock file that leaves one out, and npm leaves out those that its registry does not serve.
test('the lock file names the packages of every platform, not only of the one it was written on', () => {
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !packages[`node_modules/${name}`]),
  );
  expect(missing).toEqual([]);
});

test('every direct dependency has one exact version', () => {
  const { dependencies, devDependencies } = JSON.parse(readText('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
  );
  expect(loose).toEqual([]);
});
