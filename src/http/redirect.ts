import type { Answer } from './route.ts';

/** For good. @param path percent-encoded, of this site. */
export function movedTo(path: string): Answer {
  return { status: 301, type: 'text/plain; charset=utf-8', body: '', headers: { location: path }, keep: true };
}

/** @param path where it is now; it may move again. */
export function nowAt(path: string): Answer {
  return { ...movedTo(path), status: 302 };
}

/** Is this the address itself, and not another spelling of it? */
export function isSpelled(asked: string, canonical: string): boolean {
  if (asked === canonical) return true;
  try {
    return decodeURI(asked) === decodeURI(canonical);
  } catch {
    return false;
  }
}
