import type { Tx } from '../../database/transaction.ts';
import { Fault } from '../../platform/faults.ts';
import { after, type Instant } from '../../platform/instant.ts';
import { isBlank, plainText } from '../../platform/text.ts';
import { linkOf } from '../previews/open-preview.ts';
import type { PreviewLink } from '../previews/preview.ts';
import type { PreviewDeps } from '../previews/share-preview.ts';
import type { RemarkStore, ReviewedText } from './remark.ts';
import { contentHash, paragraphsOf } from './reviewed-content.ts';

export interface ReviewDeps extends PreviewDeps {
  readonly remarks: RemarkStore;
}

/** What came with the form: anything at all. */
export interface RemarkOrder {
  readonly token: string;
  readonly address: string;
  readonly name: string;
  readonly words: string;
  /** A number in `paragraphsOf`; 0: the whole text. */
  readonly paragraph: number;
  /** What the form stood above. */
  readonly revision: number;
  readonly contentHash: string;
  readonly foundNothing: boolean;
}

/** Why a remark was not kept, for the page to say. */
export type RemarkRefusal =
  | {
      readonly reason: 'name-missing' | 'words-missing' | 'words-beside-nothing' | 'paragraph-unknown' | 'text-unknown';
    }
  | { readonly reason: 'too-long'; readonly field: 'name' | 'words'; readonly length: number; readonly limit: number }
  | { readonly reason: 'not-plain'; readonly field: 'name' | 'words' }
  | { readonly reason: 'too-many'; readonly limit: number };

export type RemarkOutcome = { readonly ok: true } | { readonly ok: false; readonly refusals: readonly RemarkRefusal[] };

/** In UTF-16 units. */
export const remarkLimits = { name: 100, words: 4_000 } as const;

/** By one link: more than somebody finds who reads, less than would bury what others found. */
export const MOST_AN_HOUR = 30;
const HOUR_SECONDS = 3_600;

/**
 * Keeps what the reader of a link for review remarked, bound to the very content they read: the revision and the hash that came
 * with their form must belong together. The text may have been saved since; the remark stays with what it was made on.
 *
 * @throws Fault DRAFT_NOT_FOUND as openPreview, and where the link is to read only.
 */
export async function makeRemark(deps: ReviewDeps, order: RemarkOrder): Promise<RemarkOutcome> {
  return deps.inTransaction(async (tx): Promise<RemarkOutcome> => {
    const link = await linkOf(tx, deps, order.token);
    if (link.review === null) throw new Fault('DRAFT_NOT_FOUND');
    const { release, locale } = link;
    const at = deps.clock.now();
    const on = await reviewedText(tx, deps, link, order);
    const refusals = [...whyNotKept(order), ...(await whyNotNow(tx, deps, link, at))];
    if (on === null) refusals.push({ reason: 'text-unknown' });
    else if (!Number.isInteger(order.paragraph) || order.paragraph < 0 || order.paragraph > on.paragraphs)
      refusals.push({ reason: 'paragraph-unknown' });
    if (on === null || refusals.length > 0) return { ok: false, refusals };

    const { name, foundNothing } = order;
    const words = foundNothing ? null : order.words;
    const paragraph = foundNothing || order.paragraph === 0 ? null : order.paragraph;
    const { edition, revision, contentHash: hash } = on;
    const remark = { id: deps.newId(), link: link.id, release, locale, on: { edition, revision, contentHash: hash } };
    await deps.remarks.add(tx, { ...remark, madeAt: at, name: name.trim(), words, paragraph, settled: null });
    const office = (await deps.drafts.release(tx, release))?.office ?? null;
    const act = foundNothing ? 'found-nothing' : 'remarked';
    const entry = { at, person: null, name: 'A reader with a link', act, release, locale, office } as const;
    const detail = { preview: link.id, name: name.trim(), edition, revision, address: order.address };
    await deps.audit.append(tx, { ...entry, detail });
    return { ok: true };
  });
}

function whyNotKept({ name, words, foundNothing }: RemarkOrder): RemarkRefusal[] {
  const refusals: RemarkRefusal[] = [];
  if (isBlank(name)) refusals.push({ reason: 'name-missing' });
  if (foundNothing && !isBlank(words)) refusals.push({ reason: 'words-beside-nothing' });
  if (!foundNothing && isBlank(words)) refusals.push({ reason: 'words-missing' });
  for (const [field, text] of [
    ['name', name],
    ['words', words],
  ] as const) {
    const limit = remarkLimits[field];
    if (text.length > limit) refusals.push({ reason: 'too-long', field, length: text.length, limit });
    else if (!isPlain(text)) refusals.push({ reason: 'not-plain', field });
  }
  return refusals;
}

function isPlain(text: string): boolean {
  try {
    plainText(text, 'words', Number.POSITIVE_INFINITY);
    return true;
  } catch {
    return false;
  }
}

async function whyNotNow(tx: Tx, deps: ReviewDeps, { id }: PreviewLink, at: Instant): Promise<RemarkRefusal[]> {
  const count = await deps.remarks.countSince(tx, id, after(at, -HOUR_SECONDS));
  return count < MOST_AN_HOUR ? [] : [{ reason: 'too-many', limit: MOST_AN_HOUR }];
}

/** The text that the form stood above; null where no such text was ever kept. */
async function reviewedText(
  tx: Tx,
  deps: ReviewDeps,
  { release, locale }: PreviewLink,
  { revision, contentHash: hash }: RemarkOrder,
): Promise<(ReviewedText & { readonly paragraphs: number }) | null> {
  if (!Number.isInteger(revision) || revision < 1 || revision > 1_000_000_000) return null;
  const kept = await deps.drafts.revision(tx, release, locale, revision);
  if (kept === null || contentHash(kept.content) !== hash) return null;
  return { edition: kept.edition, revision, contentHash: hash, paragraphs: paragraphsOf(kept.content).length };
}
