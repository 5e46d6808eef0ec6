import type { Warning } from '../copy-desk/warnings.ts';
import { goesOn, type ListLine } from './list-line.ts';
import { markerOf } from './marker-count.ts';
import { readLine } from './read-line.ts';
import type { RawItem } from './split-items.ts';
import type { Survey } from './survey.ts';
import { endsSentence } from './words.ts';

/** A line within an item that begins as another item would: the list may have been cut in the wrong places. */
export function findNextItem({ lines }: RawItem, survey: Survey): Warning[] {
  const marked = lines.flatMap((line, index) => {
    const marker = index === 0 ? null : markerOf({ line, reading: readLine(line) });
    return marker === null || goesOn(lines[index - 1] ?? line, line, survey.wrap) ? [] : [{ line, marker, index }];
  });
  const { family, indent } = survey.markers;
  const found =
    survey.opening === 'marker'
      ? marked.find(({ line, marker }) => family === 'number' && marker.family === family && line.indent <= indent + 2)
      : // Several are a list within the summary.
        marked.find(({ line, marker, index }) => {
          const isLast = index >= lines.length - 2;
          return marked.length === 1 && (marker.number !== null || (isLast && !endsSentence(line.text)));
        });
  return found === undefined ? [] : [warningOf(found.line)];
}

function warningOf({ number, text }: ListLine): Warning {
  const detail = `“${text.slice(0, 80)}”, line ${number}, looks like the beginning of another release.`;
  return { code: 'holds-next-item', detail };
}
