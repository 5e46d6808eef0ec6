import { Type } from 'typebox';
import { clocksElsewhere } from '../../embargo/clocks-elsewhere.ts';
import { holdDraft } from '../../embargo/hold-draft.ts';
import { letGoDraft } from '../../embargo/let-go-draft.ts';
import { instantsOf } from '../../embargo/read-wall-clock.ts';
import { scheduleDraft, unreadable } from '../../embargo/schedule-draft.ts';
import { unscheduleDraft } from '../../embargo/unschedule-draft.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { type DeskOutcome, refused } from '../../releases/desk-outcome.ts';
import type { Moved } from '../../releases/open-text.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, named, office, seen } from '../order-shapes.ts';
import { bundlesOf } from '../writing/bundles-of.ts';
import { dueLines } from '../writing/text-lines.query.ts';

type Names =
  | 'POST /desk/api/draft/schedule'
  | 'POST /desk/api/draft/hold'
  | 'POST /desk/api/draft/let-go'
  | 'POST /desk/api/draft/unschedule'
  | 'POST /desk/api/schedule/look'
  | 'GET /desk/api/schedule';

/** A calendar shows no more at once. */
const MOST_DUE = 500;

const wallClock = {
  local: Type.String({ maxLength: 16 }),
  timeZone: Type.String({ maxLength: 64 }),
  choice: Type.Union([Type.Literal('earlier'), Type.Literal('later'), Type.Null()]),
};

const countries = Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { maxItems: 300 });

export function scheduleHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'POST /desk/api/draft/schedule': {
      order: bounded({ ...seen, ...wallClock }),
      answer: async ({ person, order }) => moved(await scheduleDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/hold': {
      order: bounded(named),
      answer: async ({ person, order }) => moved(await holdDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/let-go': {
      order: bounded(named),
      answer: async ({ person, order }) => moved(await letGoDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/unschedule': {
      order: bounded(named),
      answer: async ({ person, order }) => moved(await unscheduleDraft(deps, { by: person, ...order })),
    },

    'POST /desk/api/schedule/look': {
      order: bounded({ ...wallClock, office, countries }),
      async answer({ order }) {
        const offices = await deps.inTransaction((tx) => deps.publishing.publications.offices(tx));
        const issuing = offices.find((one) => one.code === order.office);
        const read = instantsOf(order.local, order.timeZone);
        if (read.kind === 'unreadable') {
          return refused({ reason: 'text-invalid', field: read.field, problem: unreadable[read.field] });
        }
        const { kind, instants } = read;
        const at = (order.choice === 'later' ? instants[1] : undefined) ?? instants[0];
        const timeZones = [order.timeZone, ...(issuing === undefined ? [] : [issuing.timeZone]), 'UTC'];
        const elsewhere = clocksElsewhere(at, { timeZones, countries: order.countries });
        return answered({ kind, instants, isPast: at <= deps.clock.now(), elsewhere });
      },
    },

    'GET /desk/api/schedule': {
      order: bounded({}),
      answer: ({ person }) =>
        deps.inTransaction(async (tx) => {
          const zones = new Map(
            (await deps.publishing.publications.offices(tx)).map((one) => [one.code, one.timeZone] as const),
          );
          const lines = await dueLines(tx, person, MOST_DUE);
          const due = lines.map((line) => ({ ...line, timeZone: zones.get(line.office) ?? 'UTC' }));
          return answered({ due, bundles: await bundlesOf(tx, person, lines) });
        }),
    },
  };
}

function moved(outcome: DeskOutcome<Moved>) {
  return outcome.ok ? answered({ state: outcome.state, revision: outcome.revision }) : outcome;
}
