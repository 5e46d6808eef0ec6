import { oneLine } from '../../one-line.ts';
import { type CitationWriter, partsOf } from '../citation.ts';

/**
 * One entry, in UTF-8. `@misc` and its fields are known to BibTeX and biblatex alike; the second takes the exact day from
 * `date`.
 *
 * @see https://ctan.org/pkg/biblatex, section 2
 */
export const bibtex: CitationWriter = {
  extension: 'bib',
  type: 'application/x-bibtex',
  write: (citation) => {
    const { published, edition } = citation;
    const { year, month } = partsOf(published);
    const fields: readonly (readonly [name: string, value: string | null])[] = [
      ['author', whole(citation.office)],
      ['title', whole(citation.title)],
      ['year', `{${year}}`],
      ['month', MONTHS[month - 1] ?? null],
      ['date', `{${published}}`],
      ['howpublished', `{${escaped(`${citation.kind} ${citation.reference}`)}}`],
      ['organization', whole(citation.organisation)],
      ['number', `{${escaped(citation.reference)}}`],
      ['edition', edition === 1 ? null : `{${edition}}`],
      ['language', `{${citation.language}}`],
      ['url', `{${citation.address}}`],
      ['urldate', `{${citation.accessed}}`],
      ['note', citation.note === null ? null : `{${escaped(citation.note)}}`],
      ['abstract', citation.summary === null ? null : `{${escaped(citation.summary)}}`],
    ];
    const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]));
    return `@misc{${citation.key},\n${lines.join(',\n')}\n}\n`;
  },
};

/** Twelve macros that every style knows, and writes in its own language. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** In a second pair of braces a name is not taken apart into first and last, and a title keeps its capitals. */
function whole(text: string): string {
  return `{{${escaped(text)}}}`;
}

/**
 * What TeX would take for its own. BibTeX counts braces before TeX reads them, escaped or not, so none may stand in a text by
 * itself; and TeX makes other characters of some that stand together.
 */
const written: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '`': '\\textasciigrave{}',
  '-': '-{}',
  "'": "'{}",
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};

function escaped(text: string): string {
  return oneLine(text).replace(/[\\{}~^<>`$&%#_]|-(?=-)|'(?=')/g, (found) => written[found] as string);
}
