import type { Locale } from '../platform/locales.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import type { DeskOutcome } from './desk-outcome.ts';
import { endText } from './end-text.ts';

export interface TakeDownOrder extends TextOrder {
  /** What the law asks, and who asked: for the log alone. */
  readonly legalReason: string;
}

/**
 * Takes a text out of the published half because the law asks for it. What readers are told is the same for every one: neither
 * the headline nor the case, and its address has no word of it.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function takeDownText(deps: DeskDeps, order: TakeDownOrder): Promise<DeskOutcome> {
  return endText(deps, order, {
    ...{ needs: 'take-down', act: 'took-down', standing: 'retracted', forgetsAddress: true },
    ...{ publicReason: legalReasonIn(order.locale), privateReason: order.legalReason },
  });
}

const legalReasons: Readonly<Record<string, string>> = {
  en: 'Removed for legal reasons.',
  fr: 'Retiré pour des raisons juridiques.',
  es: 'Retirado por motivos legales.',
  zh: '因法律原因移除。',
  ru: 'Удалено по юридическим причинам.',
  ar: 'أُزيل لأسباب قانونية.',
  mn: 'Хуулийн шаардлагаар хассан.',
};

/** In the language of the text, where the site has words in it. */
function legalReasonIn(locale: Locale): string {
  return legalReasons[locale.split('-')[0] ?? ''] ?? (legalReasons['en'] as string);
}
