import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  calder,
  calderInstitution,
  keptPicture,
  smallPublished,
  textFor,
  visitor,
} from '../../../test/support/small-newsroom.ts';
import { readExample } from '../../example/read-example.ts';
import { zipText } from '../../http/zip.ts';
import { fixedClock } from '../../platform/clock.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { slugOf } from '../../releases/slug.ts';
import { siteRoutes } from '../site-routes.ts';

const locales = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'];
const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };
const institution = {
  ...calderInstitution,
  organisation: { ...calder, locales: locales.map((locale) => ({ locale, scope: 'any' as const })) },
};
const example = await readExample();

test.each(locales)('forty items in %s, each with a picture and six other languages, are at most 14 KB', async (own) => {
  const texts = Array.from({ length: 40 }, (_, index) => locales.map((locale) => hardText(index + 1, locale))).flat();
  const answer = await visitor(siteRoutes(smallPublished({ texts, institution }), settings))(`/${own}`);
  const page = String(answer?.body);
  expect([page.match(/<h3/g)?.length, page.match(/<img/g)?.length]).toEqual([40, 40]);
  const { zipped } = await zipText(page);
  expect(zipped.length).toBeLessThanOrEqual(14 * 1024);
});

/** As long as releases are, of words in no order, which zip no better than sentences do. */
function hardText(number: number, locale: string): PublishedText {
  const words = wordsIn(locale);
  const some = (kind: string, length: number) => {
    const chosen: string[] = [];
    while (chosen.join(' ').length < length)
      chosen.push(words[drawn(`${kind} ${number} ${chosen.length}`, words.length)] ?? '');
    return chosen.join(locale === 'zh-Hans' ? '，' : ' ');
  };
  const scale = locale === 'zh-Hans' ? 0.35 : 1;
  const headline = some('headline', 60 * scale);
  const kept = {
    ...keptPicture.kept,
    hash: hash('sha256', `picture ${number}`),
    mediaType: 'image/jpeg',
    bytes: 9,
    width: 2_000,
    height: 1_200 + number,
  };
  const asset = { ...keptPicture, kept, creator: 'Ann Other', agency: 'Port of Calder' };
  return textFor({
    ...{ number, locale, headline, slug: slugOf(headline), summary: some('summary', 130 * scale) },
    at: `2025-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}T09:00:00Z`,
    office: number % 2 === 0 ? 'CALDER' : 'CO-BRUGES',
    pictures: [{ asset, alt: some('alt', 60 * scale), caption: null }],
  });
}

const known = new Map<string, readonly string[]>();

function wordsIn(locale: string): readonly string[] {
  const there = known.get(locale);
  if (there !== undefined) return there;
  const texts = example.releases.flatMap(({ acts }) =>
    acts.flatMap((act) => (act.locale === locale && 'summary' in act ? [act.headline, act.summary ?? ''] : [])),
  );
  const words = texts.join(' ').split(locale === 'zh-Hans' ? /[\s，。：、；]+/ : /\s+/);
  known.set(locale, words);
  return words;
}

function drawn(seed: string, below: number): number {
  return Number.parseInt(hash('sha256', seed).slice(0, 8), 16) % below;
}
