import type { Subject } from './subject.ts';

/** What a transaction changes of the published half, gathered while it is written. */
export interface Touched {
  add(subject: Subject): void;
  /** No name says what changed, or too many would. */
  addEverything(): void;
  readonly isEverything: boolean;
  /** Null: everything. */
  readonly subjects: ReadonlySet<Subject> | null;
}

/** A bundle of fifty texts touches some two hundred; an import touches whatever there is. */
export const MOST_TOUCHED = 1_000;

export function openTouched(): Touched {
  let subjects: Set<Subject> | null = new Set();
  return {
    add(subject) {
      subjects?.add(subject);
      if (subjects !== null && subjects.size > MOST_TOUCHED) subjects = null;
    },
    addEverything() {
      subjects = null;
    },
    get isEverything() {
      return subjects === null;
    },
    get subjects() {
      return subjects;
    },
  };
}
