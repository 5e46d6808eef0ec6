import { dayIn } from '../../platform/instant.ts';
import { firstOf, type InLocales } from '../../platform/locales.ts';
import { editionPath, shortTextPath } from '../../published/addresses.ts';
import type { Institution } from '../../published/published.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { formatDay } from '../../words/as-written.ts';
import { wordsFor } from '../../words/words.ts';
import { fileKey } from '../file-key.ts';
import type { Citation } from './citation.ts';

interface CitationOrder {
  readonly text: PublishedText;
  readonly institution: Institution;
  /** Without a slash at the end. */
  readonly origin: string;
  /** Was this edition asked for by its number, whether or not it is the current one? */
  readonly isOfEdition: boolean;
  readonly accessed: Citation['accessed'];
}

export function composeCitation({ text, institution, origin, isOfEdition, accessed }: CitationOrder): Citation {
  const { locale, reference, slug, edition } = text;
  const { organisation, offices } = institution;
  const named = (names: InLocales) => firstOf(names, [locale, organisation.defaultLocale])?.text;
  const path = isOfEdition ? editionPath(locale, reference, slug, edition) : shortTextPath(locale, reference);
  return {
    key: fileKey(text, isOfEdition),
    title: text.headline,
    office: named(offices.find(({ code }) => code === text.office)?.names ?? {}) ?? text.office,
    organisation: named(organisation.names) ?? '',
    kind: wordsFor(locale)(`type-${text.type}`),
    isSpeech: text.type === 'speech',
    reference: formatReference(reference),
    published: text.published.day,
    language: locale,
    address: origin + path,
    edition,
    summary: text.summary,
    note: noteOf(text, institution),
    accessed,
  };
}

/** `Correction, 12 May 2017. Withdrawn` */
function noteOf(text: PublishedText, { offices, organisation }: Institution): string | null {
  const { locale, edition, office: code, standing } = text;
  const words = wordsFor(locale);
  const zone = offices.find((office) => office.code === code)?.timeZone ?? organisation.timeZone;
  const change = text.changes.find((one) => one.edition === edition);
  const notes = [
    ...(change === undefined ? [] : [`${words(change.kind)}, ${formatDay(dayIn(change.at, zone), locale)}`]),
    ...(standing === 'withdrawn' ? [words('withdrawn')] : []),
  ];
  return notes.length === 0 ? null : notes.join('. ');
}
