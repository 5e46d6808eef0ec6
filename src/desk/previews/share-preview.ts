import type { PersonStore } from '../../people/account.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import { Fault } from '../../platform/faults.ts';
import { after } from '../../platform/instant.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from '../../releases/desk-outcome.ts';
import { whyNotKept } from '../../releases/draft-text.ts';
import { openText, whyNotAllowed, whyNotSo } from '../../releases/open-text.ts';
import { statesFor } from '../../releases/states-for.ts';
import type { PreviewStore } from './preview.ts';

export interface PreviewDeps extends Pick<DeskDeps, 'inTransaction' | 'clock' | 'newId' | 'drafts' | 'audit'> {
  readonly previews: PreviewStore;
  readonly people: Pick<PersonStore, 'account'>;
  /** 32 random bytes, base64url. */
  readonly newToken: () => string;
  readonly hashOf: (token: string) => string;
}

/** Longer than two weeks nobody remembers who has a link. */
const MOST_DAYS = 14;
const DAY_SECONDS = 86_400;

/** In UTF-16 units: it stands above the text. */
const MOST_QUESTION = 1_000;

/**
 * Makes a link by which somebody without an account reads a text before it is public.
 *
 * @param order.days 1 to 14.
 * @param order.question what its reader is asked to review, or nothing in particular (empty); null or left out: to read, not to review.
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function sharePreview(
  deps: PreviewDeps,
  order: {
    readonly by: Person;
    readonly release: string;
    readonly locale: string;
    readonly days: number;
    readonly question?: string | null;
  },
): Promise<DeskOutcome<{ token: string; id: string }>> {
  const { by, release, locale } = order;
  return deps.inTransaction(async (tx) => {
    const found = await openText(tx, deps, { by: by, release, locale });
    const { office } = found.release;
    const question = order.question ?? null;
    const refusals: DeskRefusal[] = whyNotAllowed(by, 'share-preview', { office, locale });
    const { standing } = found.draft;
    if (standing.state === 'discarded') refusals.push(whyNotSo(standing, statesFor['share-preview']));
    if (question !== null) refusals.push(...whyNotKept(question, 'question', MOST_QUESTION));
    if (refusals.length > 0) return refused(...refusals);
    const [token, id, at] = [deps.newToken(), deps.newId(), deps.clock.now()];
    const days = Math.min(MOST_DAYS, Math.max(1, Math.floor(order.days)));
    const link = {
      id,
      release,
      locale,
      createdBy: by.id,
      createdAt: at,
      expiresAt: after(at, days * DAY_SECONDS),
      revokedAt: null,
      review: question === null ? null : { question: question.trim() },
    };
    await deps.previews.add(tx, link, deps.hashOf(token));
    const entry = { at, person: by.id, name: by.name, act: 'shared-preview', release, locale, office } as const;
    await deps.audit.append(tx, { ...entry, detail: { preview: id, days } });
    return { ok: true, token, id };
  });
}

/**
 * Ends a link at once. Safe to run twice.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function revokePreview(
  deps: PreviewDeps,
  order: { readonly by: Person; readonly preview: string },
): Promise<DeskOutcome> {
  const { by } = order;
  return deps.inTransaction(async (tx) => {
    const link = await deps.previews.ofId(tx, order.preview);
    if (link === null) throw new Fault('DRAFT_NOT_FOUND');
    const { release, locale } = link;
    const { office } = (await openText(tx, deps, { by: by, release, locale })).release;
    if (!may(by, 'share-preview', { office, locale })) return refused({ reason: 'not-allowed', act: 'share-preview' });
    const at = deps.clock.now();
    await deps.previews.revoke(tx, link.id, at);
    const entry = { at, person: by.id, name: by.name, act: 'revoked-preview', release, locale, office } as const;
    await deps.audit.append(tx, { ...entry, detail: { preview: link.id } });
    return { ok: true };
  });
}
