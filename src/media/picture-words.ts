import ExifReader from 'exifreader';
import { plainText } from '../platform/text.ts';

/** What a picture says about itself. Null where it says nothing; nothing here is guessed. */
export interface PictureWords {
  readonly credit: string | null;
  readonly creator: string | null;
  /** IPTC “Source”: who supplied the picture. */
  readonly agency: string | null;
  readonly copyrightHolder: string | null;
  /** As the copyright notice has it, 1800 to 2199. */
  readonly copyrightYear: number | null;
  readonly usageTerms: string | null;
  readonly alt: string | null;
  readonly caption: string | null;
}

/**
 * Reads the words of a JPEG, PNG, WebP, AVIF or TIFF: XMP before IPTC-IIM before EXIF, as the IPTC advises.
 * Metadata that cannot be read counts as none.
 *
 * @see https://iptc.org/standards/photo-metadata/
 */
export function readPictureWords(bytes: Buffer): PictureWords {
  const tags = tagsOf(bytes);
  const first = (...places: readonly (readonly [Group, string])[]) => {
    for (const [group, name] of places) {
      const words = wordsOf(tags[group]?.[name]);
      if (words !== null) return words;
    }
    return null;
  };
  const notice = first(['xmp', 'rights'], ['iptc', 'Copyright Notice'], ['exif', 'Copyright']);
  return {
    credit: first(['xmp', 'Credit'], ['iptc', 'Credit']),
    creator: first(['xmp', 'creator'], ['iptc', 'By-line'], ['exif', 'Artist']),
    agency: first(['xmp', 'Source'], ['iptc', 'Source']),
    copyrightHolder: notice === null ? null : holderIn(notice),
    copyrightYear: notice === null ? null : yearIn(notice),
    usageTerms: first(['xmp', 'UsageTerms']),
    alt: first(['xmp', 'AltTextAccessibility']),
    caption: first(['xmp', 'description'], ['iptc', 'Caption/Abstract'], ['exif', 'ImageDescription']),
  };
}

type Group = 'exif' | 'iptc' | 'xmp';

function tagsOf(bytes: Buffer): Partial<Record<Group, Record<string, unknown>>> {
  try {
    const { exif = {}, iptc = {}, xmp = {} } = ExifReader.load(bytes, { expanded: true });
    return { exif: { ...exif }, iptc: { ...iptc }, xmp: { ...xmp } };
  } catch {
    return {};
  }
}

const LONGEST_WORDS = 4_000;

/** Lists (several creators) are joined; what is no plain text, or has no words in it, is none. */
function wordsOf(tag: unknown): string | null {
  const read = Array.isArray(tag)
    ? tag
        .map(wordsOf)
        .filter((words) => words !== null)
        .join(', ')
    : descriptionOf(tag);
  const words = read.replace(/\0+$/, '').replace(/\r\n?/g, '\n').trim();
  try {
    return words === '' ? null : plainText(words, 'metadata', LONGEST_WORDS);
  } catch {
    return null;
  }
}

function descriptionOf(tag: unknown): string {
  if (typeof tag !== 'object' || tag === null || !('description' in tag)) return '';
  return typeof tag.description === 'string' ? tag.description : '';
}

/** `© 2016 Port of Calder. All rights reserved.` → `Port of Calder` */
function holderIn(notice: string): string | null {
  const holder = notice
    .replace(/\ball rights reserved\b\.?/gi, '')
    .replace(/©|\(c\)|\bcopyright\b/gi, '')
    .replace(YEAR, '')
    .replace(/^[\s,.;:–-]+|[\s,.;:–-]+$/g, '');
  return holder === '' ? null : holder;
}

function yearIn(notice: string): number | null {
  const year = YEAR.exec(notice)?.[0];
  return year === undefined ? null : Number(year);
}

const YEAR = /(?<!\d)(?:18|19|20|21)\d\d(?!\d)/;
