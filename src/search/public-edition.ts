import type { IndexedText } from './fields.ts';
import type { SpanText } from './span-texts.ts';

/** An edition as search takes it in. */
export interface PublicEdition {
  readonly facts: Omit<SpanText, 'length'>;
  readonly words: IndexedText;
}
