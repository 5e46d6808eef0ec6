import { Fault } from '../platform/faults.ts';
import type { Logger } from '../platform/log.ts';
import { type PackedPage, packAnswer } from './packed-page.ts';
import type { Answer, ProblemPages } from './route.ts';

export type ProblemStatus = Parameters<ProblemPages['problem']>[0]['status'];

export interface ProblemDeps {
  readonly problems: ProblemPages;
  readonly log: Logger;
  readonly common: readonly string[];
}

export interface AskedInVain {
  readonly status: ProblemStatus;
  readonly path: string;
  readonly acceptLanguage: string;
  readonly requestId: string;
  readonly zip: boolean;
}

/** The page that says what went wrong, in the reader's language; never kept by anybody. Cannot fail. */
export async function problemAnswer(deps: ProblemDeps, asked: AskedInVain): Promise<PackedPage> {
  const { status, path, acceptLanguage, requestId, zip } = asked;
  const page = await deps.problems.problem({ status, path, acceptLanguage, requestId }).catch((err: unknown) => {
    deps.log.error({ err, requestId }, 'the problem page could not be rendered');
    return { body: `${status}. Request ${requestId}.\n`, type: 'text/plain; charset=utf-8', headers: {} };
  });
  const headers = {
    'cache-control': 'no-store',
    vary: 'accept-language',
    'x-request-id': requestId,
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
    ...page.headers,
  };
  // Statuses that only http/ gives are no Answer of a surface, but are sent like one.
  return packAnswer(
    { status: status as Answer['status'], type: page.type, body: page.body, headers, keep: false },
    { zip, common: deps.common },
  );
}

/** What a failure is to the reader. Those that an operator must see are logged here, and only here. */
export function statusOf(deps: ProblemDeps, err: unknown, asked: { requestId: string; path: string }): ProblemStatus {
  // The router's own refusals: a form too large, or of a kind that no form has.
  if (err instanceof Error && 'statusCode' in err && (err.statusCode === 413 || err.statusCode === 415)) return 400;
  const status = err instanceof Fault ? err.status : 500;
  if (status === 400 || status === 404) return status;
  const code = err instanceof Fault ? err.code : 'UNEXPECTED';
  deps.log.error({ err, code, ...asked }, 'a page could not be answered');
  return status === 503 ? 503 : 500;
}
