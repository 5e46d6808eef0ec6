import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** Work that one act makes for others: a correction in one language asks the translations to follow. */
export interface Task {
  readonly id: string;
  readonly release: string;
  readonly locale: Locale;
  readonly kind: 'follow-correction';
  readonly source: { readonly locale: Locale; readonly edition: number };
  readonly openedAt: Instant;
}

export interface TaskStore {
  /** Once for the same text and source edition. */
  open(tx: Tx, task: Task): Promise<void>;
  /**
   * Ends all tasks of a text.
   *
   * @returns whether there were any.
   */
  end(tx: Tx, release: string, locale: Locale, at: Instant): Promise<boolean>;
  /** Which of these texts have an open task. */
  withTasks<Text extends Pick<Task, 'release' | 'locale'>>(tx: Tx, texts: readonly Text[]): Promise<readonly Text[]>;
}
