import type { CivilDay } from '../../../platform/instant.ts';
import { oneLine } from '../../one-line.ts';
import { type CitationWriter, partsOf } from '../citation.ts';

/** @see https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV */
export const cslJson: CitationWriter = {
  extension: 'json',
  type: 'application/vnd.citationstyles.csl+json',
  write: (citation) => {
    const { edition, note, summary } = citation;
    const item = {
      id: citation.key,
      type: citation.isSpeech ? 'speech' : 'webpage',
      genre: citation.kind,
      title: oneLine(citation.title),
      author: [{ literal: citation.office }],
      publisher: citation.organisation,
      number: citation.reference,
      issued: dateOf(citation.published),
      accessed: dateOf(citation.accessed),
      language: citation.language,
      URL: citation.address,
      ...(edition === 1 ? {} : { edition: String(edition) }),
      ...(note === null ? {} : { note: oneLine(note) }),
      ...(summary === null ? {} : { abstract: oneLine(summary) }),
    };
    return `${JSON.stringify([item], null, 2)}\n`;
  },
};

function dateOf(civil: CivilDay) {
  const { year, month, day } = partsOf(civil);
  return { 'date-parts': [[year, month, day]] };
}
