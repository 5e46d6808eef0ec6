import type { Engine } from '../database/engine.ts';
import { renewPublicVersion } from '../database/public-version.ts';
import { inside } from '../database/schema.ts';
import type { KnownText, LegacyStore } from './legacy-map.ts';

/** Asked for in one statement: far below what the engines take. */
const AT_ONCE = 500;

export function legacyStore(engine: Engine): LegacyStore {
  return {
    async text(tx, reference, locale) {
      const row = await inside(tx)
        .selectFrom('release')
        .innerJoin('language_version as version', 'version.release', 'release.id')
        .select('release.id')
        .where('release.office', '=', reference.office)
        .where('release.reference_year', '=', reference.year)
        .where('release.reference_number', '=', reference.number)
        .where('version.locale', '=', locale)
        .executeTakeFirst();
      return row === undefined ? null : { release: row.id, locale, reference };
    },

    async owners(tx, addresses) {
      const owners = new Map<string, KnownText>();
      for (const some of chunks(addresses)) {
        const rows = await inside(tx)
          .selectFrom('path_ledger')
          .innerJoin('release', 'release.id', 'path_ledger.release')
          .select(['path', 'release', 'locale', 'office', 'reference_year', 'reference_number'])
          .where('path', 'in', some)
          .execute();
        for (const { path, release, locale, office, reference_year: year, reference_number: number } of rows) {
          owners.set(path, { release, locale, reference: { office, year, number } });
        }
      }
      return owners;
    },

    async targets(tx, addresses) {
      const targets = new Map<string, string | null>();
      for (const some of chunks(addresses)) {
        const rows = await inside(tx).selectFrom('legacy_address').selectAll().where('address', 'in', some).execute();
        for (const { address, target } of rows) targets.set(address, target);
      }
      return targets;
    },

    async counts(tx, releases) {
      const counts = new Map<string, number>();
      for (const some of chunks(releases)) {
        const rows = await inside(tx)
          .selectFrom('path_ledger')
          .select((row) => ['release', 'locale', row.fn.countAll<number>().as('count')])
          .where('outcome', '=', 'moved')
          .where('release', 'in', some)
          .groupBy(['release', 'locale'])
          .execute();
        for (const { release, locale, count } of rows) counts.set(`${release} ${locale}`, count);
      }
      return counts;
    },

    patterns: (tx) =>
      inside(tx).selectFrom('legacy_pattern').select(['pattern', 'target']).orderBy('position').execute(),

    async write(tx, { texts, addresses, takenBack, patterns }) {
      const db = inside(tx);
      const forgotten = [...texts.map(({ path }) => path), ...addresses.map(({ address }) => address), ...takenBack];
      for (const some of chunks(forgotten)) {
        await db.deleteFrom('legacy_address').where('address', 'in', some).execute();
      }
      const moved = texts.map((text) => ({ ...text, outcome: 'moved' as const }));
      await engine.insertRows(tx, 'path_ledger', moved);
      await engine.insertRows(tx, 'legacy_address', addresses);
      if (patterns !== null) {
        await db.deleteFrom('legacy_pattern').execute();
        const rows = patterns.map(({ pattern, target }, index) => ({ pattern, position: index + 1, target }));
        await engine.insertRows(tx, 'legacy_pattern', rows);
      }
      await renewPublicVersion(db, { subjects: null });
    },
  };
}

function* chunks<Value>(values: readonly Value[]): Generator<Value[]> {
  for (let from = 0; from < values.length; from += AT_ONCE) yield values.slice(from, from + AT_ONCE);
}
