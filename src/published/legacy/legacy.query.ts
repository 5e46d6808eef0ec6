import type { PublishedHandle } from '../../database/schema.ts';
import { textAt } from '../path-ledger.query.ts';
import type { LedTo, Published } from '../published.ts';
import { legacyAddress, readableAddress } from './legacy-address.ts';
import { staysHere, type TextNamed, textNamed } from './legacy-target.ts';
import type { PatternTable } from './pattern-table.ts';

/** The legacy map as readers meet it. The table of patterns is read anew only when something public changed. */
export function legacyQueries(
  db: PublishedHandle,
  version: () => number | Promise<number>,
): Pick<Published, 'legacyAddressLeadsTo' | 'legacyPatternLeadsTo'> {
  let known: { version: number; table: PatternTable | null } | null = null;
  const table = async () => {
    const now = await version();
    if (known?.version !== now) known = { version: now, table: await tableOf(db) };
    return known.table;
  };

  return {
    async legacyAddressLeadsTo(path, query) {
      const address = legacyAddress(path, query);
      const text = await textAt(db, address);
      if (text !== null) return { to: 'text', ...text };
      const row = await db
        .selectFrom('legacy_address')
        .select('target')
        .where('address', '=', address)
        .executeTakeFirst();
      if (row === undefined) return null;
      if (row.target === null) return { to: 'gone' };
      return staysHere(row.target) ? { to: 'page', path: row.target } : null;
    },

    async legacyPatternLeadsTo(path, query) {
      const patterns = await table();
      if (patterns === null) return null;
      const forms = (query.size > 0 ? [query, null] : [null]).map((counted) => readableAddress(path, counted));
      for (const { target, isFilled } of patterns.describing(forms)) {
        if (target === null) return { to: 'gone' };
        const text = textNamed(target);
        const led = text === null ? pageAt(target, isFilled, patterns) : await textOf(db, text);
        if (led !== null) return led;
      }
      return null;
    },
  };
}

/** Loaded only where there are patterns: most newsrooms have none. */
async function tableOf(db: PublishedHandle): Promise<PatternTable | null> {
  const rows = await db.selectFrom('legacy_pattern').select(['pattern', 'target']).orderBy('position').execute();
  if (rows.length === 0) return null;
  const { patternTable } = await import('./pattern-table.ts');
  return patternTable(rows);
}

/** An address with groups filled in that a pattern describes itself would lead on and on. */
function pageAt(path: string, isFilled: boolean, patterns: PatternTable): LedTo | null {
  if (!staysHere(path)) return null;
  const { pathname, searchParams } = new URL(path, 'https://here.invalid');
  const forms = [readableAddress(pathname, searchParams), readableAddress(pathname, null)];
  const leadsOn = isFilled && patterns.describing(forms)[Symbol.iterator]().next().done !== true;
  return leadsOn ? null : { to: 'page', path };
}

async function textOf(db: PublishedHandle, { reference, locale }: TextNamed): Promise<LedTo | null> {
  const row = await db
    .selectFrom('release')
    .innerJoin('language_version as version', 'version.release', 'release.id')
    .select('version.slug')
    .where('release.office', '=', reference.office)
    .where('release.reference_year', '=', reference.year)
    .where('release.reference_number', '=', reference.number)
    .where('version.locale', '=', locale)
    .executeTakeFirst();
  return row === undefined ? null : { to: 'text', reference, locale, slug: row.slug };
}
