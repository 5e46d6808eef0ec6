import type { Tx } from '../database/transaction.ts';
import type { Locale } from '../platform/locales.ts';
import { beginText } from './begin-text.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import { type Draft, type DraftContent, emptyContent } from './draft.ts';
import { openPublicRelease, whyNotAllowed, whyNotSo } from './open-text.ts';
import { withKeptPictures } from './public-pictures.ts';
import { withoutDiscarded } from './without-discarded.ts';
import { languagesOf } from './working-languages.ts';

export interface AddLanguageOrder extends TextOrder {
  /** What it is translated from; null: it is written anew. */
  readonly source: Locale | null;
}

/**
 * Begins a release's text in one more language. A translation begins with the pictures of its source, without words.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function addLanguage(
  deps: DeskDeps,
  { by, release: id, locale, source }: AddLanguageOrder,
): Promise<DeskOutcome<{ draft: Draft }>> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ draft: Draft }>> => {
    const { release, isKept } = await openPublicRelease(tx, deps, by, id);
    const { office } = release;
    const refusals: DeskRefusal[] = whyNotAllowed(by, source === null ? 'draft' : 'translate', { office, locale });
    const languages = await languagesOf(tx, deps, office);
    if (languages?.has(locale) !== true) refusals.push({ reason: 'language-unknown', locale });
    const why = (reason: 'language-taken' | 'language-unknown', of: Locale) =>
      whyNotThis(tx, deps, id, { reason, locale: of });
    if (await isTaken(tx, deps, id, locale)) refusals.push(await why('language-taken', locale));
    const original = source === null ? null : await originalOf(tx, deps, id, source);
    if (source !== null && original === null) refusals.push(await why('language-unknown', source));
    if (refusals.length > 0) return refused(...refusals);

    if (!isKept) await deps.drafts.addRelease(tx, release);
    const content = await withKeptPictures(tx, deps, { by, content: contentBeside(original) });
    const text = { locale, content, source: original?.source ?? null };
    const act = source === null ? 'drafted' : 'translated';
    return { ok: true, draft: await beginText(tx, deps, { by, release, text, act }) };
  });
}

async function isTaken(tx: Tx, deps: DeskDeps, release: string, locale: Locale): Promise<boolean> {
  if ((await deps.drafts.draft(tx, release, locale)) !== null) return true;
  const known = await deps.publishing.publications.releases(tx, [release]);
  return known.get(release)?.versions.has(locale) === true;
}

/** Of a text that was thrown away before it was public it is told who did: it can be restored. */
async function whyNotThis(
  tx: Tx,
  deps: DeskDeps,
  release: string,
  otherwise: DeskRefusal & { readonly locale: Locale },
): Promise<DeskRefusal> {
  const draft = await deps.drafts.draft(tx, release, otherwise.locale);
  return draft?.standing.state === 'discarded' && draft.edition === 1 ? whyNotSo(draft.standing, []) : otherwise;
}

interface Original {
  readonly content: DraftContent;
  readonly source: NonNullable<Draft['source']>;
}

/** The text it is translated from: as the desk has it, or, where that was never written here, as it is public. */
async function originalOf(tx: Tx, deps: DeskDeps, release: string, locale: Locale): Promise<Original | null> {
  const draft = await deps.drafts.draft(tx, release, locale);
  if (draft !== null) {
    const { standing, content, edition, revision } = await withoutDiscarded(tx, deps, draft);
    return standing.state === 'discarded' ? null : { content, source: { locale, edition, revision } };
  }
  const text = await deps.drafts.publicText(tx, release, locale);
  return text === null ? null : { content: text.content, source: { locale, edition: text.edition, revision: 0 } };
}

function contentBeside(original: Original | null): DraftContent {
  const pictures = original?.content.pictures ?? [];
  return { ...emptyContent, pictures: pictures.map(({ picture }) => ({ picture, alt: '', caption: '' })) };
}
