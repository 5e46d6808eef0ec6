import { expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { clockwork } from '../../src/people/person.ts';
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
import type { DraftContent } from '../../src/releases/draft.ts';
import { draftRelease } from '../../src/releases/draft-release.ts';
import { publishDraft, publishDraftsWithin } from '../../src/releases/publish-draft.ts';
import { publishRelease } from '../../src/releases/publish-release.ts';
import { returnDraft } from '../../src/releases/return-draft.ts';
import { reviseDraft } from '../../src/releases/revise-draft.ts';
import { isStale } from '../../src/releases/staleness.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { withdrawText } from '../../src/releases/withdraw-text.ts';
import { ferryText, ines, mara, openDeskForTest, quayPicture, tomas, wen } from '../support/desk-cast.ts';
import { auditedActs, differences, done, everything, publicCounts, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

const change = { kind: 'correction', note: 'The ferry sails at one.', isMajor: true } as const;

eachEngine('a desk', (open) => {
  async function desk() {
    const clock = fixedClock('2026-03-02T09:00:00Z');
    const { deps, engine, told } = await openDeskForTest(await open(), clock);
    const draft = (release: string, locale: string) =>
      deps.inTransaction((tx) => deps.drafts.draft(tx, release, locale));
    const begin = async (by: Person = mara) =>
      done(await draftRelease(deps, { by, office: 'CALDER', type: 'news', original: 'en' })).release;
    const save = (by: Person, release: string, revision: number, content: DraftContent, locale = 'en') =>
      reviseDraft(deps, { by, release, locale, revision, content, slug: null });
    return { deps, engine, clock, told, draft, begin, save };
  }

  test('two people who edit one text: the second is shown the first one’s words, and loses none', async () => {
    const { deps, engine, begin, save, draft } = await desk();
    const release = await begin();
    const [theirs, mine] = [ferryText({ headline: 'Theirs' }), ferryText({ headline: 'Mine' })];
    done(await save(tomas, release, 1, theirs));
    const before = await everything(engine);
    const outcome = await save(mara, release, 1, mine);
    expect(outcome).toEqual({
      ok: false,
      refusals: [
        {
          reason: 'changed-meanwhile',
          theirs: {
            ...{ edition: 1, revision: 2, content: theirs, savedBy: tomas.id, savedAt: '2026-03-02T09:00:00.000Z' },
          },
        },
      ],
    });
    expect(await everything(engine)).toBe(before);
    done(await save(mara, release, 2, mine));
    expect(await draft(release, 'en')).toMatchObject({ revision: 3, content: mine, changedBy: mara.id });
    const kept = await deps.inTransaction((tx) => deps.drafts.revisions(tx, release, 'en'));
    expect(kept.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([
      [3, mara.id],
      [2, tomas.id],
      [1, mara.id],
    ]);
  });

  test('a save that is sent twice, or changes nothing, changes nothing', async () => {
    const { engine, begin, save } = await desk();
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    const before = await everything(engine);
    for (const revision of [1, 2]) {
      expect(done(await save(mara, release, revision, ferryText())).draft.revision).toBe(2);
    }
    expect(done(await save(tomas, release, 2, ferryText())).draft.changedBy).toBe(mara.id);
    expect(await everything(engine)).toBe(before);
  });

  test('what cannot be kept is refused field by field; what is foreign is brought into the closed subset', async () => {
    const { engine, begin, save } = await desk();
    const release = await begin();
    const before = await everything(engine);
    const long = 'x'.repeat(1_001);
    const picture = { picture: 'y'.repeat(37), alt: '\ud800', caption: '' };
    const outcome = await save(
      mara,
      release,
      1,
      ferryText({ headline: long, place: 'A\nB', body: '\u0000', pictures: [picture] }),
    );
    expect(outcome.ok ? [] : outcome.refusals.map((one) => 'field' in one && one.field)).toEqual([
      ...['headline', 'place', 'body', 'pictures.0.picture', 'pictures.0.alt'],
    ]);
    expect(await everything(engine)).toBe(before);
    const foreign = ferryText({ body: '<div onclick="x()">A <b>boat</b><script>x()</script></div>' });
    expect(done(await save(mara, release, 1, foreign)).draft.content.body).toBe('<p>A <strong>boat</strong></p>');
  });

  test('nobody approves what they wrote, in any edition, however little', async () => {
    const { deps, begin, save } = await desk();
    const release = await begin();
    const named = { release, locale: 'en' };
    done(await save(mara, release, 1, ferryText()));
    done(await save(wen, release, 2, ferryText({ kicker: 'Ferries' })));
    done(await save(mara, release, 3, ferryText()));
    const seen = { ...named, revision: 4 };
    done(await submitDraft(deps, { by: mara, ...seen, overrides: [] }));
    expect(await approveDraft(deps, { by: wen, ...seen })).toEqual({ ok: false, refusals: [{ reason: 'own-text' }] });
    done(await approveDraft(deps, { by: tomas, ...seen }));
    done(await publishDraft(deps, { by: wen, ...seen, forced: null }));

    done(await correctDraft(deps, { by: ines, ...named, change: { ...change, note: '' } }));
    const noted = done(await changeNote(deps, { by: tomas, ...named, revision: 5, change })).draft;
    const second = { ...named, revision: noted.revision };
    done(await submitDraft(deps, { by: mara, ...second, overrides: [] }));
    expect(reasonsOf(await approveDraft(deps, { by: tomas, ...second }))).toEqual(['own-text']);
    done(await approveDraft(deps, { by: wen, ...second }));
  });

  test('a text that is given back says why in the log, and must be approved again', async () => {
    const { deps, engine, begin, save } = await desk();
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    const seen = { release, locale: 'en', revision: 2 };
    done(await submitDraft(deps, { by: mara, ...seen, overrides: [] }));
    done(await approveDraft(deps, { by: tomas, ...seen }));
    done(await returnDraft(deps, { by: ines, ...seen, reason: 'Which ferry?' }));
    expect(reasonsOf(await publishDraft(deps, { by: ines, ...seen, forced: null }))).toEqual(['wrong-state']);
    const [entry] = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'returned' }, 1));
    expect(entry).toMatchObject({
      name: 'Ines',
      release,
      locale: 'en',
      office: 'CALDER',
      detail: { reason: 'Which ferry?' },
    });
    expect(await auditedActs(engine)).toHaveLength(5);
  });

  test('errors of the copy desk stop a text until each is overridden with a reason', async () => {
    const { deps, engine, begin, save } = await desk();
    const release = await begin();
    const picture = quayPicture(1, { rights: { ...quayPicture(1).rights, credit: null } });
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const shown = { picture: picture.id, alt: '', caption: '' };
    done(await save(mara, release, 1, ferryText({ headline: '', pictures: [shown] })));
    const on = (by: Person, revision: number, codes: readonly string[], reason = 'It is only sky.') =>
      submitDraft(deps, { by, release, locale: 'en', revision, overrides: codes.map((code) => ({ code, reason })) });
    const errorsOf = async (outcome: ReturnType<typeof on>) => {
      const refusals = await outcome.then((one) => (one.ok ? [] : one.refusals));
      return refusals.map((one) => ('errors' in one ? one.errors.map(({ code }) => code) : one.reason));
    };
    const before = await everything(engine);
    const [headline, alt, credit] = ['headline-missing', 'alt-missing', 'credit-missing'];
    expect(await errorsOf(on(tomas, 2, []))).toEqual([[headline, alt, credit]]);
    expect(await errorsOf(on(mara, 2, [alt, 'nonsense']))).toEqual(['not-allowed', [headline, credit]]);
    expect(await errorsOf(on(tomas, 2, [alt], ' '))).toEqual(['reason-missing', [headline, credit]]);
    expect(await errorsOf(on(tomas, 2, [headline, alt, credit]))).toEqual(['text-invalid']);
    expect(await everything(engine)).toBe(before);
    done(await save(mara, release, 2, ferryText({ pictures: [shown] })));
    done(await on(tomas, 3, [alt, credit]));
    done(await returnDraft(deps, { by: tomas, release, locale: 'en', revision: 3, reason: 'Later.' }));
    done(await on(mara, 3, []));
    const entries = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'overrode' }, 9));
    expect(entries.map(({ detail }) => detail['code'])).toEqual([credit, alt]);
    expect(await engine.newsroom.selectFrom('override').selectAll().execute()).toHaveLength(2);
  });

  test('a picture that nobody has is told before anybody approves', async () => {
    const { deps, begin, save } = await desk();
    const release = await begin();
    const nowhere = quayPicture(9).id;
    done(await save(mara, release, 1, ferryText({ pictures: [{ picture: nowhere, alt: 'A quay', caption: '' }] })));
    const outcome = await submitDraft(deps, { by: mara, release, locale: 'en', revision: 2, overrides: [] });
    expect(outcome).toEqual({ ok: false, refusals: [{ reason: 'picture-unknown', asset: nowhere }] });
  });

  test('a text is forced with a reason, which stays with it for ever', async () => {
    const { deps, engine, begin, save, draft } = await desk();
    const release = await begin();
    done(await save(mara, release, 1, ferryText({ headline: '' })));
    const force = (by: Person, revision: number, forced: string) =>
      publishDraft(deps, { by, release, locale: 'en', revision, forced });
    const before = await everything(engine);
    expect(reasonsOf(await force(ines, 2, ' '))).toEqual(['reason-missing', 'copy-desk']);
    expect(reasonsOf(await force(tomas, 2, 'A storm.'))).toEqual(['not-allowed', 'not-allowed', 'copy-desk']);
    expect(await everything(engine)).toBe(before);
    done(await save(mara, release, 2, ferryText()));
    done(await force(ines, 3, 'A storm is near.'));
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change }));
    expect(await draft(release, 'en')).toMatchObject({ edition: 2, forcedReason: 'A storm is near.', approved: null });
    const seen = { release, locale: 'en', revision: 4 };
    expect(reasonsOf(await publishDraft(deps, { by: ines, ...seen, forced: null }))).toEqual(['wrong-state']);
    const [entry] = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'published' }, 1));
    expect(entry?.detail).toMatchObject({ forced: 'A storm is near.', reference: 'CALDER/2026/1' });
    expect(await differences(engine)).toEqual([]);
  });

  test('an approved text needs no force, and is not marked', async () => {
    const { deps, begin, save, draft } = await desk();
    const release = await begin();
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: 'Quick!' }));
    expect(await draft(release, 'en')).toMatchObject({ forcedReason: null, standing: { state: 'published' } });
  });

  test('a translation knows when its source has moved on, and when it has caught up', async () => {
    const { deps, begin, save, draft } = await desk();
    const release = await begin();
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const shown = { picture: picture.id, alt: 'The quay', caption: 'At noon' };
    done(await save(mara, release, 1, ferryText({ pictures: [shown] })));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    const stale = async () => {
      const [french, english] = [await draft(release, 'fr'), await draft(release, 'en')];
      return french !== null && isStale(french, english);
    };
    expect(await draft(release, 'fr')).toMatchObject({
      source: { locale: 'en', edition: 1, revision: 2 },
      content: { headline: '', pictures: [{ ...shown, alt: '', caption: '' }] },
    });
    expect(await stale()).toBe(false);
    done(await save(mara, release, 2, ferryText({ kicker: 'Ferries' })));
    expect(await stale()).toBe(true);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 2 }));
    expect(await stale()).toBe(true);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 3 }));
    expect(await stale()).toBe(false);
    expect(reasonsOf(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 4 }))).toEqual(['text-invalid']);
    expect(await draft(release, 'fr')).toMatchObject({ revision: 1 });
  });

  test('a public translation that need not follow ends its task by being compared', async () => {
    const { deps, begin, save } = await desk();
    const release = await begin();
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    await approved(deps, release, done(await save(mara, release, 1, ferryText(), 'fr')).draft.revision, 'fr');
    done(await publishDraft(deps, { by: ines, release, locale: 'fr', revision: 2, forced: null }));
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change }));
    await approved(deps, release, 3);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 3, forced: null }));
    const tasks = async () => (await deps.inTransaction((tx) => deps.tasks.openTasks(tx))).map(({ locale }) => locale);
    expect(await tasks()).toEqual(['fr']);
    done(await catchUp(deps, { by: mara, release, locale: 'fr', revision: 3 }));
    expect(await tasks()).toEqual([]);
  });

  test('a bundle goes public whole or not at all, and waits for whoever is late', async () => {
    const { deps, engine, begin, save, told } = await desk();
    const [ferry, storm] = [await begin(), await begin()];
    done(await save(mara, ferry, 1, ferryText()));
    done(await addLanguage(deps, { by: mara, release: ferry, locale: 'fr', source: 'en' }));
    done(await save(mara, ferry, 1, ferryText({ headline: 'Le bac' }), 'fr'));
    done(await save(mara, storm, 1, ferryText({ headline: 'A storm' })));
    const texts = [
      { release: ferry, locale: 'fr' },
      { release: ferry, locale: 'en' },
      { release: storm, locale: 'en' },
    ];
    done(await bundleDrafts(deps, { by: ines, name: ' Storm ', texts }));
    for (const { release, locale } of texts.slice(0, 2)) await approved(deps, release, 2, locale);
    const before = await everything(engine);
    const publish = () => publishDraft(deps, { by: ines, release: ferry, locale: 'fr', revision: 2, forced: null });
    expect(await publish()).toEqual({
      ok: false,
      refusals: [{ reason: 'bundle-waits', locale: 'en', state: 'draft' }],
    });
    expect(await everything(engine)).toBe(before);
    await approved(deps, storm, 2);
    const { published } = done(await publish());
    expect(published.map(({ locale, sequence }) => [locale, sequence])).toEqual([
      ['en', 1],
      ['en', 2],
      ['fr', 3],
    ]);
    expect(await publicCounts(engine)).toMatchObject({ release: 2, edition: 3 });
    expect(told.schedule).toBe(0);
    const editions = await engine.newsroom.selectFrom('edition').selectAll().where('locale', '=', 'fr').execute();
    expect(editions).toMatchObject([{ translated_from_locale: 'en', translated_from_edition: 1 }]);
    expect(await differences(engine)).toEqual([]);
  });

  test('the clock makes public what is due and not held, whole bundles only', async () => {
    const { deps, engine, clock, told, begin, save, draft } = await desk();
    const [ferry, storm] = [await begin(), await begin()];
    for (const release of [ferry, storm]) {
      await approved(
        deps,
        release,
        done(await save(mara, release, 1, ferryText({ headline: release }))).draft.revision,
      );
    }
    const texts = [ferry, storm].map((release) => ({ release, locale: 'en' }));
    done(await bundleDrafts(deps, { by: ines, name: 'Both', texts }));
    await scheduled(ferry, null);
    await scheduled(storm, '2026-03-01T09:00:00Z');
    const lift = (...releases: string[]) =>
      deps.inTransaction(async (tx) => {
        const drafts = await Promise.all(releases.map((release) => deps.drafts.draft(tx, release, 'en')));
        return publishDraftsWithin(
          tx,
          deps,
          drafts.filter((one) => one !== null),
          clockwork,
        );
      });
    const before = await everything(engine);
    expect(reasonsOf(await lift(ferry))).toEqual(['not-yet-due', 'bundle-waits']);
    clock.advanceTo('2026-03-09T09:00:00Z');
    expect(reasonsOf(await lift(ferry))).toEqual(['bundle-waits']);
    expect(reasonsOf(await lift(ferry, storm))).toEqual(['held']);
    expect(await everything(engine)).toBe(before);
    await scheduled(storm, null);
    done(await lift(ferry, storm));
    expect(told.schedule).toBe(1);
    expect((await auditedActs(engine)).slice(-2)).toEqual(['11 Clockwork lifted en', '12 Clockwork lifted en']);
    expect(reasonsOf(await lift(ferry))).toEqual(['wrong-state']);
    expect(await draft(ferry, 'en')).toMatchObject({ standing: { state: 'published' }, changedBy: mara.id });
    expect(await differences(engine)).toEqual([]);

    async function scheduled(release: string, heldAt: string | null) {
      const one = await draft(release, 'en');
      const goesPublicAt = instantOf('2026-03-09T09:00:00Z');
      const standing = {
        state: 'scheduled',
        goesPublicAt,
        heldAt: heldAt === null ? null : instantOf(heldAt),
      } as const;
      if (one !== null)
        await deps.inTransaction((tx) => deps.drafts.changeDraft(tx, { ...one, standing }, one.revision));
    }
  });

  test('a text that ends takes its scheduled correction off the schedule', async () => {
    const { deps, told, begin, save, draft } = await desk();
    const release = await begin();
    const named = { release, locale: 'en' };
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, ...named, revision: 2, forced: null }));
    done(await correctDraft(deps, { by: ines, ...named, change }));
    await approved(deps, release, 3);
    const next = await draft(release, 'en');
    const standing = { state: 'scheduled', goesPublicAt: instantOf('2026-03-09T09:00:00Z'), heldAt: null } as const;
    if (next !== null) await deps.inTransaction((tx) => deps.drafts.changeDraft(tx, { ...next, standing }, 3));
    done(await withdrawText(deps, { by: ines, ...named, publicReason: 'No boat.' }));
    expect(await draft(release, 'en')).toMatchObject({ standing: { state: 'approved' }, edition: 2 });
    expect(told.schedule).toBe(1);
    const refusal = await publishDraft(deps, { by: ines, ...named, revision: 3, forced: null });
    expect(refusal).toEqual({ ok: false, refusals: [{ reason: 'ended', standing: 'withdrawn' }] });
  });

  test('facts are kept until the first publication and settled by it', async () => {
    const { deps, engine, begin, save } = await desk();
    const release = await begin();
    const facts = {
      type: 'statement',
      countries: ['GB', 'BE', 'GB'],
      topics: ['dredging'],
      organisationWide: true,
    } as const;
    done(await changeFacts(deps, { by: mara, release, ...facts }));
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    const [row] = await engine.newsroom.selectFrom('release').selectAll().execute();
    expect(row).toMatchObject({
      type: 'statement',
      countries: '["GB","BE"]',
      topics: '["dredging"]',
      organisation_wide: 1,
    });
    expect(await changeFacts(deps, { by: mara, release, ...facts })).toEqual({
      ok: false,
      refusals: [{ reason: 'already-public', locale: 'en' }],
    });
  });

  test('a text that moved in is corrected and translated like any other', async () => {
    const { deps, engine, draft, save } = await desk();
    const release = '01900000-0000-7000-8000-0000000000f1';
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.release(tx, picture));
    const facts = { type: 'news', countries: [], topics: [], organisationWide: false } as const;
    const text = { kicker: null, summary: 'Noon.', place: null, notes: null, body: '<p>Noon.</p>' as never };
    const order = {
      release: { id: release, office: 'CALDER', ...facts, reference: null, origin: 'imported' as const },
      ...{ locale: 'en', slug: null, text: { ...text, headline: 'The ferry' }, at: null, change: null },
      ...{ pictures: [{ asset: picture.id, alt: 'Quay', caption: null }], translatedFrom: null, legacyPaths: [] },
    };
    expect(await publishRelease(deps.publishing, [order])).toMatchObject({ ok: true });
    const french = done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' })).draft;
    expect(french).toMatchObject({ source: { locale: 'en', edition: 1, revision: 0 } });
    expect(french.content.pictures).toEqual([{ picture: picture.id, alt: '', caption: '' }]);
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change }));
    const english = await draft(release, 'en');
    expect(english).toMatchObject({ edition: 2, revision: 1, content: { headline: 'The ferry', summary: 'Noon.' } });
    expect(isStale(french, english)).toBe(true);
    const content = { ...(english as { content: DraftContent }).content, headline: 'The ferry, corrected' };
    done(await save(mara, release, 1, content));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    const editions = await engine.newsroom.selectFrom('edition').select(['number', 'headline']).execute();
    expect(editions).toHaveLength(2);
    expect(await differences(engine)).toEqual([]);
  });
});

/** Submitted by Mara and approved by Tomas. */
async function approved(deps: DeskDeps, release: string, revision: number, locale = 'en'): Promise<void> {
  done(await submitDraft(deps, { by: mara, release, locale, revision, overrides: [] }));
  done(await approveDraft(deps, { by: tomas, release, locale, revision }));
}
