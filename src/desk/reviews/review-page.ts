import type { Tx } from '../../database/transaction.ts';
import type { Instant } from '../../platform/instant.ts';
import type { Draft } from '../../releases/draft.ts';
import type { PreviewLink } from '../previews/preview.ts';
import { type RemarkRefusal, type ReviewDeps, remarkLimits } from './make-remark.ts';
import { paragraphsRead } from './remarks-seen.ts';
import { contentHash, paragraphsOf } from './reviewed-content.ts';

/** What the page says above a text under review. */
export interface ReviewShown {
  readonly address: string;
  readonly question: string;
  readonly paragraphs: readonly string[];
  readonly revision: number;
  readonly contentHash: string;
  readonly limits: typeof remarkLimits;
  readonly typed: ReviewTyped;
  readonly problems: readonly RemarkRefusal[];
  readonly sent: readonly RemarkSent[];
}

export interface ReviewTyped {
  readonly name: string;
  readonly words: string;
  readonly paragraph: number;
}

interface RemarkSent {
  readonly name: string;
  readonly words: string | null;
  readonly madeAt: Instant;
  readonly about: { readonly number: number; readonly words: string } | null;
  readonly isOfTextNow: boolean;
}

interface Shown {
  readonly link: PreviewLink;
  readonly token: string;
  readonly draft: Draft;
  /** What was typed and not kept, with the revision that it was typed above; null: nothing yet. */
  readonly typed: (ReviewTyped & { readonly revision: number }) | null;
  readonly problems: readonly RemarkRefusal[];
}

/** The form above the text as it is now, with what came by the link before. Null where the link is to read only. */
export async function reviewShown(tx: Tx, deps: ReviewDeps, shown: Shown): Promise<ReviewShown | null> {
  const { link, token, draft, typed } = shown;
  if (link.review === null) return null;
  const { content, revision } = draft;
  const paragraphs = paragraphsOf(content);
  const remarks = await deps.remarks.ofLink(tx, link.id);
  const read = await paragraphsRead(tx, deps, remarks);
  const hash = contentHash(content);
  const isMoved = typed !== null && typed.revision !== revision && !shown.problems.some(isOfText);
  return {
    ...{ address: `/desk/shared/${encodeURIComponent(token)}`, question: link.review.question, paragraphs },
    ...{ revision, contentHash: hash, limits: remarkLimits },
    typed: await typedNow(tx, deps, shown, paragraphs, remarks[0]?.name ?? ''),
    problems: isMoved ? [...shown.problems, { reason: 'text-unknown' }] : shown.problems,
    sent: remarks.map(({ name, words, madeAt, paragraph, on }) => ({
      ...{ name, words, madeAt, isOfTextNow: on.contentHash === hash },
      about: paragraph === null ? null : { number: paragraph, words: read.get(on.revision)?.[paragraph - 1] ?? '' },
    })),
  };
}

function isOfText({ reason }: RemarkRefusal): boolean {
  return reason === 'text-unknown';
}

/** What was typed; the paragraph it is about by its number in the text as it is now, wherever it went. */
async function typedNow(
  tx: Tx,
  deps: ReviewDeps,
  { link, draft, typed }: Shown,
  paragraphs: readonly string[],
  name: string,
): Promise<ReviewTyped> {
  if (typed === null) return { name, words: '', paragraph: 0 };
  if (typed.revision === draft.revision) return typed;
  const kept = Number.isSafeInteger(typed.revision)
    ? await deps.drafts.revision(tx, link.release, link.locale, typed.revision)
    : null;
  const meant = kept === null ? undefined : paragraphsOf(kept.content)[typed.paragraph - 1];
  return { ...typed, paragraph: meant === undefined ? 0 : paragraphs.indexOf(meant) + 1 };
}
