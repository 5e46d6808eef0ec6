import type { LiftReads, RefusedLift } from '../../embargo/lift.ts';
import type { Fixity } from '../../media/fixity/open-originals.ts';
import { may } from '../../people/rights.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { type DeskRefusal, refused } from '../../releases/desk-outcome.ts';
import type { DueSeen } from '../contract.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded } from '../order-shapes.ts';
import { dueLines, nextLift } from '../writing/text-lines.query.ts';
import { withoutCredit } from './health.query.ts';
import { lostLinks } from './lost-link.store.ts';

export interface HealthDeps extends DeskDeps {
  readonly liftReads: LiftReads;
  readonly originals: Pick<Fixity, 'report'>;
}

const MOST_DUE = 500;
const MOST_LINKS = 100;

/** What somebody on call looks at: overdue and refused texts, how late lifts are, pictures that say nothing of their makers. */
export function healthHandlers(deps: HealthDeps): Pick<Handlers, 'GET /desk/api/health'> {
  return {
    'GET /desk/api/health': {
      order: bounded({}),
      answer: ({ person }) =>
        deps.inTransaction(async (tx) => {
          if (!may(person, 'read-health', { office: null, locale: null })) {
            return refused({ reason: 'not-allowed', act: 'read-health' });
          }
          const now = deps.clock.now();
          const offices = await deps.publishing.publications.offices(tx);
          const zoneOf = (code: string) => offices.find((one) => one.code === code)?.timeZone ?? 'UTC';
          const scheduled = await dueLines(tx, person, MOST_DUE);
          const overdue = scheduled
            .filter(({ goesPublicAt, isHeld }) => goesPublicAt !== null && goesPublicAt < now && !isHeld)
            .map((line): DueSeen => ({ ...line, timeZone: zoneOf(line.office) }));
          const isReadable = (lift: { release: string; locale: string }) =>
            scheduled.some(({ release, locale }) => release === lift.release && locale === lift.locale);
          const { links, lookedAt } = await lostLinks(tx, MOST_LINKS);
          return answered({
            nextLift: await nextLift(tx, person),
            ...{ overdue, lostLinks: links, linksLookedAt: lookedAt },
            refusedLifts: (await deps.liftReads.refused(tx)).filter(isReadable).map(toldWhy),
            delay: await deps.liftReads.delay(tx),
            originals: await deps.originals.report(),
            withoutCredit: await withoutCredit(tx, person.id),
          });
        }),
    },
  };
}

function toldWhy({ detail, ...lift }: RefusedLift) {
  return { ...lift, refusals: JSON.parse(detail) as DeskRefusal[] };
}
