import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import type { Tx } from '../../src/database/transaction.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import type { Office } from '../../src/offices/office.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import { paragraph } from '../../src/platform/html.ts';
import { type CivilDay, instantOf } from '../../src/platform/instant.ts';
import type { ListSubject } from '../../src/published/list.ts';
import { pinStore } from '../../src/published/pin.store.ts';
import { MOST_PINNED } from '../../src/published/pin.ts';
import { publicationStore } from '../../src/published/publication.store.ts';
import { pictureStore } from '../../src/releases/picture.store.ts';
import type { PublishOrder } from '../../src/releases/publish-order.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { setUpOffice } from '../../src/releases/set-up-office.ts';
import { withdrawRelease } from '../../src/releases/withdraw-release.ts';
import { indexStore } from '../../src/search/index.store.ts';
import { quayPicture } from '../support/desk-cast.ts';
import { anotherNode, eachEngine } from '../support/engines.ts';
import { everyAddress, openReaders } from '../support/kept-pages.ts';

const subjects: ListSubject[] = [{ kind: 'organisation' }, { kind: 'office', code: 'EAST' }];
const asked = { subjects, locales: ['en', 'fr'], years: [2025, 2026] };
const SEEDED = 105;
const LARGE = 1e8;
/** At once, as readers come; a database on another machine is waited for by each. */
const READERS = 4;

eachEngine('kept pages', (open) => {
  test('whatever is published, corrected, ended or renamed, every address is what a server that keeps nothing says', async () => {
    const newsroom = await openNewsroom(await open());
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 8, maxLength: 8 }), async (acts) => {
        const keeping = await openReaders(newsroom.reading, newsroom.clock, LARGE);
        const fresh = await openReaders(newsroom.reading, newsroom.clock, 0);
        const compare = async (act: Act | null) => {
          const waiting = (await everyAddress(newsroom.reading, asked)).values();
          const takeTurns = async () => {
            for (const url of waiting) {
              const [kept, now] = [await keeping.text(url), await fresh.text(url)];
              if (kept !== now) expect({ act, url, kept }).toEqual({ act, url, kept: now });
            }
          };
          await Promise.all(Array.from({ length: READERS }, takeTurns));
        };
        await compare(null);
        for (const act of acts) {
          await newsroom.do(act);
          await compare(act);
        }
        await keeping.close();
        await fresh.close();
      }),
      { numRuns: 1, seed: 20_261_126 },
    );
  }, 600_000);

  test('a publication of today leaves the pages of the past as they are, in lists, feeds and years', async () => {
    const newsroom = await openNewsroom(await open());
    await newsroom.do({ ...today, which: 500 });
    const readers = await openReaders(newsroom.reading, newsroom.clock, LARGE);
    const addresses = await everyAddress(newsroom.reading, asked);
    for (const url of addresses) await readers.text(url);

    await newsroom.do({ ...today, which: 501 });
    readers.renderings.length = 0;
    const past = [
      '/en/page/1',
      '/en/page/2',
      '/en/page/2/feed.json',
      '/en/2025',
      '/en/2025/page/2',
      '/en/offices/east/page/1',
    ];
    const texts = addresses.filter((url) => url.includes('/releases/'));
    // The French list has French texts only.
    for (const url of [...past, ...texts, '/fr', '/en/topics', '/robots.txt']) await readers.text(url);
    expect(readers.renderings).toEqual([]);

    const present = ['/en', '/en/2026', '/en/archive', '/en/feed.atom', '/sitemap.xml'];
    for (const url of present) await readers.text(url);
    expect(readers.renderings).toEqual(present);
    await readers.close();
  });

  test('a list that begins with a publication leaves the pages of others as they are', async () => {
    const newsroom = await openNewsroom(await open());
    await newsroom.do({ ...today, which: 500 });
    const readers = await openReaders(newsroom.reading, newsroom.clock, LARGE);
    const others = ['/en/page/1', '/en/2025', '/en/topics', '/en/offices/east/page/1', '/fr/page/1'];
    const begun = ['/en/topics/tides', '/fr/topics/tides'];
    for (const url of [...others, ...begun]) await readers.text(url);

    await newsroom.do({ ...today, which: 501, locale: 'fr', topic: 'tides' });
    readers.renderings.length = 0;
    for (const url of [...others, ...begun]) await readers.text(url);
    expect(readers.renderings).toEqual(begun);
    await readers.close();
  });

  test('a process that missed more than is remembered keeps nothing, and no more is remembered than that', async () => {
    const newsroom = await openNewsroom(await open());
    const readers = await openReaders(newsroom.reading, newsroom.clock, LARGE);
    await readers.text('/en/page/1');
    for (let n = 0; n < 210; n += 1) await newsroom.do({ ...today, which: 600 + n });
    readers.renderings.length = 0;
    await readers.text('/en/page/1');
    expect(readers.renderings).toEqual(['/en/page/1']);
    expect(await newsroom.reading.publicChanges(0)).toHaveLength(200);
  });
});

type Act =
  | { act: 'publish'; which: number; locale: string; daysAgo: number; office: string; pictured: boolean; topic: string }
  | { act: 'correct' | 'withdraw' | 'retract'; which: number; locale: string }
  | { act: 'pin' | 'unpin'; which: number; list: 'organisation' | 'office:EAST' }
  | { act: 'office' | 'boilerplate' | 'credit'; which: number };

const today = { act: 'publish', locale: 'en', daysAgo: 0, office: 'HQ', pictured: false, topic: 'ports' } as const;

const which = fc.oneof(fc.nat(SEEDED - 1), fc.integer({ min: SEEDED, max: 999 }));
const locale = fc.constantFrom('en', 'en', 'fr', 'mn');
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ act: fc.constant('publish' as const), which, locale },
      // Today, within the newest pages, the turn of a year, and a year that nothing was published in.
      daysAgo: fc.oneof(fc.constant(0), fc.constantFrom(1, 327, 328, 329, 330, 700), fc.nat(420)),
      office: fc.constantFrom('HQ', 'EAST'),
      pictured: fc.boolean(),
      topic: fc.constantFrom('ports', 'tides'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('correct' as const, 'withdraw' as const, 'retract' as const),
      which: fc.nat(SEEDED - 1),
      locale: fc.constantFrom('en', 'fr'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('pin' as const, 'pin' as const, 'unpin' as const),
      which: fc.nat(SEEDED - 1),
      list: fc.constantFrom('organisation' as const, 'office:EAST' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('office' as const, 'boilerplate' as const, 'credit' as const),
      which: fc.nat(999),
    }),
  },
);

/** 105 releases of two years, read by one node and changed by another. */
async function openNewsroom(reading: Engine) {
  const writing = await anotherNode(reading);
  const clock = fixedClock('2026-11-24T12:00:00Z');
  const institution = institutionStore();
  const { inTransaction } = writing;
  const publications = publicationStore(writing);
  const deps = {
    inTransaction,
    publications,
    clock,
    institution,
    beforePublic: async () => {},
    index: indexStore(writing),
  };
  await inTransaction(async (tx) => {
    await institution.saveOrganisation(tx, {
      names: { en: 'Harbours' },
      introductions: {},
      locales: [
        { locale: 'en', scope: 'any' },
        { locale: 'fr', scope: 'locale' },
        { locale: 'mn', scope: 'any' },
      ],
      defaultLocale: 'en',
      timeZone: 'UTC',
    });
    for (const code of ['ports', 'tides']) await institution.saveTopic(tx, { code, slug: code, names: { en: code } });
  });
  for (const one of [office('HQ', []), office('EAST', ['MN'])]) await setUpOffice(deps, one);
  const seeded = Array.from({ length: SEEDED }, (_, n) => n).flatMap((n) => {
    const act = {
      ...today,
      which: n,
      daysAgo: 420 - n * 4,
      office: n % 3 === 0 ? 'EAST' : 'HQ',
      pictured: n % 10 === 0,
    };
    const first = orderOf(act, clock);
    return n % 2 === 0 ? [first, { ...first, locale: 'fr' }] : [first];
  });
  await inTransaction((tx) => pictureStore().release(tx, quayPicture(1)));
  expect(await publishRelease(deps, seeded)).toMatchObject({ ok: true });

  return {
    reading,
    clock,
    async do(act: Act): Promise<void> {
      switch (act.act) {
        case 'publish':
          await publishRelease(deps, [orderOf(act, clock)]);
          return;
        case 'correct': {
          const order = orderOf({ ...today, ...act, act: 'publish', pictured: true }, clock);
          const change = { kind: 'correction', note: 'It sails at one.', major: act.which % 2 === 0 } as const;
          await publishRelease(deps, [{ ...order, at: null, change }]);
          return;
        }
        case 'withdraw':
        case 'retract': {
          const end = act.act === 'withdraw' ? withdrawRelease : retractRelease;
          await end(deps, { release: idOf(act.which), locale: act.locale, reason: 'It was wrong.', at: null });
          return;
        }
        case 'pin':
        case 'unpin':
          await inTransaction(async (tx) => {
            const { list, act: wanted } = act;
            const pins = await pinStore().onList(tx, list);
            const first = pins[0]?.release ?? idOf(act.which);
            if (wanted === 'unpin' || pins.length === MOST_PINNED)
              await pinStore().remove(tx, { list, release: first });
            const pin = { list, release: idOf(act.which), pinnedAt: clock.now() };
            if (wanted === 'pin' && pins.every(({ release }) => release !== pin.release)) await pinStore().add(tx, pin);
          });
          return;
        case 'office': {
          const introductions = { en: `Of ${act.which}` };
          await setUpOffice(deps, { ...office('EAST', ['MN', 'CN']), introductions });
          return;
        }
        case 'boilerplate': {
          const from = new Date(Date.UTC(2024, 0, 1 + act.which)).toISOString().slice(0, 10) as CivilDay;
          const words = { boilerplate: paragraph(`Of ${act.which}`), contacts: paragraph('The desk') };
          const known = await inTransaction((tx) => institution.boilerplates(tx));
          if (known.some((one) => one.from === from)) return;
          await inTransaction((tx) => institution.saveBoilerplate(tx, { office: 'HQ', locale: 'en', from, ...words }));
          return;
        }
        case 'credit': {
          // A text that goes public takes its picture with it, as the desk has it by then.
          const picture = quayPicture(1);
          const rights = { ...picture.rights, credit: `© Number ${act.which}`, creator: `Number ${act.which}` };
          const beforePublic = (tx: Tx) => pictureStore().release(tx, { ...picture, rights });
          const order = orderOf({ ...today, which: act.which + 1_000, pictured: true }, clock);
          await publishRelease({ ...deps, beforePublic }, [order]);
          return;
        }
      }
    },
  };
}

function orderOf(act: Extract<Act, { act: 'publish' }>, clock: FixedClock): PublishOrder {
  const at = instantOf(new Date(Date.parse(clock.now()) - act.daysAgo * 86_400_000).toISOString());
  return {
    release: {
      ...{ id: idOf(act.which), office: act.office, type: act.which % 7 === 0 ? 'statement' : 'news' },
      ...{ countries: act.which % 4 === 0 ? ['CN'] : [], topics: [act.topic], organisationWide: act.which % 9 === 0 },
      ...{ reference: null, origin: 'written' },
    },
    locale: act.locale,
    slug: null,
    text: {
      ...{ kicker: null, headline: `Ferry ${act.which} in ${act.locale}`, summary: `Of ${act.daysAgo} days ago.` },
      ...{ place: null, body: paragraph('It sails at noon.'), notes: null },
    },
    pictures: act.pictured ? [{ asset: quayPicture(1).id, alt: 'The quay', caption: null }] : [],
    at: act.daysAgo === 0 ? null : { instant: at },
    ...{ change: null, translatedFrom: null, legacyPaths: [] },
  };
}

function idOf(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

function office(code: string, countries: string[]): Office {
  const timeZone = code === 'EAST' ? 'Asia/Ulaanbaatar' : 'UTC';
  return {
    code,
    slug: code.toLowerCase(),
    names: { en: code },
    introductions: {},
    countries,
    locales: ['en'],
    timeZone,
  };
}
