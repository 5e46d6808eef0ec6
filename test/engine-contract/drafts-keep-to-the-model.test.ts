import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { mayNow } from '../../src/desk/writing/may-now.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { Fault } from '../../src/platform/faults.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { changeNote } from '../../src/releases/change-note.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';
import type { DeskOutcome } from '../../src/releases/desk-outcome.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import { draftRelease } from '../../src/releases/draft-release.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { recallDraft } from '../../src/releases/recall-draft.ts';
import { restoreDrafts } from '../../src/releases/restore-drafts.ts';
import { retractText } from '../../src/releases/retract-text.ts';
import { returnDraft } from '../../src/releases/return-draft.ts';
import { reviseDraft } from '../../src/releases/revise-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { takeDownText } from '../../src/releases/take-down-text.ts';
import { unbundleDraft } from '../../src/releases/unbundle-draft.ts';
import { withdrawText } from '../../src/releases/withdraw-text.ts';
import { ferryText, mara, openDeskForTest } from '../support/desk-cast.ts';
import { differences, done, everything, reasonsOf } from '../support/desk-looks.ts';
import {
  applyTo,
  expectedOf,
  type ModelRelease,
  type ModelStep,
  type ModelVerb,
  modelPeople,
  newText,
  nextFor,
} from '../support/desk-model.ts';
import { eachEngine } from '../support/engines.ts';

const headline = fc.constantFrom('', 'The ferry sails at noon', 'The ferry sails at one', '渡轮');
const verb: fc.Arbitrary<ModelVerb> = fc.oneof(
  { arbitrary: fc.record({ verb: fc.constant('revise' as const), headline }), weight: 3 },
  fc.record({ verb: fc.constant('note' as const), note: fc.constantFrom('', 'At one.') }),
  fc.record({ verb: fc.constant('return' as const), reason: fc.constantFrom('', 'Shorter.') }),
  fc.record({ verb: fc.constant('publish' as const), forced: fc.constantFrom(null, '', 'A storm is near.') }),
  fc.record({ verb: fc.constant('add' as const), source: fc.constantFrom('en' as const, null) }),
  fc.record({ verb: fc.constant('limit' as const), people: fc.constantFrom(null, null, null, [mara.id]) }),
  {
    arbitrary: fc.record({ verb: fc.constantFrom('discard' as const, 'restore' as const), isWhole: fc.boolean() }),
    weight: 2,
  },
  {
    arbitrary: fc.constantFrom(
      ...(
        [
          ...(['submit', 'recall', 'approve', 'correct', 'withdraw', 'retract', 'take down'] as const),
          ...(['bundle', 'bundle', 'unbundle'] as const),
        ] as const
      ).map((one) => ({ verb: one })),
    ),
    weight: 6,
  },
);
const step = fc.record({
  by: fc.constantFrom(...modelPeople),
  release: fc.constantFrom(0, 1),
  locale: fc.constantFrom('en', 'fr'),
  isStale: fc.nat(9).map((chance) => chance === 0),
  act: fc.option(verb, { freq: 2 }),
});

eachEngine('the life of a text', (open) => {
  test('is what anyone would write down: random acts by random people', { timeout: 400_000 }, async () => {
    const steps = fc.array(step, { minLength: 25, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => live(await open(), walk)),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

async function live(engine: Engine, walk: readonly (Omit<ModelStep, 'act'> & { act: ModelVerb | null })[]) {
  const { deps } = await openDeskForTest(engine, fixedClock('2026-03-02T09:00:00Z'));
  const ids: string[] = [];
  for (const original of ['en', 'en']) {
    ids.push(done(await draftRelease(deps, { by: mara, office: 'CALDER', type: 'news', original })).release);
  }
  const model = ids.map((): ModelRelease => ({ readers: null, texts: new Map([['en', newText(mara.id)]]) }));
  let entries = ids.length;
  let before = await everything(engine);
  for (const { act, ...rest } of walk) {
    const wanted: ModelStep =
      act === null ? { ...rest, isStale: false, ...nextFor(model, { ...rest } as ModelStep) } : { ...rest, act };
    const expected = expectedOf(model, wanted);
    const reasons = await outcomeOf(run(deps, ids, model, wanted));
    const told = JSON.stringify({ ...wanted, by: wanted.by.name });
    expect([told, reasons]).toEqual([told, expected === null ? null : [...new Set(expected)].toSorted()]);
    const lines = expected?.length === 0 ? applyTo(model, wanted) : 0;
    const after = await everything(engine);
    if (lines === 0) expect(after).toBe(before);
    before = after;
    entries += lines;
    await expectAsInModel(engine, ids, model, entries);
    await expectOffered(deps, ids, model, wanted);
  }
  expect(await differences(engine)).toEqual([]);
}

const offered = [
  { verb: 'discard', isWhole: false },
  { verb: 'restore', isWhole: false },
  { verb: 'recall' },
  { verb: 'approve' },
] as const;

/** What the application offers is what would be done; whether a public text has ended it sees beside that. */
async function expectOffered(
  deps: DeskDeps,
  ids: readonly string[],
  model: readonly ModelRelease[],
  { release, locale }: ModelStep,
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const [kept, draft] = [
      await deps.drafts.release(tx, ids[release] as string),
      await deps.drafts.draft(tx, ids[release] as string, locale),
    ];
    if (kept === null || draft === null) return;
    const hands = await deps.drafts.handsOf(tx, draft);
    for (const by of modelPeople) {
      for (const act of offered) {
        const reasons = expectedOf(model, { by, release, locale, isStale: false, act });
        if (reasons === null) continue;
        const isDone = reasons.every((reason) => reason === 'ended');
        expect([by.name, act.verb, mayNow(by, kept, draft, hands).includes(act.verb)]).toEqual([
          by.name,
          act.verb,
          isDone,
        ]);
      }
    }
  });
}

function run(
  deps: DeskDeps,
  ids: readonly string[],
  model: readonly ModelRelease[],
  { by, locale, act, isStale, ...step }: ModelStep,
): Promise<DeskOutcome<unknown>> {
  const release = ids[step.release] as string;
  const texts = model[step.release]?.texts ?? new Map();
  const on = { by, release, locale };
  const seen = { ...on, revision: (texts.get(locale)?.revision ?? 1) - (isStale ? 1 : 0) };
  const change = { kind: 'correction', isMajor: true } as const;
  switch (act.verb) {
    case 'revise':
      return reviseDraft(deps, { ...seen, content: ferryText({ headline: act.headline }), slug: null });
    case 'note':
      return changeNote(deps, { ...seen, change: { ...change, note: act.note } });
    case 'submit':
      return submitDraft(deps, { ...seen, overrides: [] });
    case 'recall':
      return recallDraft(deps, seen);
    case 'return':
      return returnDraft(deps, { ...seen, reason: act.reason });
    case 'approve':
      return approveDraft(deps, seen);
    case 'publish':
      return publishDraft(deps, { ...seen, forced: act.forced });
    case 'correct':
      return correctDraft(deps, { ...on, change: { ...change, note: '' } });
    case 'withdraw':
      return withdrawText(deps, { ...on, publicReason: 'It is old.' });
    case 'retract':
      return retractText(deps, { ...on, publicReason: 'It is false.' });
    case 'take down':
      return takeDownText(deps, { ...on, legalReason: 'A court says so.' });
    case 'add':
      return addLanguage(deps, { ...on, source: act.source });
    case 'limit':
      return limitReaders(deps, { by, release, people: act.people });
    case 'unbundle':
      return unbundleDraft(deps, on);
    case 'discard':
      return discardDrafts(deps, { by, release, texts: act.isWhole ? seenTexts(texts, isStale) : [seen] });
    case 'restore':
      return restoreDrafts(deps, { by, release, locales: act.isWhole ? [...texts.keys()] : [locale] });
    case 'bundle':
      return bundleDrafts(deps, {
        ...{ by, name: 'Together', into: null },
        texts: [...texts.keys()].map((one) => ({ release, locale: one })),
      });
  }
}

function seenTexts(texts: ModelRelease['texts'], isStale: boolean) {
  return [...texts].map(([locale, { revision }]) => ({ locale, revision: revision - (isStale ? 1 : 0) }));
}

/** Its reasons, sorted and once each; null: there is no such text for this person. */
async function outcomeOf(run: Promise<DeskOutcome<unknown>>): Promise<string[] | null> {
  try {
    return [...new Set(reasonsOf(await run))].toSorted();
  } catch (error) {
    if (error instanceof Fault && error.code === 'DRAFT_NOT_FOUND') return null;
    throw error;
  }
}

async function expectAsInModel(
  { newsroom }: Engine,
  ids: readonly string[],
  model: readonly ModelRelease[],
  entries: number,
): Promise<void> {
  const audit = await newsroom.selectFrom('audit_entry').select('number').orderBy('number').execute();
  expect(audit.map(({ number }) => number)).toEqual(Array.from({ length: entries }, (_, index) => index + 1));
  const drafts = await newsroom.selectFrom('draft').selectAll().execute();
  const hands = await newsroom.selectFrom('draft_hand').selectAll().execute();
  const versions = await newsroom.selectFrom('language_version').selectAll().execute();
  const editions = await newsroom.selectFrom('edition').selectAll().orderBy('number').execute();
  const found = new Map<string, unknown>();
  for (const { release, locale, edition, revision, headline, change_note: note, ...row } of drafts) {
    const state = row.discarded_at === null ? row.state : 'discarded';
    const isOwn = (row: { release: string; locale: string }) => row.release === release && row.locale === locale;
    const own = hands.filter((row) => isOwn(row) && row.edition === edition);
    found.set(`${ids.indexOf(release)} ${locale}`, {
      ...{ state, edition, revision, headline, note, changedBy: row.changed_by, bundled: row.bundle !== null },
      ...{ hands: own.map(({ person }) => person).toSorted() },
      standing: versions.find(isOwn)?.standing ?? 'none',
      headlines: editions.filter(isOwn).map((row) => row.headline),
    });
  }
  const wanted = new Map<string, unknown>();
  for (const [index, { texts }] of model.entries()) {
    for (const [locale, { hands: own, bundle, submittedBy: _, headlines, ...text }] of texts) {
      wanted.set(`${index} ${locale}`, {
        ...{ ...text, bundled: bundle !== null, headline: text.headline ?? '', hands: [...own].toSorted() },
        headlines: text.standing === 'retracted' ? [] : headlines,
      });
    }
  }
  expect(found).toEqual(wanted);
}
