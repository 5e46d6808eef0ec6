import { Type } from 'typebox';
import { may } from '../../people/rights.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import type { TextLine } from '../contract.ts';
import { type Asked, answered, type Handlers } from '../handler.ts';
import { bounded, locale, office } from '../order-shapes.ts';
import { remarkLines } from '../reviews/open-remarks.query.ts';
import { anyLines } from './any-lines.ts';
import { cursorOf } from './last-changed-first.ts';
import { publicLines } from './public-lines.query.ts';
import { taskLines } from './task-lines.query.ts';
import { draftLines, dueLines, nextLift, ownLines } from './text-lines.query.ts';

const LINES = 50;

/** What one person can look through. */
const TASKS = 200;

const states = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'retracted',
  'discarded',
] as const;

type Names = 'GET /desk/api/work' | 'GET /desk/api/releases';

/** What somebody finds when they sit down, and the list of everything they may read. */
export function listHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'GET /desk/api/work': { order: bounded({}), answer: (asked) => work(deps, asked) },

    'GET /desk/api/releases': {
      order: Type.Partial(
        bounded({
          ...{ office, locale, search: Type.String({ maxLength: 200 }), after: Type.String({ maxLength: 120 }) },
          state: Type.Union(states.map((state) => Type.Literal(state))),
        }),
      ),
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          const { state } = order;
          if (state === 'published' || state === 'withdrawn' || state === 'retracted') {
            const { lines, after } = await publicLines(tx, person, { ...order, state, limit: LINES });
            return answered({ texts: lines, after, nextLift: await nextLift(tx, person) });
          }
          const texts =
            state === undefined
              ? await anyLines(tx, person, { ...order, limit: LINES })
              : await draftLines(tx, person, { ...order, state, limit: LINES });
          const last = texts.at(-1);
          const after = texts.length < LINES || last === undefined ? null : cursorOf(last);
          return answered({ texts, after, nextLift: await nextLift(tx, person) });
        }),
    },
  };
}

function work(deps: DeskDeps, { person }: Asked<'GET /desk/api/work'>) {
  return deps.inTransaction(async (tx) => {
    const waiting: TextLine[] = [];
    for (const state of ['submitted', 'approved'] as const) {
      const act = state === 'submitted' ? 'approve' : 'publish';
      // Nobody approves what they wrote at: it waits for others.
      const byOthers = act === 'approve' ? { notBy: person.id } : {};
      const lines = await draftLines(tx, person, { state, limit: LINES, ...byOthers });
      waiting.push(...lines.filter((line) => may(person, act, line)));
    }
    const mine = await ownLines(tx, person, LINES);
    const due = await dueLines(tx, person, LINES);
    const remarks = await remarkLines(tx, person, TASKS);
    return answered({ mine, waiting, due, tasks: await taskLines(tx, person, TASKS), remarks });
  });
}
