import { expect, test } from 'vitest';
import { readXml, textNamed } from '../../test/support/read-xml.ts';
import { smallPublished, textFor } from '../../test/support/small-newsroom.ts';
import { visitWith } from '../../test/support/visit-to.ts';
import { fixedClock } from '../platform/clock.ts';
import { oembedRoute } from './oembed-route.ts';

const origin = 'https://newsroom.example';
const headline = '渡轮 "<script>alert(1)</script>" & co';
const texts = [textFor({ number: 7, headline }), textFor({ number: 9, slug: '渡轮' })];
const published = smallPublished({ texts, retracted: [textFor({ number: 8, headline: 'The ferry is sold' })] });
const route = oembedRoute(published, { origin, clock: fixedClock('2026-06-01T00:00:00Z') });
const ask = async (query: Record<string, string>) => {
  const answer = await route.answer(visitWith({ path: '/oembed', query: new URLSearchParams(query) }));
  return { ...answer, body: String(answer?.body) };
};
const text = `${origin}/en/releases/calder-2026-7/release-7`;

test('a list and a release are told with a frame that follows the width of its place', async () => {
  const list = JSON.parse((await ask({ url: `${origin}/en/offices/calder` })).body);
  expect(list).toMatchObject({ version: '1.0', type: 'rich', title: 'Calder harbour office', width: 600, height: 520 });
  expect(list.html).toContain(`<iframe src="${origin}/en/offices/calder/embed"`);
  expect(list.html).toContain('style="width:100%;max-width:600px;border:0"');
  const release = JSON.parse((await ask({ url: text, maxwidth: '320', maxheight: '200' })).body);
  expect(release).toMatchObject({ width: 320, height: 200, author_name: 'Calder harbour office', title: headline });
});

test('no headline breaks out of the frame, in either format', async () => {
  const { body } = await ask({ url: text });
  const { html } = JSON.parse(body);
  expect(html).not.toContain('<script>');
  expect(html.match(/</g)).toHaveLength(2);
  const xml = readXml((await ask({ url: text, format: 'xml' })).body);
  expect(textNamed(xml, 'title')).toBe(headline);
  expect(textNamed(xml, 'html')).toBe(html);
});

test.each([
  [`${origin}/en/`, '/en/embed'],
  ['http://newsroom.example/en', '/en/embed'],
  [`${origin}/en?utm_source=x#top`, '/en/embed'],
  [`${origin}/en/releases/calder-2026-7`, '/en/releases/calder-2026-7/release-7/embed'],
  [`${origin}/EN/releases/CALDER-2026-7/old`, '/en/releases/calder-2026-7/release-7/embed'],
  [`${origin}/en/releases/calder-2026-9/渡轮`, '/en/releases/calder-2026-9/%E6%B8%A1%E8%BD%AE/embed'],
])('%s is shown by %s', async (url, path) => {
  expect(JSON.parse((await ask({ url })).body).html).toContain(`src="${origin}${path}"`);
});

test.each([
  [{}, 400],
  [{ url: '' }, 400],
  [{ url: text, maxwidth: '-1' }, 400],
  [{ url: text, maxwidth: '1e9' }, 400],
  [{ url: text, maxheight: '"><script>' }, 400],
  [{ url: text, format: 'yaml' }, 501],
  [{ url: 'https://elsewhere.example/en' }, 404],
  [{ url: '//elsewhere.example/en' }, 404],
  [{ url: 'javascript:alert(1)' }, 404],
  [{ url: `${origin}/%ff` }, 404],
  [{ url: `${origin}/en/offices/calder/2026/page/1` }, 404],
  [{ url: `${origin}/en/releases/calder-2026-8/release-8` }, 404],
  [{ url: `https://newsroom.example@elsewhere.example/en` }, 404],
  [{ url: `${origin}/desk` }, 404],
])('%j is refused with %i, and with what to do', async (query: Record<string, string>, status) => {
  const answer = await ask(query);
  expect(answer).toMatchObject({ status, type: 'text/plain; charset=utf-8', keep: false });
  expect(answer.body).toMatch(/\. [A-Z].+\n$/);
  expect(answer.body).not.toContain('sold');
});
