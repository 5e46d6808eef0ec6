import { expect, test } from 'vitest';
import { fileOf } from '../../test/support/archives.ts';
import { readAsked } from './read-asked.ts';

async function read(text: string): Promise<(string | null)[]> {
  const found = [];
  for await (const { address } of readAsked(fileOf(text, 'asked', 7))) found.push(address);
  return found;
}

test('a list has one address a line', async () => {
  expect(await read('\ufeff/a?b=c\r\n\nhttps://old.example/d e\nwhat\n//f\n')).toEqual([
    '/a?b=c',
    '/d%20e',
    null,
    '//f',
  ]);
});

test('of a log the GETs count, in the common and in the combined format', async () => {
  const log = `192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "GET /a?b=c HTTP/1.1" 200 512
port.example:443 192.0.2.7 - ann [24/Nov/2026:12:00:00 +0000] "GET /caf\\xC3\\xA9 HTTP/1.1" 404 0 "https://x.example/" "b \\"c\\""
192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "POST /a HTTP/1.1" 405 0 "-" "-"
192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "HEAD /a HTTP/1.1" 200 0 "-" "-"
192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "-" 408 0 "-" "-"
192.0.2.7 - - [24/Nov/2026:12:00:00 +0000] "GET https://port.example/whole HTTP/1.1" 200 1
no log line at all
`;
  expect(await read(log)).toEqual(['/a?b=c', '/caf%C3%A9', null, '/whole', null]);
});

test('of a sitemap the pages count', async () => {
  const map = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://old.example/a?b=1&amp;c=2</loc><image:image><image:loc>https://old.example/a.jpg</image:loc></image:image></url>
<url>
  <loc>
    <![CDATA[https://old.example/d]]>
  </loc>
</url></urlset>`;
  expect(await read(map)).toEqual(['/a?b=1&c=2', '/d']);
});

test.each([
  ['<urlset><url><loc>/a</url></urlset>', /^Line 1: .*well-formed/],
  ['<urlset><url>', /^Line 1: .*well-formed/],
  ['<!DOCTYPE a [<!ENTITY b "c">]><urlset><url><loc>&b;</loc></url></urlset>', /well-formed/],
  ['<sitemapindex><sitemap><loc>https://old.example/map-1.xml</loc></sitemap></sitemapindex>', /other sitemaps/],
  ['a'.repeat(1_100_000), /longer than/],
])('%.60j is refused with what to do', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('an empty file holds no address', async () => {
  expect(await read('\n\n')).toEqual([]);
});
