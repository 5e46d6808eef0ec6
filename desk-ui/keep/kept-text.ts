import type { Content } from '../types.ts';

/** What one types at: the text of a draft and the end of its address. */
export interface Typed {
  readonly content: Content;
  readonly slug: string | null;
}

/** What this browser keeps of a text until the newsroom has it. */
export interface KeptText {
  /** What the newsroom held when typing began: the third of three, should somebody else save. */
  readonly base: Typed;
  /** Its revision there. */
  readonly revision: number;
  readonly typed: Typed;
  /** A save whose answer has not come: the newsroom may hold it by now. */
  readonly sent: Typed | null;
  readonly keptAt: string;
}

/** Where one text of one person is kept in this browser. */
export interface Keep {
  read(): KeptText | null;
  /** @returns false when there is no room. */
  write(text: KeptText): boolean;
  drop(): void;
}

export function openKeep(storage: Storage, person: string, release: string, locale: string): Keep {
  const key = `dateline.kept:${person}:${release}:${locale}`;
  return {
    read() {
      try {
        return JSON.parse(storage.getItem(key) ?? 'null') as KeptText | null;
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        storage.setItem(key, JSON.stringify(text));
        return true;
      } catch {
        return false;
      }
    },
    drop: () => storage.removeItem(key),
  };
}

export function isSame(one: Typed, other: Typed): boolean {
  return one === other || (one.slug === other.slug && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)));
}

/** Field by field: the newsroom may write them in another order. */
function sorted({ content }: Typed): readonly unknown[] {
  const { kicker, headline, summary, place, body, notes, pictures } = content;
  return [
    kicker,
    headline,
    summary,
    place,
    body,
    notes,
    pictures.map(({ picture, alt, caption }) => [picture, alt, caption]),
  ];
}
