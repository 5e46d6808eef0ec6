import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueReads } from '../../src/embargo/due.query.ts';
import { holdDraft } from '../../src/embargo/hold-draft.ts';
import { letGoDraft } from '../../src/embargo/let-go-draft.ts';
import { liftDue } from '../../src/embargo/lift-due.ts';
import { unscheduleDraft } from '../../src/embargo/unschedule-draft.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { type Instant, instantOf } from '../../src/platform/instant.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import type { Draft } from '../../src/releases/draft.ts';
import { ferryText, ines, quayPicture } from '../support/desk-cast.ts';
import { eachEngine } from '../support/engines.ts';
import { approvedBy, type Lifting, later, openLifting, releaseId } from '../support/open-lifting.ts';

const eight = instantOf('2026-03-02T08:00:00Z');
const nine = instantOf('2026-03-02T09:00:00Z');

eachEngine('a lift', (open) => {
  const begin = async () => {
    const clock = fixedClock(eight);
    return { clock, at: await openLifting(await open(), clock) };
  };
  const named = ({ release, locale }: Draft) => ({ by: ines, release, locale });

  test('makes public what is due, at the instant of its transaction, and measures the delay', async () => {
    const { clock, at } = await begin();
    const draft = await at.approved(releaseId(1));
    await at.schedule(draft, nine);
    clock.advanceTo('2026-03-02T08:59:59.999Z');
    expect(await at.lift()).toEqual({ lifted: [], refused: [], failed: [] });
    await at.request();
    expect(await at.publicTexts()).toEqual([]);

    clock.advanceTo('2026-03-02T09:00:00.250Z');
    const { lifted } = await at.lift();
    expect(lifted).toMatchObject([{ release: draft.release, dueAt: nine, liftedAt: clock.now() }]);
    expect(await at.publicTexts()).toMatchObject([{ published_at: '2026-03-02T09:00:00.250Z', sequence: 1 }]);
    expect(await at.draft(draft.release)).toMatchObject({ standing: { state: 'published' } });
    expect(await at.lift()).toEqual({ lifted: [], refused: [], failed: [] });
    expect((await at.acts()).filter((act) => act === 'lifted')).toHaveLength(1);
    const delay = await at.engine.inTransaction((tx) => at.reads.delay(tx));
    expect(delay).toEqual({ count: 1, median: 250, p99: 250, most: 250 });
  });

  test('of a bundle is of all of it, when the last of it is due', async () => {
    const { clock, at } = await begin();
    await at.bundle('budget');
    const drafts = [
      await at.approved(releaseId(1), { bundle: 'budget' }),
      await at.approved(releaseId(2), { bundle: 'budget' }),
      await at.approved(releaseId(2), { bundle: 'budget', locale: 'fr' }),
    ];
    await at.schedule(drafts[0] as Draft, nine);
    // As no verb leaves it: one of them is due later.
    const [last] = drafts.slice(-1) as [Draft];
    const standing = { state: 'scheduled', goesPublicAt: later(nine, 10), heldAt: null } as const;
    await at.engine.inTransaction((tx) => at.desk.drafts.changeDraft(tx, { ...last, standing }, 1));

    clock.advanceTo(later(nine, 9));
    await at.lift();
    expect(await at.publicTexts()).toEqual([]);
    clock.advanceTo(later(nine, 10));
    expect((await at.lift()).lifted).toHaveLength(3);
    const texts = await at.publicTexts();
    expect(texts.map((text) => text.published_at)).toEqual([clock.now(), clock.now(), clock.now()]);
    expect(texts.map((text) => text.sequence)).toEqual([1, 2, 3]);
  });

  test('that is refused leaves nothing public, holds the whole bundle and says why', async () => {
    const { clock, at } = await begin();
    await at.bundle('budget');
    const picture = quayPicture(1);
    await at.engine.inTransaction((tx) => at.desk.pictures.add(tx, picture));
    const pictures = [{ picture: picture.id, alt: 'The quay', caption: '' }];
    const good = await at.approved(releaseId(1), { bundle: 'budget', content: ferryText({ pictures }) });
    await at.approved(releaseId(2), { bundle: 'budget', content: ferryText({ headline: '' }) });
    const alone = await at.approved(releaseId(3));
    for (const draft of [good, alone]) await at.schedule(draft, nine);

    clock.advanceTo(nine);
    const report = await at.lift();
    expect(report.lifted.map((lift) => lift.release)).toEqual([alone.release]);
    expect(report.refused.map((lift) => lift.release)).toEqual([releaseId(1), releaseId(2)]);
    expect((await at.publicTexts()).map((text) => text.release)).toEqual([alone.release]);
    expect(await at.engine.published.selectFrom('asset').select('id').execute()).toEqual([]);
    for (const release of [releaseId(1), releaseId(2)]) {
      expect(await at.draft(release)).toMatchObject({ standing: { state: 'scheduled', heldAt: nine } });
    }
    expect((await at.due.nextDue()).at).toBeNull();
    expect(await at.lift()).toEqual({ lifted: [], refused: [], failed: [] });

    const refused = await at.engine.inTransaction((tx) => at.reads.refused(tx));
    expect(refused).toMatchObject([{ release: releaseId(1) }, { release: releaseId(2) }]);
    expect(JSON.parse(refused[0]?.detail ?? '')).toMatchObject([{ reason: 'text-invalid', field: 'headline' }]);
    expect((await at.acts()).filter((act) => act === 'lift-refused')).toHaveLength(2);
    await unscheduleDraft(at.desk, named(good));
    expect(await at.engine.inTransaction((tx) => at.reads.refused(tx))).toEqual([]);
  });

  test('that is refused again and again at the same time is one line', async () => {
    const { clock, at } = await begin();
    const draft = await at.approved(releaseId(1), { content: ferryText({ headline: '' }) });
    await at.schedule(draft, nine);
    clock.advanceTo(nine);
    expect((await at.lift()).refused).toHaveLength(1);
    // Let go, it is due at once, is tried, and held again.
    await letGoDraft(at.desk, named(draft));
    expect(await at.draft(draft.release)).toMatchObject({ standing: { heldAt: nine } });
    expect((await at.acts()).filter((act) => act === 'lift-refused')).toHaveLength(2);
    expect(await at.engine.inTransaction((tx) => at.reads.refused(tx))).toHaveLength(1);
  });

  test('that fails changes nothing, and does not stop the others', async () => {
    const { clock, at } = await begin();
    const [one, other] = [await at.approved(releaseId(1)), await at.approved(releaseId(2))];
    for (const draft of [one, other]) await at.schedule(draft, nine);
    clock.advanceTo(nine);
    const { drafts } = at.lifting;
    const failing = async (...order: Parameters<typeof drafts.markPublished>) => {
      if (order[1].some(({ release }) => release === one.release)) throw new TypeError('the disk is away');
      return drafts.markPublished(...order);
    };
    const report = await liftDue({ ...at.lifting, drafts: { ...drafts, markPublished: failing } });
    expect(report.failed).toMatchObject([
      { together: { release: one.release }, error: new TypeError('the disk is away') },
    ]);
    expect(report.lifted.map((lift) => lift.release)).toEqual([other.release]);
    expect(await at.publicTexts()).toHaveLength(1);
    expect((await at.lift()).lifted.map((lift) => lift.release)).toEqual([one.release]);
    expect((await at.publicTexts()).map((text) => text.sequence)).toEqual([1, 2]);
  });

  test('is held off until the last moment, and a text that is let go late is not late', async () => {
    const { clock, at } = await begin();
    const draft = await at.approved(releaseId(1));
    await at.schedule(draft, nine);
    clock.advanceTo(nine);
    await holdDraft(at.desk, named(draft));
    await at.request();
    expect(await at.publicTexts()).toEqual([]);
    clock.advanceTo(later(nine, 60 * 24 * 40));
    await letGoDraft(at.desk, named(draft));
    expect(await at.publicTexts()).toMatchObject([{ published_at: clock.now() }]);
    expect(await at.engine.inTransaction((tx) => at.reads.delay(tx))).toMatchObject({ most: 0 });
  });

  test('after months without a server is measured as far as a number goes', async () => {
    const { clock, at } = await begin();
    await at.schedule(await at.approved(releaseId(1)), nine);
    clock.advanceTo(later(nine, 60 * 24 * 90));
    await at.restart();
    expect(await at.publicTexts()).toHaveLength(1);
    expect(await at.engine.inTransaction((tx) => at.reads.delay(tx))).toMatchObject({ most: 2_147_483_647 });
  });

  test('delays are of the last hundred', async () => {
    const { clock, at } = await begin();
    const drafts = [];
    for (let number = 1; number <= 101; number += 1) drafts.push(await at.approved(releaseId(number)));
    for (const [index, draft] of drafts.entries()) {
      const dueAt = later(nine, index);
      await at.schedule(draft, dueAt);
      clock.advanceTo(new Date(Date.parse(dueAt) + (index === 0 ? 9_000 : index)).toISOString());
      await at.request();
    }
    const delay = await at.engine.inTransaction((tx) => at.reads.delay(tx));
    expect(delay).toEqual({ count: 100, median: 50, p99: 99, most: 100 });
  });

  test('asks the database for the time', async () => {
    const { at } = await begin();
    const wrong = fixedClock('1999-12-31T23:59:59Z');
    const { engine } = at;
    const asked = await engine.inTransaction((tx) => engine.now(tx, wrong));
    const isOwn = asked === wrong.now();
    // One engine has a clock that all nodes share; the other is told.
    expect(isOwn).toBe(engine.name === 'sqlite');
    expect(await dueReads(engine, wrong).nextDue()).toEqual({ at: null, now: expect.stringMatching(/^\d{4}-.{18}Z$/) });
  });

  test('is never early, never twice and never lost, whatever happens', async () => {
    const { clock, at } = await begin();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        run += 1;
        clock.advanceTo(later(changes[run % changes.length] as Instant, -20));
        await playOut({ run, steps, at, clock });
      }),
      { numRuns: 40 },
    );
    const differences = [];
    for await (const one of checkPublished(checkReads(at.engine.newsroom))) differences.push(one);
    expect(differences).toEqual([]);
    const texts = await at.publicTexts();
    expect(texts.map((text) => text.sequence)).toEqual(texts.map((_, index) => index + 1));
    expect(new Set(texts.map((text) => text.release)).size).toBe(texts.length);
  });
});

/** When clocks change, in most of Europe, in New York, in Sydney and on Lord Howe, and an ordinary morning. */
const changes = [
  ...['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z'],
  ...['2026-04-04T16:00:00Z', '2026-10-03T16:00:00Z', '2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z', eight],
].map(instantOf);

type Step =
  | { readonly does: 'schedule'; readonly text: number; readonly minutes: number; readonly zone: string }
  | { readonly does: 'hold' | 'let-go' | 'unschedule'; readonly text: number }
  /** The clock goes on, or is set back. */
  | { readonly does: 'clock'; readonly minutes: number }
  | { readonly does: 'request' | 'restart' | 'two-lifters' };

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const text = fc.integer({ min: 0, max: 4 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('schedule' as const),
      text,
      minutes: fc.integer({ min: -2, max: 40 }),
      zone,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('hold' as const, 'let-go' as const, 'unschedule' as const), text }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('clock' as const), minutes: fc.integer({ min: -15, max: 30 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constantFrom('request' as const, 'restart' as const, 'two-lifters' as const) }),
  },
);

/** What a text should be, worked out by hand. The last two of the five are a bundle. */
interface Expected {
  dueAt: Instant | null;
  isHeld: boolean;
  liftedAt: Instant | null;
}

interface Play {
  readonly run: number;
  readonly steps: readonly Step[];
  readonly at: Lifting;
  readonly clock: ReturnType<typeof fixedClock>;
}

async function playOut({ run, steps, at, clock }: Play): Promise<void> {
  const bundle = `bundle ${run}-${randomBytes(4).toString('hex')}`;
  await at.bundle(bundle);
  const drafts: Draft[] = [];
  for (let index = 0; index < 5; index += 1) {
    const id = releaseId(run * 10 + index);
    drafts.push(await at.approved(id, { ...approvedBy(clock.now()), bundle: index < 3 ? null : bundle }));
  }
  const expected: Expected[] = drafts.map(() => ({ dueAt: null, isHeld: false, liftedAt: null }));
  const withIt = (index: number) => (index < 3 ? [index] : [3, 4]).map((one) => expected[one] as Expected);
  const liftExpected = () => {
    for (const one of expected) {
      if (one.liftedAt === null && one.dueAt !== null && !one.isHeld && one.dueAt <= clock.now())
        one.liftedAt = clock.now();
    }
  };

  for (const step of steps) {
    if (step.does === 'clock') {
      // Steps back, and the next minute comes again.
      clock.advanceTo(later(clock.now(), step.minutes));
    } else if ('text' in step) {
      const draft = drafts[step.text] as Draft;
      const order = { by: ines, release: draft.release, locale: draft.locale };
      const own = withIt(step.text);
      const [first] = own as [Expected];
      const isLifted = first.liftedAt !== null;
      if (step.does === 'schedule') {
        const dueAt = later(clock.now(), step.minutes);
        const { ok } = await at.schedule(draft, dueAt, step.zone);
        expect(ok).toBe(!isLifted && step.minutes > 0);
        if (ok) for (const one of own) one.dueAt = dueAt;
        // Whoever changed the schedule hears of it when the watch knows; what is due by then is public.
        if (ok) liftExpected();
      } else {
        const act = { hold: holdDraft, 'let-go': letGoDraft, unschedule: unscheduleDraft }[step.does];
        const { ok } = await act(at.desk, order);
        expect(ok).toBe(!isLifted && first.dueAt !== null);
        if (!ok) continue;
        for (const one of own) {
          if (step.does === 'hold') one.isHeld = true;
          if (step.does === 'unschedule') Object.assign(one, { dueAt: null, isHeld: false });
          if (step.does === 'let-go' && one.isHeld) {
            const dueAt = one.dueAt !== null && one.dueAt < clock.now() ? clock.now() : one.dueAt;
            Object.assign(one, { isHeld: false, dueAt });
          }
        }
        liftExpected();
      }
    } else {
      if (step.does === 'request') await at.request();
      if (step.does === 'restart') await at.restart();
      if (step.does === 'two-lifters') await Promise.all([at.lift(), at.lift()]);
      liftExpected();
    }
    await compare(at, drafts, expected);
  }

  // Nothing is lost: what is still scheduled goes public once it is let go and its time has come.
  for (const [index, draft] of drafts.entries()) {
    const one = expected[index] as Expected;
    if (one.liftedAt !== null || one.dueAt === null) continue;
    await letGoDraft(at.desk, { by: ines, release: draft.release, locale: draft.locale });
    one.isHeld = false;
  }
  clock.advanceTo(later(clock.now(), 24 * 60));
  await at.restart();
  const open = expected.filter((one) => one.liftedAt === null && one.dueAt !== null);
  for (const one of open) one.liftedAt = '' as Instant;
  await compare(at, drafts, expected);
}

async function compare(at: Lifting, drafts: readonly Draft[], expected: readonly Expected[]): Promise<void> {
  const texts = new Map((await at.publicTexts()).map((one) => [one.release, one]));
  for (const [index, { release }] of drafts.entries()) {
    const { liftedAt, dueAt } = expected[index] as Expected;
    const found = texts.get(release);
    expect({ index, isPublic: found !== undefined }).toEqual({ index, isPublic: liftedAt !== null });
    if (found === undefined || liftedAt === null || liftedAt === '') continue;
    expect(found.number).toBe(1);
    expect(found.published_at).toBe(liftedAt);
    expect(found.published_at >= (dueAt as Instant)).toBe(true);
  }
}
