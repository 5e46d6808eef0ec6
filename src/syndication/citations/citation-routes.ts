import type { Route, SurfaceSettings } from '../../http/route.ts';
import { dayIn } from '../../platform/instant.ts';
import { citationPath } from '../../published/addresses.ts';
import type { Published } from '../../published/published.ts';
import { textFileRoutes } from '../text-file.ts';
import { composeCitation } from './compose-citation.ts';
import { citationWriters } from './formats/all.ts';

/** How to cite each text, and each edition of it. */
export function citationRoutes(published: Published, { origin, clock }: SurfaceSettings): Route[] {
  return citationWriters.flatMap((writer) =>
    textFileRoutes(published, {
      name: `citation-${writer.extension}`,
      at: (page) => citationPath(page, writer.extension),
      answer: ({ text, institution, isOfEdition }) => {
        const accessed = dayIn(clock.now(), 'UTC');
        const citation = composeCitation({ text, institution, origin, isOfEdition, accessed });
        const headers = { 'content-disposition': `attachment; filename="${citation.key}.${writer.extension}"` };
        // The day of the visit stands in it.
        return {
          ...{ status: 200, type: `${writer.type}; charset=utf-8` },
          ...{ body: writer.write(citation), headers, keep: false },
        };
      },
    }),
  );
}
