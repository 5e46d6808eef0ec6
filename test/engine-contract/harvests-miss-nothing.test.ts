import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { paragraph } from '../../src/platform/html.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { publicationStore } from '../../src/published/publication.store.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import type { PublishOrder } from '../../src/releases/publish-order.ts';
import { publishWithin } from '../../src/releases/publish-release.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { setUpOffice } from '../../src/releases/set-up-office.ts';
import { withdrawRelease } from '../../src/releases/withdraw-release.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { oaiRoutes } from '../../src/syndication/oai/oai-routes.ts';
import { eachEngine } from '../support/engines.ts';
import { openHarvester } from '../support/harvester.ts';

const origin = 'https://newsroom.example';

const which = fc.record({ number: fc.nat(11), locale: fc.constantFrom('en', 'mn') });
const act = fc.oneof(
  // Published at once, or while a harvester asks between the writing and the commit; backdated where there are years.
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant('publish' as const), which, years: fc.nat(20), slow: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('withdraw' as const), which }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('retract' as const), which }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('harvest' as const), which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('lose' as const), which }) },
  { weight: 5, arbitrary: fc.record({ act: fc.constant('wait' as const), which, milliseconds: fc.nat(2_500) }) },
);

eachEngine('a harvest', (open) => {
  test('that is interrupted anywhere and resumed ends up with all that is public, deletions too', async () => {
    const engine = await open();
    const clock = fixedClock('2026-01-01T00:00:00Z');
    const wait = (milliseconds: number) =>
      clock.advanceTo(new Date(Date.parse(clock.now()) + milliseconds).toISOString());
    const newsroom = await openSmall(engine, clock);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 40, maxLength: 90 }), async (acts) => {
        round += 1;
        const nameOf = ({ number }: { number: number }) => {
          return `0190${String(round).padStart(4, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`;
        };
        const everything = openHarvester(newsroom.routes);
        const mongolian = openHarvester(newsroom.routes, 'language:mn');
        for (const one of acts) {
          const release = nameOf(one.which);
          const { locale } = one.which;
          if (one.act === 'wait') wait(one.milliseconds);
          if (one.act === 'lose') everything.loseToken();
          if (one.act === 'harvest') await (locale === 'mn' ? mongolian : everything).step();
          if (one.act === 'withdraw') await newsroom.withdraw(release, locale);
          if (one.act === 'retract') await newsroom.retract(release, locale);
          if (one.act !== 'publish') continue;
          await newsroom.publish(release, locale, one.years, async () => {
            if (!one.slow) return;
            wait(999);
            await everything.step();
          });
        }
        for (const harvester of [everything, mongolian]) while (!(await harvester.step()));
        for (const harvester of [everything, mongolian]) while (!(await harvester.step()));

        const titles = [...everything.copy].map(([id, kept]) => [id, kept === 'deleted' ? kept : kept.title]);
        expect(new Map(titles as [string, string][])).toEqual(newsroom.isPublic);
        const inMongolian = [...newsroom.isPublic].filter(([id]) => id.endsWith('/mn'));
        expect([...mongolian.copy.keys()].sort()).toEqual(inMongolian.map(([id]) => id).sort());
      }),
      { numRuns: 8, seed: 20_261_126 },
    );
  });
});

/** An office, and what the newsroom has made public: title or `deleted`, by the identifier that harvesters know. */
async function openSmall(engine: Engine, clock: ReturnType<typeof fixedClock>) {
  const { inTransaction } = engine;
  const stores = { publications: publicationStore(engine), index: indexStore(engine) };
  const publishing = { inTransaction, ...stores, clock, beforePublic: async () => {} };
  const office = { code: 'HQ', slug: 'hq', names: { en: 'Headquarters' }, introductions: {}, countries: [] };
  const deps = { ...publishing, institution: institutionStore() };
  await setUpOffice(deps, { ...office, locales: ['en', 'mn'], timeZone: 'UTC' });
  const published = publishedQueries(engine.published, engine.publicVersion);
  const routes = oaiRoutes({
    ...{ published, settings: { origin, clock }, atOnce: { ListRecords: 3, ListIdentifiers: 5 } },
  });
  const isPublic = new Map<string, string>();
  const idOf = (release: string, locale: string) => `oai:newsroom.example:${release}/${locale}`;
  let made = 0;

  return {
    routes,
    isPublic,
    async publish(release: string, locale: string, years: number, beforeCommit: () => Promise<void>) {
      made += 1;
      const headline = `Text ${made}`;
      const change = isPublic.has(idOf(release, locale)) ? { kind: 'update' as const, note: 'n', major: false } : null;
      const past = new Date(Date.parse(clock.now()) - years * 31_536_000_000).toISOString();
      const order: PublishOrder = {
        release: {
          ...{ id: release, office: 'HQ', type: 'news', countries: [], topics: [], organisationWide: false },
          ...{ reference: null, origin: 'written' },
        },
        ...{ locale, slug: null, pictures: [], change, translatedFrom: null, legacyPaths: [] },
        text: { kicker: null, headline, summary: null, place: null, body: paragraph('…'), notes: null },
        at: years === 0 || change !== null ? null : { instant: instantOf(past) },
      };
      await inTransaction(async (tx) => {
        const outcome = await publishWithin(tx, publishing, [order]);
        if (outcome.ok) isPublic.set(idOf(release, locale), headline);
        await beforeCommit();
      });
    },
    withdraw: (release: string, locale: string) =>
      withdrawRelease(publishing, { release, locale, reason: 'Superseded.', at: null }),
    async retract(release: string, locale: string) {
      const outcome = await retractRelease(publishing, { release, locale, reason: 'It was false.', at: null });
      if (outcome.ok) isPublic.set(idOf(release, locale), 'deleted');
    },
  };
}
