import type { Answer } from '../http/route.ts';
import type { Tombstone } from '../published/published-release.ts';
import { formatReference } from '../published/reference.ts';
import { wordsFor } from '../words/words.ts';

/** What a program is told of a retracted text: its reference, and nothing else. */
export function retractedAnswer({ locale, reference }: Tombstone): Answer {
  const words = wordsFor(locale);
  const said = [words('retractedReference', { reference: formatReference(reference) }), words('retractedText')];
  return { status: 410, type: 'text/plain; charset=utf-8', body: `${said.join('\n')}\n`, keep: false };
}
