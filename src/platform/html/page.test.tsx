import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aView } from '../../../test/support/view.ts';
import { ASSET_FOLDER, assetUrl } from './assets.ts';
import { renderPage } from './page.tsx';

const readAsset = (name: string): Buffer => readFileSync(join(ASSET_FOLDER, basename(assetUrl(name))));

describe('the page shell', () => {
  test('text from data is text, never markup', () => {
    const html = renderPage(aView(), { title: '<script>', children: <p>{'<img onerror=x>'}</p> });
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
  });

  test('a link that leads nowhere is not shown: no phone, no call', () => {
    const page = { title: 'Page', children: null };
    expect(renderPage(aView({ helpPhone: undefined }), page)).not.toContain('tel:');
    expect(renderPage(aView({ helpPhone: '+33465710010' }), page)).toContain('href="tel:+33465710010"');
  });

  test('changing the language keeps the rest of the address', () => {
    const url = new URL('http://maillon.example/lieux?ou=Bron&lang=fr');
    const html = renderPage(aView({ url }), { title: 'Page', children: null });
    expect(html).toContain('href="/lieux?ou=Bron&amp;lang=en"');
  });

  test('the bar of professionals marks the present page and loads its own styles', () => {
    const shell = {
      pro: [{ key: 'places', href: '/gestion/lieux', label: { fr: 'Lieux', en: 'Places' } }],
      footer: [],
    };
    const html = renderPage(aView({ shell }), {
      title: 'Lieux',
      side: 'pro',
      active: 'places',
      children: null,
    });
    expect(html).toMatch(/href="\/gestion\/lieux" aria-current="page"/);
    expect(html).toContain(assetUrl('pro.css'));
    expect(html).toContain('data-size="sm"');
  });

  test('no inline style, script or handler: the content policy would refuse it', () => {
    const html = renderPage(aView(), { title: 'Page', children: null });
    expect(html).not.toMatch(/ style=| on\w+=|<style|<script(?! type="module" src)/);
  });
});

describe('weight of the styles', () => {
  test('the public sheet stays within 15 KB once compressed', () => {
    expect(gzipSync(readAsset('public.css'), { level: 9 }).length).toBeLessThanOrEqual(15 * 1024);
  });

  test('with the professional one, within 25 KB', () => {
    const both = Buffer.concat([readAsset('public.css'), readAsset('pro.css')]);
    expect(gzipSync(both, { level: 9 }).length).toBeLessThanOrEqual(25 * 1024);
  });

  test('every token that is read is defined', () => {
    const css = `${readAsset('public.css')}${readAsset('pro.css')}`;
    const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const read = [...css.matchAll(/var\((--ds-[\w-]+)(?=[,)])/g)].map(([, name]) => name!);
    const missing = [...new Set(read)].filter((name) => !defined.has(name));
    expect(missing).toEqual([]);
  });

  test('dark is for screens: paper stays white', () => {
    expect(`${readAsset('public.css')}`).not.toMatch(/@media ?\(prefers-color-scheme: ?dark\)/);
  });
});
