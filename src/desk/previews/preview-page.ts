import type { FastifyReply } from 'fastify';
import type { Tx } from '../../database/transaction.ts';
import { contentSecurityPolicy } from '../../http/security-headers.ts';
import type { InstitutionStore } from '../../offices/institution.ts';
import { Fault } from '../../platform/faults.ts';
import type { PublicationStore } from '../../published/publication.ts';
import type { PublishedText } from '../../published/published-release.ts';
import type { Draft, DraftRelease } from '../../releases/draft.ts';
import type { KeptPicture, KeptPictureStore } from '../../releases/picture.ts';
import { previewText } from '../../releases/preview-text.ts';
import { withoutDiscarded } from '../../releases/without-discarded.ts';
import type { RemarkRefusal, ReviewDeps } from '../reviews/make-remark.ts';
import { type ReviewShown, type ReviewTyped, reviewShown } from '../reviews/review-page.ts';
import type { PreviewLink } from './preview.ts';

export interface PreviewPageDeps extends ReviewDeps {
  readonly pictures: KeptPictureStore;
  readonly institution: InstitutionStore;
  readonly publications: PublicationStore;
  /** Writes the page as the site does; above a text under review stands the form. */
  readonly writePage: (text: PublishedText, review: ReviewShown | null) => Promise<string>;
  /**
   * The page for a link that has ended.
   *
   * @param typed what somebody sent by it, given back word by word; null: they only opened it.
   * @param wanted a language, or Accept-Language.
   */
  readonly writeEnded: (typed: Pick<ReviewTyped, 'name' | 'words'> | null, wanted: string) => Promise<string>;
}

interface Shared {
  readonly link: PreviewLink;
  readonly token: string;
  readonly typed: (ReviewTyped & { readonly revision: number }) | null;
  readonly problems: readonly RemarkRefusal[];
}

/** The page behind a link that somebody was given. */
export async function sharedPage(deps: PreviewPageDeps, shared: Shared): Promise<string> {
  const { link, token } = shared;
  const { page, review } = await deps.inTransaction(async (tx) => {
    const release = await deps.drafts.release(tx, link.release);
    const kept = await deps.drafts.draft(tx, link.release, link.locale);
    if (release === null || kept === null) throw new Fault('DRAFT_NOT_FOUND');
    const draft = await withoutDiscarded(tx, deps, kept);
    return {
      page: await pageOf(tx, deps, { release, draft }),
      review: await reviewShown(tx, deps, { ...shared, draft }),
    };
  });
  return written(deps, page, { review, mediaAt: `/desk/shared/${token}/media/` });
}

/** The page for somebody of the desk. */
export async function ownPage(
  tx: Tx,
  deps: PreviewPageDeps,
  { release, draft }: { readonly release: DraftRelease; readonly draft: Draft },
): Promise<string> {
  const page = await pageOf(tx, deps, { release, draft: await withoutDiscarded(tx, deps, draft) });
  return written(deps, page, { review: null, mediaAt: '/desk/media/' });
}

interface Page {
  readonly text: PublishedText;
  readonly pictures: readonly KeptPicture[];
}

async function pageOf(
  tx: Tx,
  deps: PreviewPageDeps,
  { release, draft }: { readonly release: DraftRelease; readonly draft: Draft },
): Promise<Page> {
  const pictures = await deps.pictures.pictures(
    tx,
    draft.content.pictures.map((one) => one.picture),
  );
  const office = (await deps.institution.offices(tx)).find((one) => one.code === release.office);
  const known = (await deps.publications.releases(tx, [release.id])).get(release.id) ?? null;
  const now = deps.clock.now();
  const boilerplates = await deps.institution.boilerplates(tx);
  const text = previewText({
    ...{ release, draft, known, pictures, now },
    boilerplates: boilerplates.filter((one) => one.office === release.office && one.locale === draft.locale),
    timeZone: office?.timeZone ?? 'UTC',
  });
  return { text, pictures };
}

/** The page asks for its pictures where this reader may have them. */
async function written(
  deps: PreviewPageDeps,
  { text, pictures }: Page,
  { review, mediaAt }: { readonly review: ReviewShown | null; readonly mediaAt: string },
): Promise<string> {
  const page = await deps.writePage(text, review);
  return pictures.reduce((html, { hash }) => html.replaceAll(`/media/${hash}/`, `${mediaAt}${hash}/`), page);
}

/**
 * Its address may be all the right there is, so it is told to no other site. To this one it is: a form that is sent without it
 * could not be told from one that another site sends.
 */
export function sendPage(reply: FastifyReply, page: string) {
  const policy = contentSecurityPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  return reply
    .header('content-security-policy', policy)
    .header('referrer-policy', 'same-origin')
    .type('text/html; charset=utf-8')
    .send(page);
}
