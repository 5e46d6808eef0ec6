import type { HeadAndSummary, Slip } from './slip.ts';

/**
 * A text that stops in mid-sentence: an ellipsis at the end, a word that needs another, or no full stop where all others have one.
 *
 * @param around do the summaries around it end with a full stop?
 */
export function findEnding(
  { headline, summary }: HeadAndSummary,
  around: { readonly closesSummaries: boolean },
): Slip<'truncated'>[] {
  const code = 'truncated';
  const cut = summary === null ? null : whyCut(summary, around.closesSummaries);
  if (summary !== null && cut !== null) {
    const found = tailOf(summary);
    return [{ code, field: 'summary', found, detail: `The summary ${cut}: “${found}”.` }];
  }
  if (!ellipsis.test(headline)) return [];
  const found = tailOf(headline);
  return [{ code, field: 'headline', found, detail: `The headline ends with an ellipsis: “${found}”.` }];
}

const ellipsis = /(?:…|\.{3,}|\[\.\.\.\])[\s\])"”’»]*$/u;
const closing = /[.!?。！？؟۔．][\s"'”’»›“‘」』)）\]】]*$/u;
const leaning =
  /(?:[,;،，、–—]|\s(?:and|or|of|the|a|an|to|in|for|with|by|on|at|from|that|which|et|ou|de|des|du|la|le|les|un|une|pour|avec|dans|que|y|o|el|los|las|en|por|con|para|und|oder|der|die|das|den|mit|von|für|e|il|di|per|che|da|do|em|com|и|в|на|с|для|по|что|из))$/iu;

/** Does a text end as a sentence ends? */
export function isClosed(text: string): boolean {
  return closing.test(text) && !ellipsis.test(text);
}

function whyCut(summary: string, othersAreClosed: boolean): string | null {
  if (ellipsis.test(summary)) return 'ends with an ellipsis';
  if (leaning.test(summary)) return 'stops in mid-sentence';
  return othersAreClosed && !isClosed(summary) && !summary.endsWith(':')
    ? 'has no full stop, and the others have'
    : null;
}

const tailOf = (text: string) => (text.length > 40 ? `…${text.slice(-40)}` : text);
