import { createHash } from 'node:crypto';
import type { SafeHtml } from '../platform/html.ts';
import { civilDayOf, instantOf } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { readReference } from '../published/reference.ts';
import { editionText } from '../releases/edition-text.ts';
import type { EndOrder } from '../releases/end-order.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import type { ArchiveAct, ArchiveRelease } from './archive-line.ts';

type Edition = Extract<ArchiveAct, { kind: 'edition' }>;
type Withdrawal = Extract<ArchiveAct, { kind: 'withdrawal' }>;
type Tombstone = Extract<ArchiveAct, { kind: 'tombstone' }>;

/** A tombstone takes its place as a text does, and then loses its words in the same transaction. */
const noWords = { kicker: null, headline: '—', summary: null, place: null, body: '' as SafeHtml, notes: null };

/** @throws Fault TEXT_INVALID, LOCALE_INVALID, DAY_INVALID, INSTANT_INVALID */
export function publishOrderOf(line: Edition | Tombstone): PublishOrder {
  const { reference } = line.release;
  const taken = {
    release: { ...line.release, reference: reference === null ? null : readReference(reference) },
    locale: localeOf(line.locale),
    slug: line.slug,
    at: momentOf(line.at),
  };
  if (line.kind === 'tombstone') {
    const { legacyPaths } = line;
    return { ...taken, text: noWords, pictures: [], change: null, translatedFrom: null, legacyPaths };
  }
  const { pictures, change, translatedFrom, legacyPaths } = line;
  return { ...taken, text: editionText(line), pictures, change, translatedFrom, legacyPaths };
}

/** @throws Fault LOCALE_INVALID, INSTANT_INVALID */
export function endOrderOf(line: Withdrawal | Tombstone): EndOrder & { readonly at: NonNullable<EndOrder['at']> } {
  const isWithdrawal = line.kind === 'withdrawal';
  return {
    release: releaseIdOf(line),
    locale: localeOf(line.locale),
    reason: line.reason,
    at: instantOf(isWithdrawal ? line.at : line.retractedAt),
    forgetsAddress: !isWithdrawal && line.slug === null,
  };
}

/** @param at `2017-07-27` or an instant. */
function momentOf(at: string): NonNullable<PublishOrder['at']> {
  return at.length === 10 ? { day: civilDayOf(at) } : { instant: instantOf(at) };
}

export function releaseIdOf(act: ArchiveAct): ArchiveRelease['id'] {
  return typeof act.release === 'string' ? act.release : act.release.id;
}

/** By which a second run knows an act again. Two changes of one instant are told apart by their notes. */
export function fingerprintOf(act: ArchiveAct): string {
  const name = `${releaseIdOf(act)} ${localeOf(act.locale)} ${act.kind}`;
  if (act.kind !== 'edition' || act.change === null) return name;
  const note = createHash('sha256').update(act.change.note).digest('base64url').slice(0, 12);
  return `${name} ${act.at} ${act.change.kind} ${note}`;
}
