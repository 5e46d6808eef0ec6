import { AsyncLocalStorage } from 'node:async_hooks';
import type { Subject } from './subject.ts';

/** What is written down while some work reads the published half. */
export interface ReadNotes {
  /** Writes down a subject of the work under way, if it is being noted. `everything`: no name says what was read. */
  note(subject: Subject | typeof everything): void;
  /** Does some work; `readFrom` is null where it read everything, or nothing that was noted. */
  noting<Outcome>(
    work: () => Promise<Outcome>,
  ): Promise<{ readonly outcome: Outcome; readonly readFrom: ReadonlySet<Subject> | null }>;
}

export const everything = Symbol('everything');

/** Works that run at the same time have each their own notes. */
export function openReadNotes(): ReadNotes {
  const underWay = new AsyncLocalStorage<Set<Subject | typeof everything>>();
  return {
    note: (subject) => void underWay.getStore()?.add(subject),
    async noting(work) {
      const noted = new Set<Subject | typeof everything>();
      const outcome = await underWay.run(noted, work);
      const isNamed = noted.size > 0 && !noted.has(everything);
      return { outcome, readFrom: isNamed ? (noted as Set<Subject>) : null };
    },
  };
}
