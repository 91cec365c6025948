import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectFolder } from '../project-folder.ts';

/** Where the build puts what browsers load: hashed files and `manifest.json` (scripts/build-assets.mjs). */
export const ASSET_FOLDER = join(findProjectFolder(), 'dist', 'public');

let names: Record<string, string> | undefined;

/** Address of a built file: `public.css` gives `/assets/public.3f9a….css`, which may be cached for ever. */
export function assetUrl(name: string): string {
  names ??= readManifest();
  const hashed = names[name];
  if (!hashed) throw new Error(`No asset named ${name} in dist/public/manifest.json: build it first.`);
  return `/assets/${hashed}`;
}

/** Text of a built file, for the few that answer under an address of their own. */
export const readAsset = (name: string): string =>
  readFileSync(join(ASSET_FOLDER, assetUrl(name).slice('/assets/'.length)), 'utf8');

function readManifest(): Record<string, string> {
  return JSON.parse(readFileSync(join(ASSET_FOLDER, 'manifest.json'), 'utf8'));
}
