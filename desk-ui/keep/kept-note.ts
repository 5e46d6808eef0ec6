import type { Change } from '../../src/desk/contract.ts';

/** What this browser keeps of the public note of an edition until the newsroom has it. */
export interface KeepNote {
  read(): Change | null;
  write(change: Change): void;
  drop(): void;
}

/** @param of person, release, language and edition. */
export function openKeepNote(storage: Storage, of: readonly (string | number)[]): KeepNote {
  const key = `dateline.kept-note:${of.join(':')}`;
  return {
    read() {
      try {
        return JSON.parse(storage.getItem(key) ?? 'null') as Change | null;
      } catch {
        return null;
      }
    },
    write(change) {
      try {
        storage.setItem(key, JSON.stringify(change));
      } catch {
        // No room: the note is in its field, and with the newsroom in a moment.
      }
    },
    drop: () => storage.removeItem(key),
  };
}
