import type { ComponentChild } from 'preact';
import type { Instant } from '../../platform/instant.ts';
import { shortened } from '../../platform/text.ts';
import { instantParts } from '../../words/as-written.ts';
import { language } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { officeZone } from './standing.view.tsx';

/** What stands above a text that its reader is asked to review. */
export interface ReviewShown {
  /** Where the form is sent: the page's own address. */
  readonly address: string;
  readonly question: string;
  /** Of the text below, numbered from 1. */
  readonly paragraphs: readonly string[];
  /** What the remark will be bound to; goes with the form. */
  readonly revision: number;
  readonly contentHash: string;
  readonly limits: { readonly name: number; readonly words: number };
  readonly typed: ReviewTyped;
  readonly problems: readonly ReviewProblem[];
  /** By this link, newest first. */
  readonly sent: readonly RemarkSent[];
}

export interface ReviewTyped {
  readonly name: string;
  readonly words: string;
  /** 0: the whole text. */
  readonly paragraph: number;
}

/** Why what was typed has not been kept. */
export type ReviewProblem =
  | {
      readonly reason: 'name-missing' | 'words-missing' | 'words-beside-nothing' | 'paragraph-unknown' | 'text-unknown';
    }
  | { readonly reason: 'too-long'; readonly field: 'name' | 'words'; readonly length: number; readonly limit: number }
  | { readonly reason: 'not-plain'; readonly field: 'name' | 'words' }
  | { readonly reason: 'too-many'; readonly limit: number };

export interface RemarkSent {
  readonly name: string;
  /** Null: found nothing wrong. */
  readonly words: string | null;
  readonly madeAt: Instant;
  readonly about: { readonly number: number; readonly words: string } | null;
  readonly isOfTextNow: boolean;
}

interface ReviewProps {
  readonly review: ReviewShown;
  readonly text: { readonly office: string; readonly locale: string };
  readonly stationery: Stationery;
}

/** The question, what was sent already, and a form that needs no script. */
export function ReviewForm({ review, text, stationery }: ReviewProps): ComponentChild {
  const { words, locale } = stationery;
  const { typed, limits } = review;
  const own = language(text.locale, locale);
  return (
    <section class="review" aria-labelledby="review">
      <h2 id="review">{words('review')}</h2>
      {review.question === '' ? null : (
        <p class="asked">
          <strong>{words('reviewQuestion')}</strong> <bdi>{review.question}</bdi>
        </p>
      )}
      <p class="small">{words('reviewText')}</p>
      <Problems review={review} stationery={stationery} />
      <form method="post" action={review.address}>
        <input type="hidden" name="revision" value={String(review.revision)} />
        <input type="hidden" name="content" value={review.contentHash} />
        <input type="hidden" name="language" value={locale} />
        <label for="review-name">{words('reviewName')}</label>
        <input
          id="review-name"
          name="name"
          value={typed.name}
          maxLength={limits.name}
          required
          autocomplete="name"
          dir="auto"
        />
        <label for="review-about">{words('reviewAbout')}</label>
        <select id="review-about" name="about">
          <option value="0">{words('reviewWhole')}</option>
          {review.paragraphs.map((paragraph, before) => (
            <option value={String(before + 1)} selected={typed.paragraph === before + 1} {...own}>
              {`${before + 1}. ${beginning(paragraph)}`}
            </option>
          ))}
        </select>
        <label for="review-words">{words('reviewWords')}</label>
        <textarea id="review-words" name="words" maxLength={limits.words} rows={5} required dir="auto">
          {typed.words}
        </textarea>
        <p class="do">
          <button name="verdict" value="remark">
            {words('reviewSend')}
          </button>
          <button name="verdict" value="nothing" class="other" formNoValidate>
            {words('reviewNothing')}
          </button>
        </p>
      </form>
      <Sent review={review} text={text} stationery={stationery} />
    </section>
  );
}

function Problems({ review: { problems }, stationery: { words } }: Omit<ReviewProps, 'text'>): ComponentChild {
  if (problems.length === 0) return null;
  const field = (name: 'name' | 'words') => words(name === 'name' ? 'reviewName' : 'reviewWords');
  const told = (problem: ReviewProblem): string => {
    switch (problem.reason) {
      case 'name-missing':
        return words('reviewNameMissing');
      case 'words-missing':
        return words('reviewWordsMissing');
      case 'words-beside-nothing':
        return words('reviewWordsBesideNothing');
      case 'paragraph-unknown':
        return words('reviewParagraphUnknown');
      case 'text-unknown':
        return words('reviewTextChanged');
      case 'not-plain':
        return words('reviewNotPlain', { field: field(problem.field) });
      case 'too-many':
        return words('reviewTooMany', { limit: problem.limit });
      case 'too-long':
        return words('reviewTooLong', { field: field(problem.field), length: problem.length, limit: problem.limit });
    }
  };
  return (
    <div class="notice grave" role="alert" tabIndex={-1} autofocus>
      <p>
        <strong>{words('reviewNotSent')}</strong>
      </p>
      <ul>
        {problems.map((problem) => (
          <li>{told(problem)}</li>
        ))}
      </ul>
    </div>
  );
}

function Sent({ review: { sent }, text, stationery }: ReviewProps): ComponentChild {
  if (sent.length === 0) return null;
  const { words, locale } = stationery;
  const zone = officeZone(text.office, stationery);
  const own = language(text.locale, locale);
  return (
    <section id="sent" class="sent" tabIndex={-1} aria-labelledby="review-sent">
      <h3 id="review-sent">{words('reviewSent')}</h3>
      <ol>
        {sent.map((one) => (
          <li>
            <p>
              <strong>
                <bdi>{one.name}</bdi>
              </strong>{' '}
              <time class="small" dateTime={one.madeAt}>
                {words('instant', instantParts(one.madeAt, zone, locale))}
              </time>
            </p>
            {one.about === null ? null : (
              <p class="small">
                {words('reviewOn', { number: one.about.number })} <q {...own}>{beginning(one.about.words)}</q>
              </p>
            )}
            {one.words === null ? (
              <p>{words('reviewFoundNothing')}</p>
            ) : (
              <p class="said" dir="auto">
                {one.words}
              </p>
            )}
            {one.isOfTextNow ? null : <p class="small">{words('reviewEarlier')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** In UTF-16 units: enough to know a paragraph by. */
const MAX_BEGINNING = 60;

function beginning(paragraph: string): string {
  return shortened(paragraph.replaceAll(/\s+/g, ' ').trim(), MAX_BEGINNING);
}
