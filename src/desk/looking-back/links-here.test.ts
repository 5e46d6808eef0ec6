import { expect, test } from 'vitest';
import { linksHere } from './links-here.ts';

const origin = 'https://news.example.org';
const link = (href: string) => `<p><a href="${href}">there</a></p>`;

test.each([
  ['https://news.example.org/en/releases/hq-2026-1/ferry', '/en/releases/hq-2026-1/ferry'],
  ['http://news.example.org/en#top', '/en'],
  ['/en/search?q=ferry&amp;sort=date', '/en/search?q=ferry&sort=date'],
  ['HTTPS://NEWS.EXAMPLE.ORG', '/'],
])('%s leads to %s', (href, path) => {
  expect(linksHere(link(href), origin)).toEqual([path]);
});

test.each([
  'https://elsewhere.example/en',
  'https://news.example.org.evil/en',
  '//elsewhere.example/en',
  'mailto:press@news.example.org',
  'tel:+44',
  '#notes',
  'ferry',
  'https://[',
])('%s leads nowhere on this site', (href) => {
  expect(linksHere(link(href), origin)).toEqual([]);
});

test('a path that is linked to often is told once', () => {
  expect(linksHere(link('/en') + link('/en#more') + link('/fr'), origin)).toEqual(['/en', '/fr']);
});
