import { numberIn } from '../../http/public-path.ts';
import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { dayIn } from '../../platform/instant.ts';
import { citationPath, editionPath, textPath } from '../../published/addresses.ts';
import { textLocale } from '../../published/named-locale.ts';
import type { Published } from '../../published/published.ts';
import { readReference } from '../../published/reference.ts';
import { retractedAnswer } from '../retracted-answer.ts';
import type { CitationWriter } from './citation.ts';
import { composeCitation } from './compose-citation.ts';
import { citationWriters } from './formats/all.ts';

/** How to cite each text, and each edition of it. */
export function citationRoutes(published: Published, settings: SurfaceSettings): Route[] {
  const text = '/:locale/releases/:reference/:slug';
  return [text, '/:locale/releases/:reference', `${text}/editions/:number`].flatMap((page) =>
    citationWriters.map((writer): Route => {
      const answer = (visit: Visit) => answerCitation({ published, settings, writer }, visit);
      return { name: `citation-${writer.extension}`, path: citationPath(page, writer.extension), answer };
    }),
  );
}

interface Asked {
  readonly published: Published;
  readonly settings: SurfaceSettings;
  readonly writer: CitationWriter;
}

async function answerCitation({ published, settings, writer }: Asked, visit: Visit): Promise<Answer | null> {
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
  const canonical = citationPath(page, writer.extension);
  if (!isSpelled(visit.path, canonical)) return movedTo(canonical);

  const { origin, clock } = settings;
  const accessed = dayIn(clock.now(), 'UTC');
  const citation = composeCitation({ text, institution, origin, isOfEdition: number !== null, accessed });
  const file = `${citation.key}.${writer.extension}`;
  const headers = { 'content-disposition': `attachment; filename="${file}"` };
  // The day of the visit stands in it.
  return { status: 200, type: `${writer.type}; charset=utf-8`, body: writer.write(citation), headers, keep: false };
}
