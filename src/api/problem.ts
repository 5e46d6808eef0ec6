import type { Answer } from '../http/route.ts';

/** Kinds of problems (RFC 9457): the last part of `type`, the status, and the title that is the same every time. */
export const problemKinds = {
  'request-invalid': { status: 400, title: 'The request cannot be read' },
  'parameter-invalid': { status: 400, title: 'A parameter is not right' },
  'key-invalid': { status: 401, title: 'The key is not valid' },
  'scope-missing': { status: 403, title: 'The key is not for this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed' },
  gone: { status: 410, title: 'It was retracted' },
  'address-too-long': { status: 414, title: 'The address is too long' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  failed: { status: 500, title: 'Something went wrong here' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;

export interface Refusal {
  readonly problem: ProblemKind;
  /** What is wrong, and what to do. */
  readonly detail: string;
  /** Further members. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export const PROBLEM = 'application/problem+json';

/** Scripts of every site may read what is said here, and these headers beside it. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, x-request-id',
};

/** @param about the public origin, and the request that it is about. */
export function problemText(
  { problem, detail, more }: Refusal,
  about: { readonly origin: string; readonly requestId: string },
): string {
  const { status, title } = problemKinds[problem];
  const type = `${about.origin}/api/v1/docs#${problem}`;
  return `${JSON.stringify({ type, title, status, detail, instance: about.requestId, ...more })}\n`;
}

export function problemAnswer(
  refusal: Refusal,
  about: { readonly origin: string; readonly requestId: string },
): Answer {
  return {
    status: problemKinds[refusal.problem].status as Answer['status'],
    type: PROBLEM,
    body: problemText(refusal, about),
    headers: { 'cache-control': 'no-store', 'x-request-id': about.requestId, ...openToAll, ...refusal.headers },
    keep: false,
  };
}
