import type { Tx } from '../../database/transaction.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import type { Draft, DraftContent } from '../../releases/draft.ts';
import { withoutDiscarded } from '../../releases/without-discarded.ts';
import type { RemarkSeen } from '../contract-reviews.ts';
import type { PreviewStore } from '../previews/preview.ts';
import { namesOf } from '../writing/names.query.ts';
import type { Remark, RemarkStore } from './remark.ts';
import { contentHash, isStillThere, paragraphsOf } from './reviewed-content.ts';

interface RemarkReads {
  readonly drafts: DeskDeps['drafts'];
  readonly remarks: RemarkStore;
  readonly previews: PreviewStore;
}

/** What was remarked of a text, newest first, held against the text as it is now. */
export async function remarksSeen(tx: Tx, deps: RemarkReads, kept: Draft): Promise<readonly RemarkSeen[]> {
  const { release, locale } = kept;
  const remarks = await deps.remarks.ofText(tx, release, locale);
  if (remarks.length === 0) return [];
  const { content } = await withoutDiscarded(tx, deps, kept);
  const links = new Map((await deps.previews.ofText(tx, release, locale)).map((link) => [link.id, link]));
  const people = [...links.values()].map(({ createdBy }) => createdBy);
  const names = await namesOf(tx, [...people, ...remarks.flatMap(({ settled }) => settled?.by ?? [])]);
  const now = contentHash(content);
  const read = await paragraphsRead(tx, deps, remarks);
  return remarks.map((remark): RemarkSeen => {
    const { id, name, words, madeAt, on, settled } = remark;
    const link = links.get(remark.link);
    const sharedBy = link === undefined ? '' : (names.get(link.createdBy) ?? '');
    return {
      ...{ id, name, words, madeAt, edition: on.edition, revision: on.revision },
      link: { id: remark.link, sharedBy, sharedAt: link?.createdAt ?? null },
      isOfTextNow: on.contentHash === now,
      about: aboutOf(remark, read.get(on.revision) ?? [], content),
      settled: settled === null ? null : { ...settled, by: names.get(settled.by) ?? '' },
    };
  });
}

function aboutOf({ paragraph }: Remark, read: readonly string[], content: DraftContent): RemarkSeen['about'] {
  if (paragraph === null) return null;
  const words = read[paragraph - 1] ?? '';
  return { number: paragraph, words, isStillThere: isStillThere(words, content) };
}

/** The paragraphs of each revision of which one is named. */
export async function paragraphsRead(
  tx: Tx,
  { drafts }: Pick<RemarkReads, 'drafts'>,
  remarks: readonly Remark[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const read = new Map<number, readonly string[]>();
  for (const { release, locale, paragraph, on } of remarks) {
    if (paragraph === null || read.has(on.revision)) continue;
    const kept = await drafts.revision(tx, release, locale, on.revision);
    read.set(on.revision, kept === null ? [] : paragraphsOf(kept.content));
  }
  return read;
}
