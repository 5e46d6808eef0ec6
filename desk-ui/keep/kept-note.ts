import type { Change } from '../../src/desk/contract.ts';

/** What somebody has typed of a public note, and what the newsroom had when they began. */
export interface NoteInHand {
  readonly change: Change;
  readonly seen: Change;
  /** What was sent last: where the newsroom has it, nobody else has written. */
  readonly sent: Change | null;
}

/** What this browser keeps of the public note of an edition until the newsroom has it. */
export interface KeepNote {
  read(): NoteInHand | null;
  write(note: NoteInHand): void;
  drop(): void;
}

/** @param of person, release, language and edition. */
export function openKeepNote(storage: Storage, of: readonly (string | number)[]): KeepNote {
  const key = `dateline.kept-note:${of.join(':')}`;
  return {
    read() {
      try {
        return JSON.parse(storage.getItem(key) ?? 'null') as NoteInHand | null;
      } catch {
        return null;
      }
    },
    write(note) {
      try {
        storage.setItem(key, JSON.stringify(note));
      } catch {
        // No room: the note is in its field, and with the newsroom in a moment.
      }
    },
    drop: () => storage.removeItem(key),
  };
}
