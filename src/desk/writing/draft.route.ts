import { Type } from 'typebox';
import { approveDraft } from '../../releases/approve-draft.ts';
import { bundleDrafts } from '../../releases/bundle-drafts.ts';
import { catchUp } from '../../releases/catch-up.ts';
import { changeNote } from '../../releases/change-note.ts';
import { findingsOf } from '../../releases/copy-desk/findings-of.ts';
import { correctDraft } from '../../releases/correct-draft.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import type { DeskOutcome } from '../../releases/desk-outcome.ts';
import { type Moved, openRelease } from '../../releases/open-text.ts';
import { publishDraft } from '../../releases/publish-draft.ts';
import { recallDraft } from '../../releases/recall-draft.ts';
import { returnDraft } from '../../releases/return-draft.ts';
import { reviseDraft } from '../../releases/revise-draft.ts';
import { slugOf, slugTyped } from '../../releases/slug.ts';
import { submitDraft } from '../../releases/submit-draft.ts';
import { unbundleDraft } from '../../releases/unbundle-draft.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, id, locale, named, reason, release, revision, seen } from '../order-shapes.ts';
import { openedDraft } from './open-release.ts';

type Names =
  | 'POST /desk/api/draft/save'
  | 'POST /desk/api/draft/check'
  | 'POST /desk/api/draft/caught-up'
  | 'POST /desk/api/draft/submit'
  | 'POST /desk/api/draft/recall'
  | 'POST /desk/api/draft/return'
  | 'POST /desk/api/draft/approve'
  | 'POST /desk/api/draft/unbundle'
  | 'POST /desk/api/draft/publish'
  | 'POST /desk/api/draft/correct'
  | 'POST /desk/api/draft/change'
  | 'POST /desk/api/bundles';

/** In UTF-16 units: more than any field may hold, so that the verb tells what is too long, and by how much. */
const words = Type.String({ maxLength: 1_000_000 });

const content = bounded({
  ...{ kicker: words, headline: words, summary: words, place: words, body: words, notes: words },
  pictures: Type.Array(bounded({ picture: id, alt: words, caption: words }), {
    maxItems: 200,
  }),
});

const slug = Type.Union([Type.String({ maxLength: 200 }), Type.Null()]);

const change = bounded({
  kind: Type.Union([Type.Literal('correction'), Type.Literal('clarification'), Type.Literal('update')]),
  note: words,
  isMajor: Type.Boolean(),
});

/** One language version on its way to the public. */
export function draftHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'POST /desk/api/draft/save': {
      order: bounded({ ...seen, content, slug }),
      async answer({ person, order }) {
        const outcome = await reviseDraft(deps, { by: person, ...order });
        if (!outcome.ok) return outcome;
        const findings = await deps.inTransaction((tx) => findingsOf(tx, deps, outcome.draft));
        return answered({ revision: outcome.draft.revision, findings });
      },
    },
    'POST /desk/api/draft/check': {
      order: bounded({ text: content, locale, slug }),
      answer: ({ order }) =>
        deps.inTransaction(async (tx) => {
          const { text, locale } = order;
          const findings = await findingsOf(tx, deps, { content: text, locale });
          return answered({ findings, slug: slugTyped(order.slug) ?? slugOf(text.headline) });
        }),
    },
    'POST /desk/api/draft/caught-up': {
      order: bounded(seen),
      async answer({ person, order }) {
        const outcome = await catchUp(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/draft/submit': {
      order: bounded({
        ...seen,
        overrides: Type.Array(bounded({ code: Type.String({ pattern: '^[a-z-]{1,60}$' }), reason }), { maxItems: 100 }),
      }),
      answer: async ({ person, order }) => moved(await submitDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/recall': {
      order: bounded(seen),
      answer: async ({ person, order }) => moved(await recallDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/return': {
      order: bounded({ ...seen, reason }),
      answer: async ({ person, order }) => moved(await returnDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/approve': {
      order: bounded(seen),
      answer: async ({ person, order }) => moved(await approveDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/publish': {
      order: bounded({ ...seen, forced: Type.Union([reason, Type.Null()]) }),
      answer: async ({ person, order }) => moved(await publishDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/draft/correct': {
      order: bounded({ ...named, change }),
      async answer({ person, order }) {
        const outcome = await correctDraft(deps, { by: person, ...order });
        if (!outcome.ok) return outcome;
        return deps.inTransaction(async (tx) => {
          const text = { release: await openRelease(tx, deps, person, order.release), draft: outcome.draft };
          return answered({ draft: await openedDraft(tx, deps, person, text) });
        });
      },
    },
    'POST /desk/api/draft/change': {
      order: bounded({ release, locale, revision, change }),
      async answer({ person, order }) {
        const outcome = await changeNote(deps, { by: person, ...order });
        return outcome.ok ? answered({ revision: outcome.draft.revision }) : outcome;
      },
    },
    'POST /desk/api/draft/unbundle': {
      order: bounded(named),
      answer: async ({ person, order }) => moved(await unbundleDraft(deps, { by: person, ...order })),
    },
    'POST /desk/api/bundles': {
      order: bounded({
        ...{ name: Type.String({ maxLength: 200 }), into: Type.Union([id, Type.Null()]) },
        texts: Type.Array(bounded(named), { maxItems: 200 }),
      }),
      async answer({ person, order }) {
        const outcome = await bundleDrafts(deps, { by: person, ...order });
        return outcome.ok ? answered({ bundle: outcome.bundle }) : outcome;
      },
    },
  };
}

function moved(outcome: DeskOutcome<Moved>) {
  return outcome.ok ? answered({ state: outcome.state, revision: outcome.revision }) : outcome;
}
