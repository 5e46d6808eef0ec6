import { Type } from 'typebox';
import { releaseTypes } from '../../published/list.ts';
import { addLanguage } from '../../releases/add-language.ts';
import { changeFacts } from '../../releases/change-facts.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { discardDrafts } from '../../releases/discard-drafts.ts';
import { draftRelease } from '../../releases/draft-release.ts';
import { limitReaders } from '../../releases/limit-readers.ts';
import { openRelease } from '../../releases/open-text.ts';
import { restoreDrafts } from '../../releases/restore-drafts.ts';
import { answered, type Handlers } from '../handler.ts';
import { bounded, id, locale, office, release, revision } from '../order-shapes.ts';
import { openedDraft, openedRelease } from './open-release.ts';

type Names =
  | 'POST /desk/api/releases'
  | 'GET /desk/api/release'
  | 'POST /desk/api/release/facts'
  | 'POST /desk/api/release/limit'
  | 'POST /desk/api/release/languages'
  | 'POST /desk/api/drafts/discard'
  | 'POST /desk/api/drafts/restore';

const type = Type.Union(releaseTypes.map((one) => Type.Literal(one)));
const codes = Type.Array(Type.String({ pattern: '^[^\\u0000]{1,60}$' }), { maxItems: 250 });
const people = Type.Union([Type.Array(id, { maxItems: 200 }), Type.Null()]);

const someTexts = Type.Array(bounded({ locale, revision }), { maxItems: 200 });

/** A release as a whole: begun, opened, described, limited, given one more language; drafts of it thrown away and restored. */
export function releaseHandlers(deps: DeskDeps): Pick<Handlers, Names> {
  return {
    'POST /desk/api/releases': {
      order: bounded({ office, type, original: locale }),
      async answer({ person, order }) {
        const outcome = await draftRelease(deps, { by: person, ...order, type: order.type as 'news' });
        return outcome.ok ? answered({ release: outcome.release }) : outcome;
      },
    },
    'GET /desk/api/release': {
      order: bounded({ release }),
      answer: ({ person, order }) =>
        deps.inTransaction(async (tx) => answered(await openedRelease(tx, deps, person, order.release))),
    },
    'POST /desk/api/release/facts': {
      order: bounded({ release, type, countries: codes, topics: codes, organisationWide: Type.Boolean() }),
      async answer({ person, order }) {
        const outcome = await changeFacts(deps, { by: person, ...order, type: order.type as 'news' });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/release/limit': {
      order: bounded({ release, people }),
      async answer({ person, order }) {
        const outcome = await limitReaders(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/drafts/discard': {
      order: bounded({ release, texts: someTexts }),
      async answer({ person, order }) {
        const outcome = await discardDrafts(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/drafts/restore': {
      order: bounded({ release, locales: Type.Array(locale, { maxItems: 200 }) }),
      async answer({ person, order }) {
        const outcome = await restoreDrafts(deps, { by: person, ...order });
        return outcome.ok ? answered({}) : outcome;
      },
    },
    'POST /desk/api/release/languages': {
      order: bounded({ release, locale, source: Type.Union([locale, Type.Null()]) }),
      async answer({ person, order }) {
        const outcome = await addLanguage(deps, { by: person, ...order });
        if (!outcome.ok) return outcome;
        return deps.inTransaction(async (tx) => {
          const text = { release: await openRelease(tx, deps, person, order.release), draft: outcome.draft };
          return answered({ draft: await openedDraft(tx, deps, person, text) });
        });
      },
    },
  };
}
