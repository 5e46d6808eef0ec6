import type { ComponentChild } from 'preact';
import { citationFormats, citationPath, editionPath, shortTextPath, textPath } from '../../published/addresses.ts';
import { formatReference } from '../../published/reference.ts';
import { formatDay } from '../../words/as-written.ts';
import { language, sentence } from '../around/inline.view.tsx';
import type { EditionProps } from './release-page.view.tsx';

const names = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' } as const;

/** How to cite the text: in words that one can copy, and as files for programs that keep references. */
export function Cite({ text, stationery, isOfEdition }: EditionProps): ComponentChild {
  const { words, locale, origin, offices } = stationery;
  const { reference, slug, edition } = text;
  const page = isOfEdition
    ? editionPath(text.locale, reference, slug, edition)
    : textPath(text.locale, reference, slug);
  const address = isOfEdition ? page : shortTextPath(text.locale, reference);
  const elements = {
    headline: <bdi {...language(text.locale, locale)}>{text.headline}</bdi>,
    reference: <span class="ref">{formatReference(reference)}</span>,
    address: <bdi dir="ltr">{origin + address}</bdi>,
  };
  const values = {
    office: offices.get(text.office)?.text ?? text.office,
    type: words(`type-${text.type}`),
    date: formatDay(text.published.day, locale),
    edition,
  };
  return (
    <section class="notes cite">
      <h2>{words('cite')}</h2>
      <p class="citation">
        {sentence(words, edition === 1 && !isOfEdition ? 'citation' : 'citationOfEdition', elements, values)}
      </p>
      <p class="files">
        {words('citeFiles')}{' '}
        {citationFormats.map((format) => (
          <>
            <a rel="nofollow" href={citationPath(page, format)}>
              {names[format]}
            </a>{' '}
          </>
        ))}
      </p>
    </section>
  );
}
