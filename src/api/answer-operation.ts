import type { Answer, Visit } from '../http/route.ts';
import type { Gate } from './keys/gate.ts';
import type { Operation } from './operation.ts';
import { openToAll, problemAnswer } from './problem.ts';
import { readAsked } from './read-asked.ts';

export const JSON_TYPE = 'application/json';

/** Who asks, how often, what for: in this order, and the first that is not right is answered. */
export async function answerOperation(
  operation: Operation,
  visit: Visit,
  { gate, origin }: { readonly gate: Gate; readonly origin: string },
): Promise<Answer> {
  const about = { origin, requestId: visit.requestId };
  const refused = operation.scope === null ? null : await gate(visit, operation.scope);
  if (refused !== null) return problemAnswer(refused, about);

  const asked = readAsked(operation, visit);
  if (!asked.ok) return problemAnswer(asked, about);
  const outcome = await operation.run({ ...asked, visit } as never);
  if (!outcome.ok) return problemAnswer(outcome, about);
  if ('answer' in outcome) return outcome.answer;
  return {
    status: 200,
    type: JSON_TYPE,
    body: `${JSON.stringify(outcome.body)}\n`,
    headers: { ...openToAll, ...outcome.headers },
    // A kept answer is sent before anybody has looked at the key, or counted.
    keep: false,
  };
}
