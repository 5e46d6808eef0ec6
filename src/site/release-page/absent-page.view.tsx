import type { ComponentChild, VNode } from 'preact';
import { listPath } from '../../published/addresses.ts';
import type { LanguageOffered, Tombstone } from '../../published/published-release.ts';
import { formatReference, type Reference } from '../../published/reference.ts';
import { ownName } from '../../words/as-written.ts';
import { Document, type InLanguage } from '../around/document.view.tsx';
import { Day, runs, sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { readableLanguages } from './readable-languages.ts';
import { officeDay } from './standing.view.tsx';

/** What is left of a retracted text: that it was here, since when it is gone, and why. */
export function TombstonePage({ tombstone, stationery }: { tombstone: Tombstone; stationery: Stationery }): VNode {
  const { words, locale } = stationery;
  const { reference, retractedAt, reason, office, published, languages } = tombstone;
  const title = words('problem-410-title');
  return (
    <Document
      stationery={stationery}
      title={words('retractedReference', { reference: formatReference(reference) })}
      description={null}
      canonical={null}
      alternates={[]}
      languages={readableLanguages(reference, languages, stationery)}
      isHidden
    >
      <div class="opening">
        <p class="kicker">
          <bdi>{formatReference(reference)}</bdi>
        </p>
        <h1>{title}</h1>
        <p class="introduction">{words('problem-410-text')}</p>
      </div>
      <div class="notice grave">
        <p>
          <strong>{sentence(words, 'retractedOn', { date: officeDay(retractedAt, office, stationery) })}</strong>
        </p>
        {reason === '' ? null : <p>{sentence(words, 'reason', { reason: <bdi>{reason}</bdi> })}</p>}
        <p>
          {words('published')} <Day time={published} locale={locale} />
        </p>
      </div>
      {choices(readableLanguages(reference, languages, stationery), words('alsoIn'))}
      <p class="way">
        <a href={listPath(locale, { kind: 'organisation' }, stationery.slugs)}>{words('startAgain')}</a>
      </p>
    </Document>
  );
}

interface OtherLanguagesProps {
  readonly reference: Reference;
  readonly languages: readonly LanguageOffered[];
  readonly stationery: Stationery;
}

/** The release is there, but not in the language that was asked for. */
export function OtherLanguagesPage({ reference, languages, stationery }: OtherLanguagesProps): VNode {
  const { words, locale } = stationery;
  const readable = readableLanguages(reference, languages, stationery);
  return (
    <Document
      stationery={stationery}
      title={words('otherLanguagesTitle')}
      description={null}
      canonical={null}
      alternates={[]}
      languages={readable}
      isHidden
    >
      <div class="opening">
        <p class="kicker">
          <bdi>{formatReference(reference)}</bdi>
        </p>
        <h1>{words('otherLanguagesTitle')}</h1>
      </div>
      {choices(readable, words('otherLanguagesText'))}
      <p class="way">
        <a href={listPath(locale, { kind: 'organisation' }, stationery.slugs)}>{words('startAgain')}</a>
      </p>
    </Document>
  );
}

function choices(languages: readonly InLanguage[], above: string): ComponentChild {
  if (languages.length === 0) return null;
  return (
    <>
      <p class="above">{above}</p>
      <ul class="choices">
        {languages.map(({ locale, path }) => (
          <li>
            <a href={path} hreflang={locale} lang={locale} dir={runs(locale)}>
              {ownName(locale)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
