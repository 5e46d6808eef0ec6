import { numberIn } from '../http/public-path.ts';
import { isSpelled, movedTo } from '../http/redirect.ts';
import type { Answer, Route, Visit } from '../http/route.ts';
import { editionPath, textPath } from '../published/addresses.ts';
import { textLocale } from '../published/named-locale.ts';
import type { Institution, Published } from '../published/published.ts';
import type { PublishedText } from '../published/published-release.ts';
import { readReference } from '../published/reference.ts';
import { retractedAnswer } from './retracted-answer.ts';

/** One public text, asked for as a file of some kind. */
export interface AskedText {
  readonly text: PublishedText;
  readonly institution: Institution;
  /** Was this edition asked for by its number, whether or not it is the current one? */
  readonly isOfEdition: boolean;
  /** Of the text, or of the edition. */
  readonly page: string;
}

export interface TextFile {
  /** Of its routes. */
  readonly name: string;
  /** Where it lies. @param page of a text, or of an edition of it. */
  readonly at: (page: string) => string;
  readonly answer: (asked: AskedText, visit: Visit) => Answer | Promise<Answer>;
}

/**
 * A file of each text, of its short address, and of each of its editions. Other spellings and older slugs lead on; what was
 * retracted says so; what is not public is not there.
 */
export function textFileRoutes(published: Published, file: TextFile): Route[] {
  const text = '/:locale/releases/:reference/:slug';
  const answer = (visit: Visit) => answerFile(published, file, visit);
  return [text, '/:locale/releases/:reference', `${text}/editions/:number`].map((page) => {
    return { name: file.name, path: file.at(page), answer };
  });
}

async function answerFile(published: Published, file: TextFile, visit: Visit): Promise<Answer | null> {
  const { params } = visit;
  const institution = await published.institution();
  const locale = textLocale(params['locale'] ?? '', institution);
  const reference = readReference(params['reference'] ?? '');
  const number = numberIn(params['number']);
  if (locale === null || reference === null || ('number' in params && number === null)) return null;
  const found = await published.text(reference, locale, number);
  if (found?.found === 'tombstone') return retractedAnswer(found.tombstone);
  if (found?.found !== 'text') return null;

  const { text } = found;
  const page =
    number === null
      ? textPath(text.locale, text.reference, text.slug)
      : editionPath(text.locale, text.reference, text.slug, number);
  if (!isSpelled(visit.path, file.at(page))) return movedTo(file.at(page));
  return file.answer({ text, institution, isOfEdition: number !== null, page }, visit);
}
