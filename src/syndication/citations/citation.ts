import type { CivilDay } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';
import type { CitationFormat } from '../../published/addresses.ts';

/** What is said of one edition of a text where somebody cites it. Plain words, as the newsroom has them. */
export interface Citation {
  /** Names it among others, in ASCII: `co-beijing-2017-3-en`. */
  readonly key: string;
  readonly title: string;
  /** The issuing office: a corporate author. */
  readonly office: string;
  readonly organisation: string;
  /** `Press release`, in the language of the text. */
  readonly kind: string;
  readonly isSpeech: boolean;
  readonly reference: string;
  /** When the first edition went public. */
  readonly published: CivilDay;
  readonly language: Locale;
  /** Absolute, and permanent: of the text whatever becomes of its slug, or of this edition. */
  readonly address: string;
  readonly edition: number;
  readonly summary: string | null;
  /** What a later edition changed, and that a text no longer stands; null where there is nothing to note. */
  readonly note: string | null;
  /** The day of the visit, in UTC. */
  readonly accessed: CivilDay;
}

/** A way to write a citation. A new one is a file in formats/ and a line in formats/all.ts. */
export interface CitationWriter {
  /** The end of its addresses: `bib` makes `…/cite.bib`. */
  readonly extension: CitationFormat;
  /** Media type without parameters. */
  readonly type: string;
  readonly write: (citation: Citation) => string;
}

/** A civil day in numbers. */
export function partsOf(day: CivilDay): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}
