import { expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { type Instant, instantOf } from '../../src/platform/instant.ts';
import type { Draft } from '../../src/releases/draft.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import {
  draftOf,
  ferryText,
  ines,
  mara,
  openDeskForTest,
  quayPicture,
  releaseOf,
  tomas,
} from '../support/desk-cast.ts';
import { eachEngine } from '../support/engines.ts';

const FERRY = '01900000-0000-7000-8000-0000000000f1';
const STORM = '01900000-0000-7000-8000-0000000000f2';
const at = (text: string): Instant => instantOf(text);

eachEngine('a draft', (open) => {
  async function desk() {
    const { deps, engine } = await openDeskForTest(await open(), fixedClock('2026-03-02T09:00:00Z'));
    const { drafts } = deps;
    await deps.inTransaction(async (tx) => {
      await drafts.addRelease(tx, releaseOf(FERRY, mara));
      await drafts.addRelease(tx, releaseOf(STORM, mara, { limitedTo: [mara.id, ines.id], topics: ['dredging'] }));
    });
    return { deps, engine, drafts, within: deps.inTransaction };
  }

  test('and its release come back as they were written', async () => {
    const { drafts, within } = await desk();
    const whole: Draft = draftOf(FERRY, 'zh-Hans', mara, {
      ...{ edition: 2, revision: 7, slug: 'du-chuan', content: ferryText({ headline: '渡轮“中午”开航 <b>&' }) },
      standing: { state: 'scheduled', goesPublicAt: at('2026-03-09T00:00:00Z'), heldAt: at('2026-03-03T00:00:00Z') },
      source: { locale: 'en', edition: 2, revision: 4 },
      change: { kind: 'correction', note: 'Noon, not one.', isMajor: true },
      submitted: { by: mara.id, at: at('2026-03-02T10:00:00Z') },
      approved: { by: tomas.id, at: at('2026-03-02T11:00:00Z') },
      ...{ scheduledBy: ines.id, forcedReason: 'A storm was near.' },
    });
    await within(async (tx) => {
      await drafts.addDraft(tx, whole);
      expect(await drafts.draft(tx, FERRY, 'zh-Hans')).toEqual(whole);
      expect(await drafts.draft(tx, FERRY, 'en')).toBeNull();
      expect(await drafts.release(tx, FERRY)).toEqual(releaseOf(FERRY, mara));
      expect(await drafts.release(tx, STORM)).toMatchObject({ limitedTo: [mara.id, ines.id], topics: ['dredging'] });
      expect(await drafts.release(tx, STORM.replace('f2', 'f9'))).toBeNull();
      await drafts.changeRelease(tx, releaseOf(STORM, mara, { limitedTo: [tomas.id], organisationWide: true }));
      expect(await drafts.release(tx, STORM)).toMatchObject({ limitedTo: [tomas.id], organisationWide: true });
      await drafts.changeRelease(tx, releaseOf(STORM, mara));
      expect(await drafts.release(tx, STORM)).toEqual(releaseOf(STORM, mara));
      expect(await drafts.knownPeople(tx, [mara.id, FERRY])).toEqual(new Set([mara.id]));
      expect(await drafts.knownPeople(tx, [])).toEqual(new Set());
    });
  });

  test('is not written when somebody saved meanwhile', async () => {
    const { drafts, within } = await desk();
    const first = draftOf(FERRY, 'en', mara);
    const theirs = { ...first, revision: 2, content: ferryText({ headline: 'Theirs' }), changedBy: tomas.id };
    const mine = { ...first, revision: 2, content: ferryText({ headline: 'Mine' }) };
    await within((tx) => drafts.addDraft(tx, first));
    expect(await within((tx) => drafts.changeDraft(tx, theirs, 1))).toBe(true);
    expect(await within((tx) => drafts.changeDraft(tx, mine, 1))).toBe(false);
    expect(await within((tx) => drafts.draft(tx, FERRY, 'en'))).toEqual(theirs);
    expect(await within((tx) => drafts.changeDraft(tx, { ...mine, locale: 'fr' }, 2))).toBe(false);
  });

  test('stands in the order in which it was begun', async () => {
    const { drafts, within } = await desk();
    await within(async (tx) => {
      for (const locale of ['en', 'zh-Hans', 'cy', 'fr']) await drafts.addDraft(tx, draftOf(FERRY, locale, mara));
      const locales = (await drafts.draftsOf(tx, FERRY)).map((draft) => draft.locale);
      expect(locales).toEqual(['en', 'zh-Hans', 'cy', 'fr']);
    });
  });

  test('has a history of what was saved, by whom, and what was let pass', async () => {
    const { drafts, within } = await desk();
    const draft = draftOf(FERRY, 'en', mara);
    const second = { ...draft, revision: 2, content: ferryText({ headline: 'Second' }), changedBy: tomas.id };
    const third = { ...draft, edition: 2, revision: 3 };
    const override = { code: 'alt-missing', reason: 'A plain blue sky', person: tomas.id, at: draft.changedAt };
    await within(async (tx) => {
      await drafts.addDraft(tx, draft);
      for (const saved of [draft, second, third]) await drafts.addRevision(tx, saved);
      expect(await drafts.revision(tx, FERRY, 'en', 2)).toEqual({
        ...{ edition: 1, revision: 2, content: second.content, savedBy: tomas.id, savedAt: draft.changedAt },
      });
      expect(await drafts.revision(tx, FERRY, 'en', 9)).toBeNull();
      const kept = await drafts.revisions(tx, FERRY, 'en', { limit: 99 });
      expect(kept.map(({ edition, revision }) => [edition, revision])).toEqual([
        [2, 3],
        [1, 2],
        [1, 1],
      ]);
      expect(kept[0]).not.toHaveProperty('content');
      for (const hand of [mara.id, tomas.id, mara.id]) await drafts.addHand(tx, draft, hand);
      await drafts.addOverride(tx, draft, override);
      expect(await drafts.handsOf(tx, draft)).toEqual(new Set([mara.id, tomas.id]));
      expect(await drafts.overrides(tx, draft)).toEqual([override]);
      expect(await drafts.handsOf(tx, third)).toEqual(new Set());
      expect(await drafts.overrides(tx, third)).toEqual([]);
    });
  });

  test('is due at its instant and not before, unless it is held', async () => {
    const { drafts, within } = await desk();
    const signed = { by: mara.id, at: at('2026-03-02T10:00:00Z') };
    const waits = (locale: string, goesPublicAt: string, heldAt: Instant | null = null) =>
      draftOf(FERRY, locale, mara, {
        standing: { state: 'scheduled', goesPublicAt: at(goesPublicAt), heldAt },
        ...{ submitted: signed, approved: { ...signed, by: tomas.id } },
      });
    await within(async (tx) => {
      expect(await drafts.nextDue(tx)).toBeNull();
      await drafts.addDraft(tx, waits('en', '2026-03-09T09:00:00Z'));
      await drafts.addDraft(tx, waits('fr', '2026-03-09T08:59:59.999Z'));
      await drafts.addDraft(tx, waits('cy', '2026-03-01T00:00:00Z', at('2026-03-01T00:00:00Z')));
      await drafts.addDraft(tx, draftOf(FERRY, 'mn', mara));
      const due = async (when: string, limit = 9) => (await drafts.due(tx, at(when), limit)).map((one) => one.locale);
      expect(await drafts.nextDue(tx)).toBe('2026-03-09T08:59:59.999Z');
      expect(await due('2026-03-09T08:59:59.998Z')).toEqual([]);
      expect(await due('2026-03-09T08:59:59.999Z')).toEqual(['fr']);
      expect(await due('2026-03-09T09:00:00Z')).toEqual(['fr', 'en']);
      expect(await due('2026-03-09T09:00:00Z', 1)).toEqual(['fr']);
    });
  });

  test('is found by its bundle', async () => {
    const { drafts, engine, within } = await desk();
    const bundle = '01900000-0000-7000-8000-0000000000b1';
    const made = { id: bundle, name: 'Storm', created_by: mara.id, created_at: '2026-03-02T09:00:00.000Z' };
    await engine.newsroom.insertInto('bundle').values(made).execute();
    await within(async (tx) => {
      await drafts.addDraft(tx, draftOf(STORM, 'fr', mara, { bundle }));
      await drafts.addDraft(tx, draftOf(FERRY, 'en', mara, { bundle }));
      await drafts.addDraft(tx, draftOf(FERRY, 'fr', mara));
      const found = await drafts.draftsIn(tx, bundle);
      expect(found.map(({ release, locale }) => [release, locale])).toEqual([
        [FERRY, 'en'],
        [STORM, 'fr'],
      ]);
    });
  });

  test('can be made of what is public', async () => {
    const { deps, drafts, within } = await desk();
    const picture = quayPicture(1);
    await within((tx) => deps.pictures.release(tx, picture));
    const facts = { type: 'news', countries: ['GB'], topics: [], organisationWide: true } as const;
    const text = { kicker: null, summary: null, place: 'Calder', notes: null, body: '<p>Noon.</p>' as never };
    const outcome = await publishRelease(deps.publishing, [
      {
        release: { id: FERRY, office: 'CALDER', ...facts, reference: null, origin: 'imported' },
        ...{ locale: 'fr', slug: 'le-bac', text: { ...text, headline: 'Le bac part à midi' } },
        pictures: [{ asset: picture.id, alt: 'Le quai', caption: null }],
        ...{ at: null, change: null, translatedFrom: { locale: 'en', edition: 1 }, legacyPaths: [] },
      },
    ]);
    expect(outcome).toMatchObject({ ok: true });
    await within(async (tx) => {
      expect(await drafts.publicRelease(tx, FERRY)).toEqual({ id: FERRY, office: 'CALDER', ...facts, original: 'fr' });
      expect(await drafts.publicRelease(tx, STORM)).toBeNull();
      expect(await drafts.publicText(tx, FERRY, 'en')).toBeNull();
      expect(await drafts.publicText(tx, FERRY, 'fr')).toEqual({
        ...{ edition: 1, slug: 'le-bac', change: null, translatedFrom: { locale: 'en', edition: 1 } },
        content: {
          ...{ kicker: '', headline: 'Le bac part à midi', summary: '', place: 'Calder', body: '<p>Noon.</p>' },
          ...{ notes: '', pictures: [{ picture: picture.id, alt: 'Le quai', caption: '' }] },
        },
      });
    });
  });
});
