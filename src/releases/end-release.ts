import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { forgetText } from '../search/forget-text.ts';
import type { PublishDeps } from './publish-release.ts';

export interface EndOrder {
  readonly release: string;
  readonly locale: Locale;
  /** Public, in the language of the text. */
  readonly reason: string;
  /** Null: now. */
  readonly at: Instant | null;
}

export type EndRefusal =
  | { readonly reason: 'not-public' }
  | { readonly reason: 'ended'; readonly standing: 'withdrawn' | 'retracted' }
  | { readonly reason: 'in-the-future'; readonly at: Instant };

export type EndOutcome =
  | { readonly ok: true; readonly sequence: number; readonly at: Instant }
  | { readonly ok: false; readonly refusals: readonly [EndRefusal] };

/** What withdrawing and retracting have in common: one text ends, under its label, in its place. */
export async function endWithin(
  tx: Tx,
  deps: PublishDeps,
  order: EndOrder,
  standing: 'withdrawn' | 'retracted',
): Promise<EndOutcome> {
  const [refusal] = await whyNotEnded(tx, deps, order, standing);
  if (refusal !== undefined) return { ok: false, refusals: [refusal] };

  const at = order.at ?? deps.clock.now();
  const sequence = (await deps.publications.sequence(tx)) + 1;
  await deps.beforePublic(tx);
  if (standing === 'retracted') await forgetText(tx, deps.index, order.release, order.locale);
  await deps.publications.end(tx, { ...order, standing, at, sequence });
  return { ok: true, sequence, at };
}

/** At most one reason. */
export async function whyNotEnded(
  tx: Tx,
  deps: PublishDeps,
  { release: id, locale, at }: EndOrder,
  standing: 'withdrawn' | 'retracted',
): Promise<readonly EndRefusal[]> {
  const release = (await deps.publications.releases(tx, [id])).get(id);
  const version = release?.versions.get(locale);
  if (version === undefined) return [{ reason: 'not-public' }];
  // A withdrawn text may still be retracted; nothing else happens to an ended one.
  const isStep = version.standing === 'published' || (version.standing === 'withdrawn' && standing === 'retracted');
  if (!isStep) return [{ reason: 'ended', standing: version.standing as 'withdrawn' }];
  return at !== null && at > deps.clock.now() ? [{ reason: 'in-the-future', at }] : [];
}
