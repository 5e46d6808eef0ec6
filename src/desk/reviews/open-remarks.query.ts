import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { shortened } from '../../platform/text.ts';
import type { Draft } from '../../releases/draft.ts';
import type { OpenRemark, RemarkTask } from '../contract-reviews.ts';
import { isReadable } from '../writing/readable-drafts.query.ts';

const MOST = 20;
const EXCERPT = 120;

/** What is still to be settled of a text, and of those that go public together with it, newest first, for whoever decides about it. */
export async function openRemarks(
  tx: Tx,
  person: Person,
  { release, locale, bundle }: Pick<Draft, 'release' | 'locale' | 'bundle'>,
): Promise<readonly OpenRemark[]> {
  const rows = await inside(tx)
    .selectFrom('remark')
    .innerJoin('draft', (join) =>
      join.onRef('draft.release', '=', 'remark.release').onRef('draft.locale', '=', 'remark.locale'),
    )
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .select(['remark.release', 'remark.locale', 'remark.name', 'remark.words', 'draft.headline'])
    .where('remark.settled_at', 'is', null)
    .where('remark.words', 'is not', null)
    .where((row) => {
      const own = row.and([row('remark.release', '=', release), row('remark.locale', '=', locale)]);
      return bundle === null
        ? own
        : row.or([own, row.and([row('draft.bundle', '=', bundle), isReadable(row, person)])]);
    })
    .orderBy('remark.made_at', 'desc')
    .orderBy('remark.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ name, words, headline, ...of }) => {
    const isOwn = of.release === release && of.locale === locale;
    return {
      name,
      excerpt: shortened((words ?? '').replaceAll(/\s+/g, ' ').trim(), EXCERPT),
      of: isOwn ? null : { locale: of.locale, headline },
    };
  });
}

/** Texts that somebody wrote and of which a remark is open, the latest remark first: one line a text. */
export async function remarkLines(tx: Tx, person: Person, limit: number): Promise<RemarkTask[]> {
  const rows = await inside(tx)
    .selectFrom('remark')
    .innerJoin('draft', (join) =>
      join.onRef('draft.release', '=', 'remark.release').onRef('draft.locale', '=', 'remark.locale'),
    )
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .innerJoin('draft_hand as hand', (join) =>
      join
        .onRef('hand.release', '=', 'remark.release')
        .onRef('hand.locale', '=', 'remark.locale')
        .onRef('hand.edition', '=', 'remark.edition'),
    )
    .select(['remark.release', 'remark.locale', 'remark.name', 'remark.made_at', 'draft.headline'])
    .where('remark.settled_at', 'is', null)
    .where('remark.words', 'is not', null)
    .where('hand.person', '=', person.id)
    .where('draft.discarded_at', 'is', null)
    .where((row) => isReadable(row, person))
    .orderBy('remark.made_at', 'desc')
    .orderBy('remark.id', 'desc')
    .limit(limit)
    .execute();
  const lines = new Map<string, RemarkTask>();
  for (const { release, locale, name, made_at: openedAt, headline } of rows) {
    const text = `${release} ${locale}`;
    const known = lines.get(text);
    const line = { kind: 'settle-remark', release, locale, headline, openedAt, name } as const;
    lines.set(text, known === undefined ? { ...line, count: 1 } : { ...known, count: known.count + 1 });
  }
  return [...lines.values()];
}
