import { expect, test } from 'vitest';
import { clockwork, type Person } from '../../src/people/person.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { changeFacts } from '../../src/releases/change-facts.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { publishDraft, publishDraftsWithin } from '../../src/releases/publish-draft.ts';
import { withdrawText } from '../../src/releases/withdraw-text.ts';
import { approved, correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, tomas } from '../support/desk-cast.ts';
import { auditedActs, differences, done, everything, publicCounts, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('a draft that goes public', (open) => {
  test('a text is forced with a reason, which stays with it for ever', async () => {
    const { deps, engine, begin, save, draft } = await openDeskAtWork(await open());
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
    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: correction }));
    expect(await draft(release, 'en')).toMatchObject({ edition: 2, forcedReason: 'A storm is near.', approved: null });
    const seen = { release, locale: 'en', revision: 4 };
    expect(reasonsOf(await publishDraft(deps, { by: ines, ...seen, forced: null }))).toEqual(['wrong-state']);
    const [entry] = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'published' }, 1));
    expect(entry?.detail).toMatchObject({ forced: 'A storm is near.', reference: 'CALDER/2026/1' });
    expect(await differences(engine)).toEqual([]);
  });

  test('an approved text needs no force, and is not marked', async () => {
    const { deps, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: 'Quick!' }));
    expect(await draft(release, 'en')).toMatchObject({ forcedReason: null, standing: { state: 'published' } });
  });

  test('a bundle goes public whole or not at all, and waits for whoever is late', async () => {
    const { deps, engine, begin, save, told } = await openDeskAtWork(await open());
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
    done(await bundleDrafts(deps, { by: ines, name: ' Storm ', into: null, texts }));
    for (const { release, locale } of texts.slice(0, 2)) await approved(deps, release, 2, locale);
    const before = await everything(engine);
    const publish = () => publishDraft(deps, { by: ines, release: ferry, locale: 'fr', revision: 2, forced: null });
    expect(await publish()).toEqual({
      ok: false,
      refusals: [{ reason: 'bundle-waits', locale: 'en', state: 'draft', of: texts[2] }],
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
    const { deps, engine, clock, told, begin, save, draft } = await openDeskAtWork(await open());
    const [ferry, storm] = [await begin(), await begin()];
    for (const release of [ferry, storm]) {
      await approved(
        deps,
        release,
        done(await save(mara, release, 1, ferryText({ headline: release }))).draft.revision,
      );
    }
    const texts = [ferry, storm].map((release) => ({ release, locale: 'en' }));
    done(await bundleDrafts(deps, { by: ines, name: 'Both', into: null, texts }));
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
    const { deps, told, begin, save, draft } = await openDeskAtWork(await open());
    const release = await begin();
    const named = { release, locale: 'en' };
    await approved(deps, release, done(await save(mara, release, 1, ferryText())).draft.revision);
    done(await publishDraft(deps, { by: ines, ...named, revision: 2, forced: null }));
    done(await correctDraft(deps, { by: ines, ...named, change: correction }));
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
    const { deps, engine, begin, save } = await openDeskAtWork(await open());
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
});
