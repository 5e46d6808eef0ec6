import type { Tx } from '../database/transaction.ts';
import { forgetText } from '../search/forget-text.ts';
import type { EndOrder, EndOutcome, EndRefusal } from './end-order.ts';
import type { PublishDeps } from './publish-release.ts';

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
  await deps.publications.end(tx, { ...order, standing, at, sequence, doneAt: deps.clock.now() });
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
