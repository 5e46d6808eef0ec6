import type { Answer } from '../http/route.ts';
import type { Tombstone } from '../published/published-release.ts';
import { formatReference } from '../published/reference.ts';
import { wordsFor } from '../words/words.ts';
import { spacedLine } from './one-line.ts';

/** What a program is told of a retracted text: its reference and why it is gone, and no word of it. */
export function retractedAnswer({ locale, reference, reason }: Tombstone): Answer {
  const words = wordsFor(locale);
  const said = [
    words('retractedReference', { reference: formatReference(reference) }),
    words('retractedText'),
    ...(reason === '' ? [] : [words('reason', { reason: spacedLine(reason) })]),
  ];
  return { status: 410, type: 'text/plain; charset=utf-8', body: `${said.join('\n')}\n`, keep: false };
}
