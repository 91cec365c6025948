import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { aView } from '../../../test/support/view.ts';
import { LANGUAGE_FACTS, PUBLIC_LANGUAGES, type PublicLang } from '../i18n/public-languages.ts';
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

  test('what is to correct is said in the title, then before the page', () => {
    const errors = [{ field: 'ou', message: 'Un code postal a 5 chiffres.' }];
    const one = renderPage(aView(), { title: 'Où êtes-vous ?', errors, children: <h1>Où</h1> });
    expect(one).toContain('<title>Un code postal a 5 chiffres. Où êtes-vous');
    expect(one.indexOf('href="#ou"')).toBeLessThan(one.indexOf('<h1>'));
    const two = renderPage(aView(), { title: 'Page', errors: [...errors, ...errors], children: null });
    expect(two).toContain('<title>2 réponses à corriger. Page');
  });

  test('every language is one press away, in its own name, and keeps the rest of the address', () => {
    const url = new URL('http://maillon.example/lieux?ou=Bron&lang=fr');
    const html = renderPage(aView({ url }), { title: 'Page', children: null });
    for (const lang of PUBLIC_LANGUAGES) {
      const { name, tag } = LANGUAGE_FACTS[lang];
      expect(html).toMatch(
        new RegExp(`lang="${tag}"[^>]* href="/lieux\\?ou=Bron&amp;lang=${lang}"><span>${name}<`),
      );
    }
  });

  test('Arabic reads from right to left, and search engines are told of the other languages', () => {
    const html = renderPage(aView({ publicLang: 'ar' }), { title: 'Page', children: null });
    expect(html).toContain('<html lang="ar" dir="rtl"');
    expect(html).toContain('<link rel="alternate" hreflang="uk" href="http://maillon.example/?lang=uk"');
  });

  test('words that nobody concerned has read say so, French does not', () => {
    const noticeIn = (publicLang: PublicLang) =>
      renderPage(aView({ publicLang }), { title: 'Page', children: null }).includes('m-notice');
    expect(PUBLIC_LANGUAGES.filter((lang) => !noticeIn(lang))).toEqual(['fr']);
  });

  test('management pages keep to their two languages, whatever the public ones', () => {
    const html = renderPage(aView({ publicLang: 'ar' }), { title: 'Page', side: 'pro', children: null });
    expect(html).toContain('<html lang="fr" data-color-scheme');
    expect(html).toContain('>English<');
    expect(html).not.toContain('hreflang="ar"');
  });

  test('the bar of professionals marks the present page and loads its own styles', () => {
    const shell = {
      pro: [{ key: 'places', href: '/gestion/lieux', label: { fr: 'Lieux', en: 'Places' } }],
      footer: [],
    };
    const html = renderPage(aView({ shell, isAdmin: true }), {
      title: 'Lieux',
      side: 'pro',
      active: 'places',
      children: null,
    });
    expect(html).toMatch(/href="\/gestion\/lieux" aria-current="page"/);
    expect(html).toContain(assetUrl('pro.css'));
    expect(html).toContain('data-size="sm"');
  });

  test('who may not manage the directory sees no link to its pages', () => {
    const label = { fr: 'Orienter', en: 'Refer' };
    const pro = [
      { key: 'refer', href: '/pro', label, audience: 'everyone' as const },
      { key: 'places', href: '/gestion/lieux', label },
    ];
    const html = renderPage(aView({ shell: { pro, footer: [] } }), {
      title: 'Orienter',
      side: 'pro',
      children: null,
    });
    expect(html).toContain('href="/pro"');
    expect(html).not.toContain('/gestion');
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
