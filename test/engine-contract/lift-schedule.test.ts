import { beforeAll, describe, expect, test } from 'vitest';
import { holdDraft } from '../../src/embargo/hold-draft.ts';
import { letGoDraft } from '../../src/embargo/let-go-draft.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import { unscheduleDraft } from '../../src/embargo/unschedule-draft.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import { instantOf } from '../../src/platform/instant.ts';
import type { Draft } from '../../src/releases/draft.ts';
import { ferryText, ines, mara, somebody, tomas } from '../support/desk-cast.ts';
import { eachEngine } from '../support/engines.ts';
import { approvedBy, type Lifting, openLifting, releaseId } from '../support/open-lifting.ts';

const nine = instantOf('2026-03-02T09:00:00Z');

eachEngine('the schedule', (open) => {
  let clock: FixedClock;
  let at: Lifting;
  let made = 0;
  const next = () => releaseId(++made);

  beforeAll(async () => {
    clock = fixedClock('2026-03-02T08:00:00Z');
    at = await openLifting(await open(), clock);
  });

  const order = ({ release, locale, revision }: Draft, changed = {}) => ({
    ...{ by: ines, release, locale, revision, choice: null },
    ...{ local: '2026-03-02T10:00', timeZone: 'Europe/Brussels', ...changed },
  });

  test('takes an approved text in, and gives it another time', async () => {
    const draft = await at.approved(next());
    expect(await scheduleDraft(at.desk, order(draft))).toEqual({
      ...{ ok: true, state: 'scheduled', revision: 1, goesPublicAt: nine },
    });
    expect(await at.draft(draft.release)).toMatchObject({
      standing: { state: 'scheduled', goesPublicAt: nine, heldAt: null },
      scheduledBy: ines.id,
    });
    expect(await scheduleDraft(at.desk, order(draft, { local: '2026-03-03T10:00' }))).toMatchObject({ ok: true });
    const [entry] = await at.engine.inTransaction((tx) => at.desk.audit.read(tx, { release: draft.release }, 1));
    expect(entry).toMatchObject({
      ...{ act: 'scheduled', person: ines.id, office: 'CALDER', locale: 'en' },
      detail: { goesPublicAt: '2026-03-03T09:00:00.000Z', local: '2026-03-03T10:00', timeZone: 'Europe/Brussels' },
    });
  });

  test('tells every reason against it at once', async () => {
    const draft = await at.approved(next(), { ...approvedBy(nine), standing: { state: 'submitted' }, approved: null });
    const wrong = order(draft, { by: mara, revision: 7, local: '2026-03-29T02:30' });
    const outcome = await scheduleDraft(at.desk, wrong);
    expect(outcome).toEqual({
      ok: false,
      refusals: [
        { reason: 'not-allowed', act: 'schedule' },
        { reason: 'wrong-state', state: 'submitted', needs: ['approved', 'scheduled'] },
        { reason: 'changed-meanwhile', theirs: expect.objectContaining({ revision: 1, content: ferryText() }) },
        { reason: 'no-such-time', before: '2026-03-29T00:30:00.000Z', after: '2026-03-29T01:30:00.000Z' },
      ],
    });
    expect(await at.draft(draft.release)).toEqual(draft);
  });

  test('asks which of two times is meant', async () => {
    const draft = await at.approved(next());
    const twice = { local: '2026-10-25T02:30' };
    const [earlier, later] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'];
    expect(await scheduleDraft(at.desk, order(draft, twice))).toEqual({
      ok: false,
      refusals: [{ reason: 'two-such-times', earlier, later }],
    });
    const chosen = await scheduleDraft(at.desk, order(draft, { ...twice, choice: 'later' }));
    expect(chosen).toMatchObject({ ok: true, goesPublicAt: later });
  });

  test.each([
    [{ local: '2026-03-02T09:00' }, { reason: 'in-the-past', at: '2026-03-02T08:00:00.000Z' }],
    [{ local: '2026-02-30T09:00' }, { reason: 'text-invalid', field: 'local' }],
    [{ timeZone: 'Mars/Olympus' }, { reason: 'text-invalid', field: 'timeZone' }],
  ])('refuses %o', async (changed, refusal) => {
    const draft = await at.approved(next());
    const outcome = await scheduleDraft(at.desk, order(draft, changed));
    expect(outcome).toMatchObject({ ok: false, refusals: [refusal] });
  });

  test('is not there for somebody who may not know of the text', async () => {
    const draft = await at.approved(next(), {}, { limitedTo: [mara.id, tomas.id] });
    const elsewhere = somebody(9, 'Otto', 'publisher', { office: 'CO-BRUGES' });
    for (const act of [scheduleDraft, holdDraft, letGoDraft, unscheduleDraft]) {
      for (const by of [ines, elsewhere]) {
        await expect(act(at.desk, order(draft, { by }))).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
      }
    }
  });

  test('holds and lets go, twice as well as once', async () => {
    const draft = await at.approved(next());
    await at.schedule(draft, nine);
    for (let time = 0; time < 2; time += 1) {
      expect(await holdDraft(at.desk, order(draft))).toMatchObject({ ok: true, state: 'scheduled' });
    }
    expect(await at.draft(draft.release)).toMatchObject({ standing: { heldAt: '2026-03-02T08:00:00.000Z' } });
    await at.schedule(draft, instantOf('2026-03-02T09:30:00Z'));
    expect(await at.draft(draft.release)).toMatchObject({ standing: { heldAt: '2026-03-02T08:00:00.000Z' } });
    for (let time = 0; time < 2; time += 1) {
      expect(await letGoDraft(at.desk, order(draft))).toMatchObject({ ok: true, state: 'scheduled' });
    }
    expect(await at.draft(draft.release)).toMatchObject({
      standing: { heldAt: null, goesPublicAt: '2026-03-02T09:30:00.000Z' },
    });
    const mine = await at.engine.inTransaction((tx) => at.desk.audit.read(tx, { release: draft.release }, 9));
    expect(mine.map((entry) => entry.act)).toEqual(['let-go', 'scheduled', 'held', 'scheduled']);
  });

  test('lets a text out, which is approved again', async () => {
    const draft = await at.approved(next());
    await at.schedule(draft, nine);
    expect(await unscheduleDraft(at.desk, order(draft))).toEqual({ ok: true, state: 'approved', revision: 1 });
    expect(await at.draft(draft.release)).toEqual(draft);
    const wrong = [{ reason: 'wrong-state', state: 'approved', needs: ['scheduled'] }];
    for (const act of [holdDraft, letGoDraft, unscheduleDraft]) {
      expect(await act(at.desk, order(draft))).toEqual({ ok: false, refusals: wrong });
      const not = expect.objectContaining({ reason: 'not-allowed' });
      expect(await act(at.desk, order(draft, { by: tomas }))).toEqual({ ok: false, refusals: [not, ...wrong] });
    }
  });

  describe('of a bundle', () => {
    const bundled = async (bundle: string, second: Partial<Draft> = {}) => {
      await at.bundle(bundle);
      const [one, other] = [next(), next()];
      return [await at.approved(one, { bundle }), await at.approved(other, { bundle, ...second })] as const;
    };

    test('is one: its texts go in, wait, and come out together', async () => {
      const [one, other] = await bundled('budget');
      const standings = async () =>
        [await at.draft(one.release), await at.draft(other.release)].map((d) => d?.standing);
      await at.schedule(one, nine);
      const scheduled = { state: 'scheduled', goesPublicAt: nine, heldAt: null };
      expect(await standings()).toEqual([scheduled, scheduled]);
      await holdDraft(at.desk, order(other));
      const held = { ...scheduled, heldAt: '2026-03-02T08:00:00.000Z' };
      expect(await standings()).toEqual([held, held]);
      await letGoDraft(at.desk, order(one));
      expect(await standings()).toEqual([scheduled, scheduled]);
      await unscheduleDraft(at.desk, order(other));
      expect(await standings()).toEqual([{ state: 'approved' }, { state: 'approved' }]);
    });

    test('waits for a text that is not approved', async () => {
      const [one, { release }] = await bundled('tariff', {
        standing: { state: 'draft' },
        submitted: null,
        approved: null,
      });
      expect(await at.schedule(one, nine)).toEqual({
        ok: false,
        refusals: [{ reason: 'bundle-waits', locale: 'en', state: 'draft', of: { release, locale: 'en' } }],
      });
    });

    test('asks for the rights on all of its texts', async () => {
      await at.bundle('offices');
      const [one, other] = [next(), next()];
      const draft = await at.approved(one, { bundle: 'offices' });
      await at.approved(other, { bundle: 'offices' }, { office: 'CO-BRUGES' });
      const by = somebody(9, 'Cal', 'publisher', { office: 'CALDER' });
      const refusals = [{ reason: 'not-allowed', act: 'schedule' }];
      expect(await scheduleDraft(at.desk, order(draft, { by }))).toEqual({ ok: false, refusals });
    });
  });
});
