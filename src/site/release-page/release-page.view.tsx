import type { ComponentChild, VNode } from 'preact';
import { textPath } from '../../published/addresses.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { formatReference, isGiven } from '../../published/reference.ts';
import { wordsFor } from '../../words/words.ts';
import { Document } from '../around/document.view.tsx';
import { Html } from '../around/html.view.tsx';
import { Day, language, Named, sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { ChangeNotes, LatestChange } from './changes.view.tsx';
import { Cite } from './cite.view.tsx';
import { type Compared, Difference } from './difference.view.tsx';
import { Facts } from './facts.view.tsx';
import { PressKit } from './press-kit.view.tsx';
import { readableLanguages } from './readable-languages.ts';
import { releaseHead } from './release-head.view.tsx';
import { ReleasePicture } from './release-picture.view.tsx';
import { ReviewForm, type ReviewShown } from './review-form.view.tsx';
import { Standing } from './standing.view.tsx';

export interface ReleaseProps {
  readonly text: PublishedText;
  readonly stationery: Stationery;
}

/** What the page of one edition says otherwise. */
export interface EditionProps extends ReleaseProps {
  readonly isOfEdition: boolean;
}

/**
 * @param isOfEdition is it the page of this one edition, and stays so, whatever comes after it?
 * @param compared of an earlier edition: what the one that followed changed.
 * @param review of a text that is not public yet: what stands above it for whoever is asked to review it.
 */
export function ReleasePageView({
  text,
  stationery,
  isOfEdition = false,
  compared = null,
  review = null,
}: ReleaseProps & { isOfEdition?: boolean; compared?: Compared | null; review?: ReviewShown | null }): VNode {
  const { words, locale } = stationery;
  const [lead, ...others] = text.pictures;
  const own = language(text.locale, locale);
  const issuer = stationery.offices.get(text.office);
  const isReferable = isGiven(text.reference);
  const spoken = isReferable ? readableLanguages(text.reference, text.languages, stationery) : [];
  return (
    <Document
      stationery={stationery}
      title={isOfEdition ? `${text.headline} (${words('editionNumber', { edition: text.edition })})` : text.headline}
      description={text.summary ?? text.headline}
      canonical={isReferable ? textPath(text.locale, text.reference, text.slug) : null}
      alternates={!isOfEdition && spoken.length > 1 ? spoken : []}
      languages={spoken}
      isHidden={isOfEdition}
      head={isReferable ? releaseHead(text, stationery, isOfEdition) : null}
    >
      {review === null ? null : <ReviewForm review={review} text={text} stationery={stationery} />}
      <article class="release">
        <Standing text={text} stationery={stationery} isOfEdition={isOfEdition} />
        <div class="opening">
          <p class="kicker" {...(text.kicker === null ? {} : own)}>
            {text.kicker ?? words(`type-${text.type}`)}
          </p>
          <h1 {...own}>{text.headline}</h1>
          {text.summary === null ? null : (
            <p class="introduction" {...own}>
              {text.summary}
            </p>
          )}
          <p class="slug">
            <Day time={text.published} locale={locale} />
            {isReferable ? <span class="ref">{formatReference(text.reference)}</span> : null}
            {issuer === undefined ? null : <Named name={issuer} />}
          </p>
        </div>
        <LatestChange text={text} stationery={stationery} />
        <div class="copy">
          {lead === undefined ? null : (
            <ReleasePicture picture={lead} text={text} stationery={stationery} loading="eager" />
          )}
          <div class="body" {...own}>
            {dateline(text)}
            <Html class="set" value={text.body} />
          </div>
          {others.map((picture) => (
            <ReleasePicture picture={picture} text={text} stationery={stationery} loading="lazy" />
          ))}
          {text.notes === null ? null : (
            <section class="notes">
              <h2>{words('notesToEditors')}</h2>
              <Html value={text.notes} {...own} />
            </section>
          )}
          {boilerplate(text, stationery)}
          {compared === null ? null : <Difference {...compared} stationery={stationery} />}
          <ChangeNotes text={text} stationery={stationery} />
          {isReferable ? <PressKit text={text} stationery={stationery} isOfEdition={isOfEdition} /> : null}
          {isReferable ? <Cite text={text} stationery={stationery} isOfEdition={isOfEdition} /> : null}
        </div>
        <Facts text={text} stationery={stationery} />
      </article>
    </Document>
  );
}

/** The place and day that a release begins with, run in before its first words. */
function dateline({ place, published, locale }: PublishedText): ComponentChild {
  if (place === null) return null;
  const parts = { place: <bdi class="place">{place}</bdi>, date: <Day time={published} locale={locale} /> };
  return <p class="dateline">{sentence(wordsFor(locale), 'dateline', parts)}</p>;
}

function boilerplate(
  { boilerplate: foot, locale }: PublishedText,
  { words, locale: page }: Stationery,
): ComponentChild {
  if (foot === null) return null;
  const own = language(locale, page);
  return (
    <>
      {foot.boilerplate === '' ? null : (
        <section class="notes">
          <h2>{words('background')}</h2>
          <Html value={foot.boilerplate} {...own} />
        </section>
      )}
      {foot.contacts === '' ? null : (
        <section class="notes">
          <h2>{words('contacts')}</h2>
          <Html value={foot.contacts} {...own} />
        </section>
      )}
    </>
  );
}
