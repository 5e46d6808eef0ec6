import { absoluteLinks } from '../../platform/absolute-links.ts';
import { dayIn, type Instant } from '../../platform/instant.ts';
import { firstOf, type InLocales, type Locale } from '../../platform/locales.ts';
import { editionPath, originalPath, shortTextPath, textPath } from '../../published/addresses.ts';
import { creditLine } from '../../published/credit.ts';
import type { Institution } from '../../published/published.ts';
import type { PublishedPicture, PublishedText } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { formatDay, instantParts, languageName } from '../../words/as-written.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import { spacedLine } from '../one-line.ts';

/** What a kit says, in the language of its text; how it is written down is another's affair. */
export interface KitWords {
  readonly locale: Locale;
  readonly issuer: string;
  readonly kind: string;
  /** What one has to know before one uses the text: that it no longer stands, was corrected, is not the current one. */
  readonly notices: readonly string[];
  readonly headline: string;
  readonly summary: string | null;
  /** `Calder, 2 March 2026 — ` */
  readonly dateline: string | null;
  /** HTML of the closed subset, its links absolute. */
  readonly body: string;
  /** HTML too: notes, background and contacts. */
  readonly sections: readonly { readonly heading: string; readonly html: string }[];
  /** Of every edition: `Correction (3 March 2026)` and its note. */
  readonly changes: readonly { readonly heading: string; readonly note: string }[];
  /** Each with what is said of it, a line for each. */
  readonly pictures: readonly { readonly heading: string; readonly text: string }[];
  /** A label and what is so called. */
  readonly facts: readonly (readonly [string, string])[];
  /** Absolute, and permanent: of the text whatever becomes of its slug, or of this edition. */
  readonly address: string;
}

export interface KitOrder {
  readonly text: PublishedText;
  readonly institution: Institution;
  /** Without a slash at the end. */
  readonly origin: string;
  readonly isOfEdition: boolean;
}

export function kitWords({ text, institution, origin, isOfEdition }: KitOrder): KitWords {
  const { locale, reference, slug, edition, published } = text;
  const { organisation, offices } = institution;
  const words = wordsFor(locale);
  const office = offices.find(({ code }) => code === text.office);
  const zone = office?.timeZone ?? organisation.timeZone;
  const named = (names: InLocales) => firstOf(names, [locale, organisation.defaultLocale])?.text;
  const issuers = [named(organisation.names), named(office?.names ?? {}) ?? text.office];
  const page = isOfEdition ? editionPath(locale, reference, slug, edition) : shortTextPath(locale, reference);
  const address = origin + page;
  const links = (html: string) => absoluteLinks(html, origin + textPath(locale, reference, slug));
  const when =
    published.precision === 'day'
      ? formatDay(published.day, locale)
      : words('instant', instantParts(published.at, zone, locale));
  const day = (at: Instant) => formatDay(dayIn(at, zone), locale);
  const { boilerplate: foot } = text;
  const sections = [
    { heading: words('notesToEditors'), html: links(text.notes ?? '') },
    { heading: words('background'), html: links(foot?.boilerplate ?? '') },
    { heading: words('contacts'), html: links(foot?.contacts ?? '') },
  ];
  return {
    locale,
    issuer: [...new Set(issuers.filter((name) => name !== undefined))].map(spacedLine).join(' · '),
    kind: spacedLine(text.kicker ?? words(`type-${text.type}`)),
    notices: noticesOf(text, { words, day, isOfEdition, origin }),
    headline: spacedLine(text.headline),
    summary: text.summary === null ? null : spacedLine(text.summary),
    dateline:
      text.place === null
        ? null
        : words('dateline', { place: spacedLine(text.place), date: formatDay(published.day, locale) }),
    body: links(text.body),
    sections: sections.filter(({ html }) => html !== ''),
    changes: text.changes.map(({ kind, note, at }) => ({
      heading: `${words(kind)}, ${day(at)}`,
      note: spacedLine(note),
    })),
    pictures: text.pictures.map((picture, place) => {
      return { heading: words('pictureNumber', { number: place + 1 }), text: saidOf(picture, words, origin) };
    }),
    facts: [
      [words('reference'), formatReference(reference)],
      [words('published'), when],
      [words('editionNumber', { edition }), address],
    ],
    address,
  };
}

function saidOf({ asset, alt, caption }: PublishedPicture, words: Words, origin: string): string {
  const credit = creditLine(asset);
  const lines = [
    spacedLine(caption ?? alt),
    credit === null ? '' : words('photograph', { credit: spacedLine(credit) }),
    asset.kept === null ? words('pictureAbsent') : origin + originalPath(asset.kept.hash),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

interface NoticeOrder {
  readonly words: Words;
  readonly day: (at: Instant) => string;
  readonly isOfEdition: boolean;
  readonly origin: string;
}

function noticesOf(text: PublishedText, { words, day, isOfEdition, origin }: NoticeOrder): string[] {
  const { edition, locale, reference, endedAt, endReason } = text;
  const source = text.translatedFrom?.locale;
  const ended = endedAt === null ? words('withdrawn') : words('withdrawnOn', { date: day(endedAt) });
  const reason = endReason === null ? [] : [words('reason', { reason: spacedLine(endReason) })];
  return [
    ...(isOfEdition && !text.isCurrent
      ? [
          words('earlierEdition', { edition }),
          words('labelled', { label: words('readCurrent'), value: origin + shortTextPath(locale, reference) }),
        ]
      : []),
    ...(text.standing === 'withdrawn' ? [`${ended}. ${words('withdrawnText')}`, ...reason] : []),
    ...(text.isBehindCorrection && text.isCurrent && source !== undefined
      ? [words('sourceCorrected', { language: languageName(source, locale) })]
      : []),
  ];
}
