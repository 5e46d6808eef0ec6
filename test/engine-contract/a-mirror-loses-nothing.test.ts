import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraph } from '../../src/platform/html.ts';
import { type CivilDay, instantOf } from '../../src/platform/instant.ts';
import type { ListSubject } from '../../src/published/list.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import type { Published } from '../../src/published/published.ts';
import { wholeReleaseQueries } from '../../src/published/whole-release.query.ts';
import type { WholeReleases } from '../../src/published/whole-release.ts';
import type { PublishDeps } from '../../src/releases/publish-release.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { withdrawRelease } from '../../src/releases/withdraw-release.ts';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { withoutReleases } from '../support/empty-newsroom.ts';
import { eachEngine } from '../support/engines.ts';
import { type Mirror, openMirror, pagesOf } from '../support/mirror.ts';

const bilingual: ArchiveLine = {
  kind: 'organisation',
  names: { en: 'Port of Calder' },
  introductions: {},
  locales: [
    { locale: 'en', scope: 'any' },
    { locale: 'mn', scope: 'locale' },
  ],
  defaultLocale: 'en',
  timeZone: 'Europe/London',
};
const locales = ['en', 'mn', 'fr'];
const subjects: ListSubject[] = [
  { kind: 'organisation' },
  { kind: 'country', code: 'MN' },
  { kind: 'type', type: 'news' },
];

const step = fc.oneof(
  fc.record({
    step: fc.constant('publish' as const),
    which: fc.nat(9),
    locale: fc.constantFrom(...locales),
    daysAgo: fc.option(fc.nat(900), { freq: 3 }),
  }),
  fc.record({
    step: fc.constantFrom('correct' as const, 'withdraw' as const, 'retract' as const),
    which: fc.nat(9),
    locale: fc.constantFrom(...locales),
  }),
  fc.record({ step: fc.constant('import' as const), from: fc.integer({ min: 100, max: 190 }) }),
  fc.record({
    step: fc.constantFrom('follow' as const, 'interrupted' as const),
    limit: fc.integer({ min: 1, max: 7 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

eachEngine('a mirror', (open) => {
  async function newsroom() {
    const engine = await open();
    const deps = archiveDeps(engine);
    await importArchive(deps, fileOf(archiveOf([bilingual, portOffice])));
    const published = publishedQueries(engine.published, engine.publicVersion);
    return { engine, deps, published, releases: wholeReleaseQueries(engine.published) };
  }

  describe('that follows the change stream from the beginning, interrupted anywhere', () => {
    test('has every text, standing and list as the newsroom has them', async () => {
      const { engine, deps, published, releases } = await newsroom();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 45 }), async (steps) => {
          await withoutReleases(engine);
          const mirror = openMirror();
          for (const one of steps) await take(one, { deps, releases, mirror });
          while (!(await mirror.follow(releases, 3))) expect(mirror.releases.size).toBeLessThan(1_000);
          await isTheSame(mirror, published, releases);
        }),
        { numRuns: 12, seed: 20_261_124 },
      );
    });
  });

  test('is told where a text ended, and never a word of one that was retracted', async () => {
    const { deps, releases } = await newsroom();
    await importArchive(deps, fileOf(archiveOf([...actsOf(6), ...actsOf(10)])));
    await retractRelease(deps.publishing, { release: idOf(6), locale: 'en', reason: 'It was false.', at: null });
    const { acts, next, latest } = await releases.acts(0, 100);
    expect([next, latest]).toEqual([7, 7]);
    const told = acts.map((act) => [act.sequence, act.act, act.release.reference.number, act.language.locale]);
    expect(told).toEqual([
      [2, 'published', 1, 'mn'],
      [4, 'published', 2, 'en'],
      [5, 'published', 2, 'mn'],
      [6, 'withdrawn', 2, 'en'],
      [7, 'retracted', 1, 'en'],
    ]);
    expect(JSON.stringify(acts)).not.toContain('Ferry 6, corrected');
    expect(acts.at(-1)).toMatchObject({ edition: null, language: { end: { sequence: 7, reason: 'It was false.' } } });
  });

  test('that has everything is told nothing, and where to go on', async () => {
    const { deps, releases } = await newsroom();
    expect(await releases.acts(0, 10)).toEqual({ acts: [], next: 0, latest: 0 });
    await importArchive(deps, fileOf(archiveOf(actsOf(1))));
    expect(await releases.acts(1, 10)).toEqual({ acts: [], next: 1, latest: 1 });
    expect(await releases.acts(99, 10)).toEqual({ acts: [], next: 99, latest: 1 });
  });
});

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

interface Around {
  readonly deps: ReturnType<typeof archiveDeps>;
  readonly releases: WholeReleases;
  readonly mirror: Mirror;
}

/** What is refused is refused to a newsroom and its mirror alike. */
async function take(one: Step, { deps, releases, mirror }: Around): Promise<void> {
  switch (one.step) {
    case 'publish':
      await publish(deps.publishing, one, null);
      return;
    case 'correct':
      await publish(deps.publishing, { ...one, daysAgo: null }, { kind: 'correction', note: 'The hour.', major: true });
      return;
    case 'withdraw':
    case 'retract': {
      const end = one.step === 'withdraw' ? withdrawRelease : retractRelease;
      await end(deps.publishing, { release: idOf(one.which), locale: one.locale, reason: 'Because.', at: null });
      return;
    }
    case 'import':
      await importArchive(deps, fileOf(archiveOf(Array.from({ length: 3 }, (_, at) => actsOf(one.from + at)).flat())));
      return;
    default:
      await mirror.follow(releases, one.limit, one.step === 'interrupted');
  }
}

async function publish(
  deps: PublishDeps,
  { which, locale, daysAgo }: { which: number; locale: string; daysAgo: number | null },
  change: { kind: 'correction'; note: string; major: boolean } | null,
): Promise<void> {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const ago = daysAgo === null ? null : new Date(now - daysAgo * 86_400_000).toISOString();
  const at =
    ago === null ? null : which % 2 === 0 ? { instant: instantOf(ago) } : { day: ago.slice(0, 10) as CivilDay };
  await publishRelease(deps, [
    {
      release: {
        ...{ id: idOf(which), office: 'PORT', type: which % 3 === 0 ? 'news' : 'statement', topics: [] },
        ...{ countries: which % 2 === 0 ? ['MN'] : [], organisationWide: false, reference: null, origin: 'written' },
      },
      ...{ locale, slug: null, pictures: [], at, change, translatedFrom: null, legacyPaths: [] },
      text: {
        ...{ kicker: null, headline: `Ferry ${which} in ${locale}`, summary: null, place: null, notes: null },
        body: paragraph('It sails.'),
      },
    },
  ]);
}

async function isTheSame(mirror: Mirror, published: Published, releases: WholeReleases): Promise<void> {
  for (const subject of subjects) {
    expect(mirror.list(subject, 'any')).toEqual(await pagesOf(published, subject, 'en'));
    expect(mirror.list(subject, 'mn')).toEqual(await pagesOf(published, subject, 'mn'));
  }
  for (const { facts, languages } of mirror.releases.values()) {
    const { languages: whole, ...said } = (await releases.release(facts.id)) ?? { languages: [] };
    expect(said).toEqual(facts);
    expect(whole.map(({ locale }) => locale).sort()).toEqual([...languages.keys()].sort());
    for (const { current, editions, isBehindCorrection: _, ...standing } of whole) {
      const known = languages.get(standing.locale);
      expect(standing).toEqual(known?.facts);
      expect(editions.map(({ number }) => number)).toEqual([...(known?.editions.keys() ?? [])]);
      expect(current).toEqual(known?.editions.get(current?.number ?? 0) ?? null);
      const found = await published.text(facts.reference, standing.locale, null);
      expect(found?.found === 'text' ? found.text.headline : null).toBe(current?.headline ?? null);
    }
  }
}
