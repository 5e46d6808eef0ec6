import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { InTransaction } from '../../database/transaction.ts';
import { liftCounts } from '../../embargo/lift-counts.query.ts';
import type { Fixity } from '../../media/fixity/open-originals.ts';
import { hashOf } from '../../people/secret.ts';
import type { Clock } from '../../platform/clock.ts';
import { waitingToLeave } from './health.query.ts';
import { metricsText, metricsType } from './metrics-text.ts';

export interface MetricsDeps {
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  readonly originals: Pick<Fixity, 'report'>;
  /** What a monitoring program shows; null: there is no such address. */
  readonly token: string | null;
}

/** Figures for a program that watches: for whoever has the token, wherever they come from. See docs/adr/0015-metrics-by-token.md. */
export function metricsRoute({ inTransaction, clock, originals, token }: MetricsDeps): (app: FastifyInstance) => void {
  return (app) => {
    if (token === null) return;
    app.get('/desk/metrics', async (request, reply) => {
      if (!isToken(request.headers.authorization, token)) {
        const problem = { code: 'NOT_SIGNED_IN', message: 'Send the token of --metrics-token-file as a bearer token.' };
        return reply.code(401).header('www-authenticate', 'Bearer realm="metrics"').send(problem);
      }
      const metrics = await inTransaction(async (tx) => ({
        lifts: await liftCounts(tx, clock.now()),
        waitingToLeave: await waitingToLeave(tx),
      }));
      const { readAt, unsoundCount } = await originals.report();
      const told = { ...metrics, originals: { readAt, unsoundCount } };
      return reply.header('content-type', metricsType).send(metricsText(told));
    });
  };
}

/** Compared by their hashes, which are equally long: how long it takes says nothing. */
function isToken(header: string | undefined, token: string): boolean {
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  return timingSafeEqual(Buffer.from(hashOf(shown)), Buffer.from(hashOf(token)));
}
