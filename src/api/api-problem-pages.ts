import type { ProblemPages } from '../http/route.ts';
import { openToAll, PROBLEM, type ProblemKind, problemText } from './problem.ts';

type Status = Parameters<ProblemPages['problem']>[0]['status'];

const problems: Readonly<Record<Status, readonly [ProblemKind, string]>> = {
  400: ['request-invalid', 'Write the address as /api/v1/openapi.json describes it, percent-encoded, without a body.'],
  404: ['not-found', 'No address of the API is written like this. /api/v1 names those there are.'],
  405: ['method-not-allowed', 'The API is read with GET and HEAD; nothing is written here.'],
  410: ['gone', 'What was here is not public any more.'],
  414: ['address-too-long', 'At most 2,048 characters are read. Ask for less at once.'],
  431: ['headers-too-large', 'At most 16 KB of headers are read. Send fewer.'],
  500: ['failed', 'It is not your request. Try again later; if it stays, report the number under “instance”.'],
  503: ['unavailable', 'The newsroom cannot look anything up just now. Try again in a few seconds.'],
};

/** Says to programs what went wrong, for whatever no route of the API has answered. Asks nobody, so it cannot fail. */
export function apiProblemPages(origin: string): ProblemPages {
  return {
    async problem({ status, requestId }) {
      const [problem, detail] = problems[status];
      const headers = { ...openToAll, ...(status === 405 ? { allow: 'GET, HEAD, OPTIONS' } : {}) };
      return { body: problemText({ problem, detail }, { origin, requestId }), type: PROBLEM, headers };
    },
  };
}
