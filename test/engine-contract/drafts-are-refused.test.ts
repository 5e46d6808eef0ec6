import { beforeAll, expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { type Act, rights } from '../../src/people/rights.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { catchUp } from '../../src/releases/catch-up.ts';
import { changeFacts } from '../../src/releases/change-facts.ts';
import { changeNote } from '../../src/releases/change-note.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';
import type { DeskOutcome } from '../../src/releases/desk-outcome.ts';
import { draftRelease } from '../../src/releases/draft-release.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { recallDraft } from '../../src/releases/recall-draft.ts';
import { retractText } from '../../src/releases/retract-text.ts';
import { returnDraft } from '../../src/releases/return-draft.ts';
import { reviseDraft } from '../../src/releases/revise-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { takeDownText } from '../../src/releases/take-down-text.ts';
import { unbundleDraft } from '../../src/releases/unbundle-draft.ts';
import { withdrawText } from '../../src/releases/withdraw-text.ts';
import { ada, ferryText, ines, mara, openDeskForTest, otto, somebody, tomas, wen } from '../support/desk-cast.ts';
import { done, everything, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

const states = ['draft', 'submitted', 'approved', 'scheduled', 'published', 'withdrawn', 'retracted'] as const;
type State = (typeof states)[number];

/** A role for another language: reads the text, and may do nothing to it. */
const fae = somebody(7, 'Fae', 'publisher', { locale: 'fr' });
/** A role in another office: knows nothing of it. */
const bas = somebody(8, 'Bas', 'publisher', { office: 'CO-BRUGES' });

interface On {
  readonly by: Person;
  readonly release: string;
  readonly locale: string;
  readonly revision: number;
}

interface Verb {
  readonly act: Act;
  /** What it says of each state, beside rights and revision. */
  readonly says: (state: State) => readonly string[];
  /** Whether it hears of a text that was saved meanwhile. */
  readonly isSeen: boolean;
  readonly run: (deps: DeskDeps, on: On) => Promise<DeskOutcome<unknown>>;
}

const unless =
  (...needs: State[]) =>
  (state: State) =>
    needs.includes(state) ? [] : ['wrong-state'];
const isPublic = (state: State) => state === 'published' || state === 'withdrawn' || state === 'retracted';
const ending = (state: State) => (isPublic(state) ? ['ended'] : ['not-public']);
const change = { kind: 'update', note: 'One more boat.', isMajor: true } as const;
const facts = { type: 'news', countries: [], topics: [], organisationWide: true } as const;
const publicReason = 'It is wrong.';

/** Each verb with what must be wrong; in the states where nothing else is, only a right or a revision is missing. */
const verbs: Readonly<Record<string, Verb>> = {
  revise: {
    ...{ act: 'revise', says: unless('draft'), isSeen: true },
    run: (deps, on) => reviseDraft(deps, { ...on, content: ferryText({ headline: 'Other words' }), slug: null }),
  },
  'change the note': {
    ...{ act: 'revise', isSeen: true },
    says: (state) => [...unless('draft')(state), 'nothing-to-correct'],
    run: (deps, on) => changeNote(deps, { ...on, change }),
  },
  submit: {
    ...{ act: 'submit', says: unless('draft'), isSeen: true },
    run: (deps, on) => submitDraft(deps, { ...on, overrides: [] }),
  },
  return: {
    ...{ act: 'return', says: unless('submitted', 'approved'), isSeen: true },
    run: (deps, on) => returnDraft(deps, { ...on, reason: 'Shorter.' }),
  },
  'return without a reason': {
    ...{ act: 'return', isSeen: true },
    says: (state) => [...unless('submitted', 'approved')(state), 'reason-missing'],
    run: (deps, on) => returnDraft(deps, { ...on, reason: ' ' }),
  },
  'recall what others submitted': {
    ...{ act: 'recall', isSeen: true, says: (state) => [...unless('submitted')(state), 'others-text'] },
    run: (deps, on) => recallDraft(deps, on),
  },
  approve: {
    ...{ act: 'approve', says: unless('submitted'), isSeen: true },
    run: (deps, on) => approveDraft(deps, on),
  },
  publish: {
    ...{ act: 'publish', says: unless('approved'), isSeen: true },
    run: (deps, on) => publishDraft(deps, { ...on, forced: null }),
  },
  correct: {
    ...{ act: 'correct', isSeen: false },
    says: (state) =>
      isPublic(state) ? (state === 'published' ? [] : ['ended']) : ['nothing-to-correct', 'wrong-state'],
    run: (deps, on) => correctDraft(deps, { ...on, change }),
  },
  withdraw: {
    ...{ act: 'withdraw', isSeen: false, says: (state) => (state === 'published' ? [] : ending(state)) },
    run: (deps, on) => withdrawText(deps, { ...on, publicReason }),
  },
  retract: {
    ...{ act: 'retract', isSeen: false },
    says: (state) => (state === 'published' || state === 'withdrawn' ? [] : ending(state)),
    run: (deps, on) => retractText(deps, { ...on, publicReason }),
  },
  'retract without a reason': {
    ...{ act: 'retract', isSeen: false },
    says: (state) => [...(state === 'published' || state === 'withdrawn' ? [] : ending(state)), 'reason-missing'],
    run: (deps, on) => retractText(deps, { ...on, publicReason: '' }),
  },
  'take down': {
    ...{ act: 'take-down', isSeen: false },
    says: (state) => (state === 'published' || state === 'withdrawn' ? [] : ending(state)),
    run: (deps, on) => takeDownText(deps, { ...on, legalReason: 'A court says so.' }),
  },
  'catch up': {
    ...{ act: 'translate', isSeen: false, says: () => ['text-invalid'] },
    run: (deps, on) => catchUp(deps, { ...on, revision: 99 }),
  },
  bundle: {
    ...{ act: 'bundle', isSeen: false, says: unless('draft', 'submitted', 'approved') },
    run: (deps, on) => bundleDrafts(deps, { by: on.by, name: 'Storm', into: null, texts: [on] }),
  },
  'bundle nothing': {
    ...{ act: 'bundle', isSeen: false },
    says: (state) => [...unless('draft', 'submitted', 'approved')(state), 'text-invalid'],
    run: (deps, on) => bundleDrafts(deps, { by: on.by, name: '', into: null, texts: [on] }),
  },
  unbundle: {
    ...{ act: 'unbundle', isSeen: false, says: unless('draft', 'submitted', 'approved', 'scheduled') },
    run: (deps, on) => unbundleDraft(deps, on),
  },
  'add a language that is there': {
    ...{ act: 'draft', isSeen: false, says: () => ['language-taken'] },
    run: (deps, on) => addLanguage(deps, { ...on, source: null }),
  },
  'change facts': {
    ...{ act: 'revise', isSeen: false },
    says: (state) => (isPublic(state) ? ['already-public'] : unless('draft', 'submitted')(state)),
    run: (deps, on) => changeFacts(deps, { ...on, ...facts }),
  },
  'change to facts that are none': {
    ...{ act: 'revise', isSeen: false },
    says: (state) => [...(isPublic(state) ? ['already-public'] : unless('draft', 'submitted')(state)), 'text-invalid'],
    run: (deps, on) => changeFacts(deps, { ...on, ...facts, countries: ['Wales'], topics: ['boats'] }),
  },
  'limit to nobody there is': {
    ...{ act: 'limit-readers', isSeen: false, says: () => ['text-invalid'] },
    run: (deps, on) => limitReaders(deps, { ...on, people: [on.release] }),
  },
};

/** Acts that ask for no language. */
const forOffices: readonly string[] = ['change facts', 'change to facts that are none', 'limit to nobody there is'];

eachEngine('a verb', (open) => {
  let desk: Awaited<ReturnType<typeof openDeskForTest>>;
  const texts = new Map<State, { release: string; revision: number }>();

  beforeAll(async () => {
    desk = await openDeskForTest(await open(), fixedClock('2026-03-02T09:00:00Z'));
    for (const state of states) texts.set(state, await textIn(desk.deps, state));
  });

  test.each(Object.entries(verbs))('%s: a wrong state, a right that is missing, an older text', async (name, verb) => {
    const before = await everything(desk.engine);
    for (const state of states) {
      const { release, revision } = texts.get(state) as { release: string; revision: number };
      for (const by of [mara, tomas, ines, ada, fae]) {
        for (const seen of [revision, revision - 1]) {
          const allowed = by.assignments.some(
            ({ role, locale }) =>
              (rights[verb.act] as readonly string[]).includes(role) && (locale === null || forOffices.includes(name)),
          );
          const expected = [
            ...(allowed ? [] : ['not-allowed']),
            ...(verb.isSeen && seen !== revision ? ['changed-meanwhile'] : []),
            ...verb.says(state),
          ];
          // What nothing speaks against is tried where it is meant to be done.
          if (expected.length === 0) continue;
          const outcome = await verb.run(desk.deps, { by, release, locale: 'en', revision: seen });
          const reasons = [...new Set(reasonsOf(outcome))].toSorted();
          expect([state, by.name, seen === revision, reasons]).toEqual([
            ...[state, by.name, seen === revision, expected.toSorted()],
          ]);
        }
      }
    }
    expect(await everything(desk.engine)).toBe(before);
  });

  test.each(Object.entries(verbs))('%s: whoever may not know of a text learns nothing', async (_, verb) => {
    const before = await everything(desk.engine);
    const nowhere = '01900000-0000-7000-8000-00000000dead';
    const absent = await faultOf(verb.run(desk.deps, { by: ines, release: nowhere, locale: 'en', revision: 1 }));
    expect(absent).toEqual(['DRAFT_NOT_FOUND', 404, absent[2]]);
    for (const state of states) {
      const { release, revision } = texts.get(state) as { release: string; revision: number };
      for (const by of [otto, bas]) {
        expect(await faultOf(verb.run(desk.deps, { by, release, locale: 'en', revision }))).toEqual(absent);
      }
    }
    expect(await everything(desk.engine)).toBe(before);
  });

  test('a limited text is not there for anybody else, and is for its readers', async () => {
    const { deps, engine } = await openDeskForTest(await open(), fixedClock('2026-03-02T09:00:00Z'));
    const { release, revision } = await textIn(deps, 'draft');
    done(await limitReaders(deps, { by: ines, release, people: [mara.id] }));
    const before = await everything(engine);
    for (const verb of Object.values(verbs)) {
      for (const by of [tomas, ada, wen]) {
        const run = verb.run(deps, { by, release, locale: 'en', revision });
        expect((await faultOf(run))[0]).toBe('DRAFT_NOT_FOUND');
      }
    }
    expect(await everything(engine)).toBe(before);
    done(await submitDraft(deps, { by: mara, release, locale: 'en', revision, overrides: [] }));
    done(await limitReaders(deps, { by: ines, release, people: null }));
    done(await approveDraft(deps, { by: tomas, release, locale: 'en', revision }));
  });

  test('a release is begun where there is an office, in its language, by somebody who may', async () => {
    const { deps, engine } = desk;
    const before = await everything(engine);
    const begin = async (by: Person, office: string, original: string) =>
      reasonsOf(await draftRelease(deps, { by, office, original, type: 'news' }));
    expect(await begin(ada, 'CALDER', 'en')).toEqual(['not-allowed']);
    expect(await begin(otto, 'CALDER', 'en')).toEqual(['not-allowed']);
    expect(await begin(fae, 'CALDER', 'en')).toEqual(['not-allowed']);
    expect(await begin(bas, 'CALDER', 'de')).toEqual(['not-allowed', 'language-unknown']);
    expect(await begin(mara, 'NOWHERE', 'en')).toEqual(['office-unknown']);
    expect(await begin(mara, 'CALDER', 'nl')).toEqual(['language-unknown']);
    expect(await everything(engine)).toBe(before);
    for (const locale of ['cy', 'mn']) expect(await begin(mara, 'CALDER', locale)).toEqual([]);
  });
});

async function faultOf(run: Promise<unknown>): Promise<[unknown, unknown, unknown]> {
  const fault: unknown = await run.then(
    (outcome) => ({ code: JSON.stringify(outcome) }),
    (error: unknown) => error,
  );
  const { code, status, message } = fault as Record<string, unknown>;
  return [code, status, message];
}

/** A release whose English text stands so; Wen wrote it, so that everybody in the table may approve it. */
async function textIn(deps: DeskDeps, state: State): Promise<{ release: string; revision: number }> {
  const { release } = done(await draftRelease(deps, { by: wen, office: 'CALDER', type: 'news', original: 'en' }));
  const named = { release, locale: 'en' };
  const saved = { by: wen, ...named, revision: 1, content: ferryText({ headline: `Ferry ${state}` }), slug: null };
  const { revision } = done(await reviseDraft(deps, saved)).draft;
  const on = { ...named, revision };
  if (state !== 'draft') done(await submitDraft(deps, { by: wen, ...on, overrides: [] }));
  if (state !== 'draft' && state !== 'submitted') done(await approveDraft(deps, { by: tomas, ...on }));
  if (state === 'scheduled') {
    await deps.inTransaction(async (tx) => {
      const draft = await deps.drafts.draft(tx, release, 'en');
      const standing = { state, goesPublicAt: instantOf('2026-03-09T09:00:00Z'), heldAt: null };
      if (draft !== null) await deps.drafts.changeDraft(tx, { ...draft, standing }, revision);
    });
  }
  if (isPublic(state)) done(await publishDraft(deps, { by: ines, ...on, forced: null }));
  if (state === 'withdrawn') done(await withdrawText(deps, { by: ines, ...named, publicReason }));
  if (state === 'retracted') done(await retractText(deps, { by: ines, ...named, publicReason }));
  return { release, revision };
}
