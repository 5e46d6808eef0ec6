import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { neverOverridden } from '../../desk-ui/release/never-overridden.ts';
import { en } from '../../desk-ui/words/en.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let tomas: AtDesk;
let picture: string;

beforeAll(async () => {
  open = await openPort('en');
  desk = await openDesk(open);
  tomas = (await castAt(desk, open.newsroom, { Tomas: ['editor'] })).Tomas;
  const create = { width: 40, height: 30, channels: 3 as const, background: 'navy' };
  const headers = { 'content-type': 'image/jpeg', 'x-file-name': 'quay.jpg' };
  const sent = await tomas.post('/desk/api/pictures', await sharp({ create }).jpeg().toBuffer(), headers);
  picture = ((await sent.json()) as { picture: { id: string } }).picture.id;
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

const clean = {
  ...{ kicker: '', headline: 'The ferry sails at noon', summary: 'Daily from March.', place: 'Calder', notes: '' },
  body: '<p>The port says so.</p>',
};
const shown = (alt: string) => ({ pictures: [{ picture, alt, caption: '' }] });
const link = (words: string) => ({ body: `<p>Read <a href="https://calder.example/ferry">${words}</a>.</p>` });

/** For everything that the desk has words for, a text in which it is found. */
const texts: Readonly<Record<string, () => object>> = {
  'headline-missing': () => ({ headline: '' }),
  'body-missing': () => ({ body: '' }),
  'summary-missing': () => ({ summary: '' }),
  'markup-typed': () => ({ headline: 'The <b>boat</b>' }),
  'text-too-long': () => ({ kicker: 'ferry '.repeat(400) }),
  'characters-refused': () => ({ summary: 'A\u0001 boat.' }),
  truncated: () => ({ summary: 'The ferry sails at noon and…' }),
  'hyphen-inside-word': () => ({ summary: 'The labour move-ments agree.' }),
  'unbalanced-quotes': () => ({ headline: 'He said “noon' }),
  'mixed-quote-styles': () => ({ summary: 'The port says “yes” and "no".' }),
  'heading-order': () => ({ body: '<h4>When</h4><p>At noon.</p>' }),
  'link-text-missing': () => link(''),
  'link-text-vague': () => link('here'),
  'link-text-address': () => link('https://calder.example/ferry'),
  'table-without-header': () => ({ body: '<table><tr><td>Noon</td></tr></table>' }),
  'alt-missing': () => shown(''),
  'alt-file-name': () => shown('quay.jpg'),
  'credit-missing': () => shown('The quay at noon'),
};

const codes = Object.keys(en).flatMap((word) => (word.startsWith('finding-') ? [word.slice('finding-'.length)] : []));

test.each(codes)('%s: the newsroom takes a reason where the desk asks for one, and nowhere else', async (code) => {
  const { release } = await tomas.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const named = { release, locale: 'en' };
  const content = { ...clean, pictures: [], ...(texts[code] ?? expect.fail('there is no text'))() };
  const order = { locale: 'en', text: content, slug: null };
  const { findings } = await tomas.done('POST /desk/api/draft/check', order);
  const found = findings.find((one) => one.code === code) ?? expect.fail(JSON.stringify(findings));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const overrides = [...new Set(errors.map((one) => one.code))].map((one) => ({ code: one, reason: 'It may stand.' }));
  // What no field takes is not even kept.
  const saved = await tomas.ask('POST /desk/api/draft/save', { ...named, revision: 1, content, slug: null });
  const submitted = await tomas.ask('POST /desk/api/draft/submit', { ...named, revision: 2, overrides });
  const isTaken = saved.status === 200 && submitted.status === 200;
  // A warning stands in nobody's way.
  expect(isTaken).toBe(found.severity !== 'error' || !(code in neverOverridden));
});

test('what no reason overrides is something that the newsroom finds', () => {
  expect(codes).toEqual(expect.arrayContaining(Object.keys(neverOverridden)));
});
