import { Type } from 'typebox';
import { Fault } from '../../platform/faults.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { openText } from '../../releases/open-text.ts';
import { sittingsOf } from '../../releases/sitting.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, named, revision, seen } from '../order-shapes.ts';
import { namesOf } from './names.query.ts';

type Names = 'GET /desk/api/draft/sittings' | 'GET /desk/api/draft/revisions' | 'GET /desk/api/draft/revision';

/** More saves than anybody looks back over: twenty hours of writing without a pause. */
const MOST_GATHERED = 20_000;
const MOST_SITTINGS = 200;
const MOST_REVISIONS = 1_000;

/** What was saved of a text, by whom. */
export function historyHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'GET /desk/api/draft/sittings': {
      order: bounded(named),
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          const { release, locale } = order;
          await openText(tx, deps, { by: person, release, locale });
          const kept = await deps.drafts.revisions(tx, release, locale, { limit: MOST_GATHERED });
          const sittings = sittingsOf(kept).slice(0, MOST_SITTINGS);
          const names = await namesOf(tx, savers(sittings));
          return answered({ sittings: sittings.map((one) => ({ ...one, savedBy: names.get(one.savedBy) ?? '' })) });
        }),
    },
    'GET /desk/api/draft/revisions': {
      order: bounded({ ...named, from: Type.Optional(revision), to: Type.Optional(revision) }),
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          const { release, locale, ...span } = order;
          await openText(tx, deps, { by: person, release, locale });
          const kept = await deps.drafts.revisions(tx, release, locale, { ...span, limit: MOST_REVISIONS });
          const names = await namesOf(tx, savers(kept));
          return answered({ revisions: kept.map((one) => ({ ...one, savedBy: names.get(one.savedBy) ?? '' })) });
        }),
    },
    'GET /desk/api/draft/revision': {
      order: bounded(seen),
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => {
          await openText(tx, deps, { by: person, release: order.release, locale: order.locale });
          const kept = await deps.drafts.revision(tx, order.release, order.locale, order.revision);
          if (kept === null) throw new Fault('DRAFT_NOT_FOUND');
          return answered({ content: kept.content });
        }),
    },
  };
}

function savers(saved: readonly { readonly savedBy: string }[]): string[] {
  return saved.map(({ savedBy }) => savedBy);
}
