import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { originalHeaders } from './memento.ts';

const conf = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');

/** What nginx says of a path, by the table in its configuration. */
function saidInFront(path: string): string {
  const rows = [...conf.matchAll(/^ {4}"~(\S+)" '([^']+)';$/gm)];
  expect(rows).toHaveLength(2);
  for (const [, pattern = '', words = ''] of rows) {
    const found = new RegExp(pattern).exec(path);
    if (found !== null) return words.replaceAll(/\$(\w+)/g, (_, name) => found.groups?.[name] ?? '');
  }
  return '';
}

test.each([
  ...['/en', '/zh-Hans', '/en/offices/co-beijing', '/mn/countries/mn', '/fr/topics/travail-d%C3%A9cent'],
  ...['/en/types/press-release', '/ru/releases/hq-2026-1/%D0%B2%D0%BE%D0%B4%D0%B0', '/en/releases/hq-2026-1/a-slug'],
])('%s has the same links by whomever it is sent', (path) => {
  expect(saidInFront(path)).toBe(originalHeaders(path)['link']);
});

test.each([
  ...[
    '/en/2026',
    '/en/page/3',
    '/en/2026/page/3',
    '/en/archive',
    '/en/offices',
    '/en/offices/hq/page/2',
    '/en/feed.atom',
  ],
  ...['/en/releases/hq-2026-1/a-slug/editions/1', '/sitemap.xml', '/en/offices/hq/feed.json', '/a>b/../en'],
])('%s is no page whose states are kept, and says nothing of them', (path) => {
  expect(saidInFront(path)).toBe('');
});
