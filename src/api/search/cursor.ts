import { createHash } from 'node:crypto';

/** Where an answer to a search ended: the next goes on below that release, wherever it stands by then. */
export interface SearchCursor {
  /** Releases passed over so far. */
  readonly skip: number;
  /** Id of the release that was last. */
  readonly last: string;
  /** Public acts when it was written: with none since, everything stands where it stood. */
  readonly sequence: number;
}

/** @param search what is asked, in one spelling: a cursor is good for the search it was written for. */
export function writeCursor(cursor: SearchCursor, search: string): string {
  const said = `${cursor.skip}.${cursor.sequence}.${cursor.last}`;
  return Buffer.from(`${said}.${sealOf(said, search)}`).toString('base64url');
}

/**
 * @param text at most 200 characters.
 * @returns null for what this server did not write for this search.
 */
export function readCursor(text: string, search: string): SearchCursor | null {
  const plain = Buffer.from(text, 'base64url').toString();
  const [, said = '', skip, sequence, last = '', seal] =
    /^((\d{1,5})\.(\d{1,10})\.([0-9a-f-]{36}))\.([\w-]{16})$/.exec(plain) ?? [];
  if (seal === undefined || seal !== sealOf(said, search)) return null;
  return { skip: Number(skip), sequence: Number(sequence), last };
}

/** No secret: it tells a cursor of another search from one of this, and a cut one from a whole one. */
function sealOf(said: string, search: string): string {
  return createHash('sha256').update(`${said}\n${search}`).digest('base64url').slice(0, 16);
}
