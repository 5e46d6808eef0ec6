import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Newsroom } from '../../src/newsroom.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

type Order = Parameters<Newsroom['publish']>[0][number];

let open: OpenForReaders;
const english = '/en/releases/port-2026-1/ferry-sails-at-noon';
const french = encodeURI('/fr/releases/port-2026-1/le-bac-part-à-midi');

function order(locale: string, headline: string, more: Partial<Order> = {}): Order {
  const facts = { id: '01900000-0000-7000-8000-0000000000aa', office: 'PORT', type: 'press-release' as const };
  return {
    release: { ...facts, countries: [], topics: [], organisationWide: false, reference: null, origin: 'written' },
    locale,
    slug: null,
    text: { kicker: null, headline, summary: null, place: null, body: '' as never, notes: null },
    pictures: [],
    at: null,
    change: null,
    translatedFrom: null,
    legacyPaths: [],
    ...more,
  };
}

beforeAll(async () => {
  open = await openPort('en', 'fr');
  const source = { locale: 'en', edition: 1 };
  await open.newsroom.publish([
    order('en', 'Ferry sails at noon'),
    order('fr', 'Le bac part à midi', { translatedFrom: source }),
  ]);
});
afterAll(() => open.close());

test('a translation says nothing of a correction while there is none', async () => {
  const { body } = await open.get(french);
  expect(body).toContain('Le bac part à midi');
  expect(body).not.toContain('corrigé depuis');
});

test('a correction is told with its words, on the text, on the one before it and on what was translated from it', async () => {
  open.clock.advanceTo('2026-11-24T13:00:00Z');
  const change = { kind: 'correction' as const, note: 'The ferry sails at one.', major: true };
  expect(await open.newsroom.publish([order('en', 'Ferry sails at one', { change })])).toMatchObject({ ok: true });

  expect((await open.get(english)).body).toContain('The ferry sails at one.');
  const earlier = (await open.get(`${english}/editions/1`)).body;
  expect(earlier).toContain('What edition 2 changed');
  expect(earlier).toContain('Ferry sails at <del>noon</del><ins>one</ins>');
  const behind = (await open.get(french)).body;
  expect(behind).toContain('Le texte d’origine (anglais) a été corrigé depuis.');
  expect(behind).toContain(`<a href="${english}" hreflang="en"`);
});

test('the notice goes when the translation has followed', async () => {
  open.clock.advanceTo('2026-11-24T14:00:00Z');
  const change = { kind: 'correction' as const, note: 'Le bac part à une heure.', major: true };
  const followed = { change, translatedFrom: { locale: 'en', edition: 2 } };
  await open.newsroom.publish([order('fr', 'Le bac part à une heure', followed)]);
  const { body } = await open.get(french);
  expect(body).toContain('Le bac part à une heure');
  expect(body).not.toContain('corrigé depuis');
});
