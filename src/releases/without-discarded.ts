import type { Tx } from '../database/transaction.ts';
import type { Draft, DraftStore } from './draft.ts';

/**
 * A text as it stands beside a correction of it that was discarded: published, with the words, the revision and the editor from
 * which that began; who submitted and approved those the log says. Any other text is as it is.
 */
export async function withoutDiscarded(
  tx: Tx,
  { drafts }: { readonly drafts: Pick<DraftStore, 'firstRevision' | 'revisions' | 'publicText'> },
  draft: Draft,
): Promise<Draft> {
  if (draft.standing.state !== 'discarded' || draft.edition === 1) return draft;
  const { release, locale } = draft;
  const begun = await drafts.firstRevision(tx, draft);
  if (begun === null) return draft;
  const revision = begun.revision - 1;
  const [last] = await drafts.revisions(tx, release, locale, { to: revision, limit: 1 });
  return {
    ...draft,
    ...{ standing: { state: 'published' }, edition: draft.edition - 1, revision, content: begun.content },
    source: sourceOfPublic(draft),
    change: (await drafts.publicText(tx, release, locale))?.change ?? null,
    // What moved in was saved by nobody before.
    changedBy: last?.savedBy ?? begun.savedBy,
    changedAt: last?.savedAt ?? begun.savedAt,
  };
}

/** How far the public edition of a text has caught up with what it translates. */
export function sourceOfPublic({ standing, source, publicSource }: Draft): Draft['source'] {
  return standing.state === 'published' ? source : (publicSource ?? source);
}

/** What a translation is compared with: its source as it stands; null where all of that was discarded. */
export async function sourceNow(
  tx: Tx,
  deps: { readonly drafts: Pick<DraftStore, 'draft' | 'firstRevision' | 'revisions' | 'publicText'> },
  { release, source }: Pick<Draft, 'release' | 'source'>,
): Promise<Draft | null> {
  const kept = source === null ? null : await deps.drafts.draft(tx, release, source.locale);
  const draft = kept === null ? null : await withoutDiscarded(tx, deps, kept);
  return draft?.standing.state === 'discarded' ? null : draft;
}
