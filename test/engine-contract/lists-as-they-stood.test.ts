import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { paragraph } from '../../src/platform/html.ts';
import { instantOf } from '../../src/platform/instant.ts';
import type { ListSubject } from '../../src/published/list.ts';
import { publicationStore } from '../../src/published/publication.store.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import type { ListPage } from '../../src/published/published-release.ts';
import type { PublishOrder } from '../../src/releases/publish-order.ts';
import { publishWithin } from '../../src/releases/publish-release.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { setUpOffice } from '../../src/releases/set-up-office.ts';
import { setUpOrganisation } from '../../src/releases/set-up-organisation.ts';
import { withdrawRelease } from '../../src/releases/withdraw-release.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { withoutReleases } from '../support/empty-newsroom.ts';
import { eachEngine } from '../support/engines.ts';

const subjects: readonly ListSubject[] = [{ kind: 'organisation' }, { kind: 'country', code: 'MN' }];
const locales = ['en', 'mn'];

const which = fc.record({ number: fc.nat(90), locale: fc.constantFrom(...locales) });
const act = fc.oneof(
  // Several at once, and backdated where there are days.
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('publish' as const),
      texts: fc.uniqueArray(which, { minLength: 1, maxLength: 12, selector: ({ number }) => number }),
      days: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const), which }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('retract' as const), which }) },
);

eachEngine('a list as it stood', (open) => {
  test('is what it showed then, but for the words of what has been retracted since', async () => {
    const newsroom = await openSmall(await open());
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 30 }), async (acts) => {
        await newsroom.forget();
        const shown: { sequence: number; pages: Shown[] }[] = [];
        for (const one of acts) {
          newsroom.wait();
          if (one.act === 'publish') await newsroom.publish(one.texts, one.days);
          if (one.act === 'withdraw') await newsroom.withdraw(one.which);
          if (one.act === 'retract') await newsroom.retract(one.which);
          const state = await newsroom.published.listStateAt({ kind: 'organisation' }, null);
          if (state === null || state.sequence === shown.at(-1)?.sequence) continue;
          shown.push({ sequence: state.sequence, pages: await newsroom.pagesNow() });
        }
        const states = await newsroom.published.listStates({ kind: 'organisation' }, 0, 1_000);
        expect(states.map(({ sequence }) => sequence)).toEqual(shown.map(({ sequence }) => sequence));
        for (const { sequence, pages } of shown) {
          const expected = pages.map((page) => newsroom.withoutRetracted(page));
          expect(await newsroom.pagesAsOf(sequence)).toEqual(expected);
        }
        const [first] = states;
        if (first === undefined) return;
        for (const { sequence, at } of states) {
          expect(await newsroom.published.listStateAt({ kind: 'organisation' }, at)).toEqual({ sequence, at });
        }
        const before = instantOf('2025-12-31T00:00:00Z');
        expect(await newsroom.published.listStateAt({ kind: 'organisation' }, before)).toBeNull();
        expect(await newsroom.published.listStates({ kind: 'organisation' }, first.sequence, 2)).toEqual(
          states.slice(1, 3),
        );
        expect(await newsroom.published.listAsOf({ kind: 'organisation' }, 'en', 1_000_000)).toBeNull();
      }),
      { numRuns: 8, seed: 20_261_126 },
    );
  });

  test('is not told of the time before earlier releases came onto it', async () => {
    const { published, publish, coverMongolia } = await openSmall(await open());
    const east: ListSubject = { kind: 'office', code: 'CO-EAST' };
    await publish([{ number: 2, locale: 'en' }], 0);
    expect(await published.listStates(east, 0, 10)).toHaveLength(1);
    await coverMongolia();
    expect(await published.listStates(east, 0, 10)).toEqual([]);
    expect(await published.listStateAt(east, null)).toBeNull();
    expect(await published.listAsOf(east, 'en', 1)).toBeNull();

    await publish([{ number: 4, locale: 'en' }], 0);
    const [state] = await published.listStates(east, 0, 10);
    expect(state).toMatchObject({ sequence: 2 });
    const told = await published.listAsOf(east, 'en', 2);
    expect(told?.page.items.map(({ text }) => text?.headline)).toEqual(['Text 2', 'Text 1']);
  });
});

type Shown = ReturnType<typeof shownOn>;

/** What a reader sees of a page. */
function shownOn({ items, older, number, newest, locale, scope }: ListPage) {
  return {
    ...{ older, number, newest, locale, scope },
    items: items.map((item) => ({
      ...{ release: item.release, locale: item.locale, isFallback: item.isFallback, standing: item.standing },
      ...{ headline: item.text?.headline ?? null, change: item.change, published: item.published },
      languages: item.languages.map((one) => ({ locale: one.locale, standing: one.standing })),
    })),
  };
}

async function openSmall(engine: Engine) {
  const { inTransaction } = engine;
  const clock = fixedClock('2026-01-01T00:00:00Z');
  const stores = { publications: publicationStore(engine), index: indexStore(engine) };
  const publishing = { inTransaction, ...stores, clock, beforePublic: async () => {} };
  const deps = { ...publishing, institution: institutionStore() };
  const office = { introductions: {}, locales, timeZone: 'UTC' };
  const east = { ...office, code: 'CO-EAST', slug: 'co-east', names: { en: 'Office in the East' } };
  await setUpOrganisation(deps, {
    ...{ names: { en: 'Port of Calder' }, introductions: {}, defaultLocale: 'en', timeZone: 'UTC' },
    locales: [
      { locale: 'en', scope: 'any' },
      { locale: 'mn', scope: 'locale' },
    ],
  });
  await setUpOffice(deps, { ...office, code: 'HQ', slug: 'hq', names: { en: 'Headquarters' }, countries: [] });
  await setUpOffice(deps, { ...east, countries: [] });
  const published = publishedQueries(engine.published, engine.publicVersion);
  const standing = new Map<string, 'published' | 'retracted'>();
  const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const keyOf = (release: string, locale: string) => `${release} ${locale}`;
  let made = 0;

  const orderOf = ({ number, locale }: { number: number; locale: string }, days: number): PublishOrder => {
    made += 1;
    const isKnown = standing.has(keyOf(idOf(number), locale));
    const past = new Date(Date.parse(clock.now()) - days * 86_400_000).toISOString();
    const countries = number % 2 === 0 ? ['MN'] : [];
    return {
      release: {
        ...{ id: idOf(number), office: 'HQ', type: 'news', countries, topics: [], organisationWide: false },
        ...{ reference: null, origin: 'written' },
      },
      ...{ locale, slug: null, pictures: [], translatedFrom: null, legacyPaths: [] },
      change: isKnown ? { kind: 'update', note: `Now it is text ${made}.`, major: false } : null,
      text: {
        ...{ kicker: null, headline: `Text ${made}`, summary: null, place: null },
        ...{ body: paragraph('…'), notes: null },
      },
      at: days === 0 || isKnown ? null : { instant: instantOf(past) },
    };
  };

  return {
    published,
    wait: () => clock.advanceTo(new Date(Date.parse(clock.now()) + 60_000).toISOString()),
    coverMongolia: () => setUpOffice(deps, { ...east, countries: ['MN'] }),
    async forget() {
      await withoutReleases(engine);
      standing.clear();
    },
    async publish(texts: readonly { number: number; locale: string }[], days: number) {
      const orders = texts.map((text) => orderOf(text, days));
      const outcome = await inTransaction((tx) => publishWithin(tx, publishing, orders));
      if (!outcome.ok) return;
      for (const { number, locale } of texts) standing.set(keyOf(idOf(number), locale), 'published');
    },
    withdraw: ({ number, locale }: { number: number; locale: string }) =>
      withdrawRelease(publishing, { release: idOf(number), locale, reason: 'Superseded.', at: null }),
    async retract({ number, locale }: { number: number; locale: string }) {
      const order = { release: idOf(number), locale, reason: 'It was false.', at: null };
      const outcome = await retractRelease(publishing, order);
      if (outcome.ok) standing.set(keyOf(order.release, locale), 'retracted');
    },
    async pagesNow(): Promise<Shown[]> {
      const pages: Shown[] = [];
      for (const subject of subjects)
        for (const locale of locales) pages.push(shownOn(await published.newestPage(subject, locale)));
      return pages;
    },
    async pagesAsOf(sequence: number): Promise<(Shown | null)[]> {
      const pages: (Shown | null)[] = [];
      for (const subject of subjects) {
        for (const locale of locales) {
          const found = await published.listAsOf(subject, locale, sequence);
          pages.push(found === null ? null : shownOn(found.page));
        }
      }
      return pages;
    },
    withoutRetracted(page: Shown): Shown {
      const isGone = (release: string, locale: string) => standing.get(keyOf(release, locale)) === 'retracted';
      return {
        ...page,
        items: page.items.map((item) => ({
          ...item,
          ...(isGone(item.release, item.locale)
            ? { headline: null, change: null, standing: 'retracted' as const }
            : {}),
          languages: item.languages.map((one) =>
            isGone(item.release, one.locale) ? { ...one, standing: 'retracted' as const } : one,
          ),
        })),
      };
    },
  };
}
