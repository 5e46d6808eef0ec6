import type { CivilDay } from '../../../platform/instant.ts';
import { oneLine } from '../../one-line.ts';
import type { CitationWriter } from '../citation.ts';

/**
 * One record: a tag and a value in each line. A value cannot begin another line, so it cannot forge a tag.
 *
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export const ris: CitationWriter = {
  extension: 'ris',
  type: 'application/x-research-info-systems',
  write: (citation) => {
    const { published, accessed, edition } = citation;
    const lines: readonly (readonly [tag: string, value: string | null])[] = [
      ['TY', 'ELEC'],
      ['ID', citation.key],
      ['AU', inOnePiece(citation.office)],
      ['TI', citation.title],
      ['PB', citation.organisation],
      ['M3', citation.kind],
      ['AN', citation.reference],
      ['PY', published.slice(0, 4)],
      ['DA', slashed(published)],
      ['LA', citation.language],
      ['ET', edition === 1 ? null : String(edition)],
      ['UR', citation.address],
      ['Y2', slashed(accessed)],
      ['N1', citation.note],
      ['AB', citation.summary],
    ];
    const written = lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`]));
    return `${written.join('')}ER  - \r\n`;
  },
};

/** A comma would part a family from a given name, and nothing can say that it does not. */
function inOnePiece(name: string): string {
  return name.replace(/,\s*/g, ' ');
}

/** `2017/09/07/`: the last part is for what a day does not say. */
function slashed(day: CivilDay): string {
  return `${day.replaceAll('-', '/')}/`;
}
