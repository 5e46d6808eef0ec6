import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Answer } from '../../http/route.ts';

export const HTML = 'text/html; charset=utf-8';

export function pageOf(document: VNode): string {
  return `<!doctype html>${renderToString(document)}`;
}

export function page(document: VNode, status: 200 | 404 | 410 = 200): Answer {
  return { status, type: HTML, body: pageOf(document), keep: true };
}

/** A page as it once was. Of these there is no end, so none is kept. */
export function earlierPage(document: VNode, headers: Readonly<Record<string, string>>): Answer {
  return { ...page(document), headers, keep: false };
}

/** For one reader, in their language: the next may be led elsewhere. */
export function leadTo(path: string): Answer {
  const headers = { location: path, vary: 'accept-language' };
  return { status: 302, type: 'text/plain; charset=utf-8', body: '', headers, keep: false };
}
