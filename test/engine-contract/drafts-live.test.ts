import { expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { NO_SLUG } from '../../src/published/addresses.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import { changeNote } from '../../src/releases/change-note.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { draftRelease } from '../../src/releases/draft-release.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { retractText } from '../../src/releases/retract-text.ts';
import { reviseDraft } from '../../src/releases/revise-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { takeDownText } from '../../src/releases/take-down-text.ts';
import { withdrawText } from '../../src/releases/withdraw-text.ts';
import { ada, ferryText, ines, mara, openDeskForTest, quayPicture, tomas } from '../support/desk-cast.ts';
import { auditedActs, differences, done, publicCounts } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';
import { openTasks } from '../support/open-tasks.ts';

const change = { kind: 'correction', note: 'The ferry sails at one.', isMajor: true } as const;

eachEngine('a text', (open) => {
  async function desk() {
    const clock = fixedClock('2026-03-02T09:00:00Z');
    const { deps, engine } = await openDeskForTest(await open(), clock);
    const begun = done(await draftRelease(deps, { by: mara, office: 'CALDER', type: 'news', original: 'en' }));
    const { release } = begun;
    const on = (locale: string, revision: number) => ({ release, locale, revision });
    const write = async (locale: string, changed = {}, by = mara) => {
      const draft = await deps.inTransaction((tx) => deps.drafts.draft(tx, release, locale));
      const seen = on(locale, draft?.revision ?? 0);
      return done(await reviseDraft(deps, { by, ...seen, content: ferryText(changed), slug: null })).draft.revision;
    };
    const publish = async (locale: string, revision: number) => {
      done(await submitDraft(deps, { by: mara, ...on(locale, revision), overrides: [] }));
      done(await approveDraft(deps, { by: tomas, ...on(locale, revision) }));
      return done(await publishDraft(deps, { by: ines, ...on(locale, revision), forced: null }));
    };
    const texts = publishedQueries(engine.published, engine.publicVersion);
    const text = async (locale: string, edition: number | null = null) =>
      texts.text({ office: 'CALDER', year: 2026, number: 1 }, locale, edition);
    return { deps, engine, clock, release, on, write, publish, text };
  }

  test('is drafted, revised, submitted, approved and published, each act with its line in the log', async () => {
    const { deps, engine, release, on, write, publish, text } = await desk();
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const revision = await write('en', { pictures: [{ picture: picture.id, alt: 'The quay at noon', caption: '' }] });
    expect(await publicCounts(engine)).toEqual({ release: 0, edition: 0, asset: 0, outbox: 0, path_ledger: 0 });
    const { published } = await publish('en', revision);
    expect(published).toMatchObject([{ release, locale: 'en', edition: 1, sequence: 1 }]);
    expect(await text('en')).toMatchObject({
      text: { headline: 'The ferry sails at noon', summary: 'From Monday on there is a boat more.', edition: 1 },
    });
    expect(await publicCounts(engine)).toEqual({ release: 1, edition: 1, asset: 1, outbox: 1, path_ledger: 1 });
    expect(await auditedActs(engine)).toEqual([
      '1 Mara drafted en',
      '2 Mara revised en',
      '3 Mara submitted en',
      '4 Tomas approved en',
      '5 Ines published en',
    ]);
    expect(await deps.inTransaction((tx) => deps.drafts.draft(tx, release, 'en'))).toMatchObject({
      ...{ standing: { state: 'published' }, submitted: { by: mara.id }, approved: { by: tomas.id } },
    });
    expect(await publishDraft(deps, { by: ines, ...on('en', revision), forced: null })).toEqual({
      ok: false,
      refusals: [{ reason: 'wrong-state', state: 'published', needs: ['approved'] }],
    });
    expect(await differences(engine)).toEqual([]);
  });

  test('in one language goes public alone, and its correction asks the other to follow', async () => {
    const { deps, engine, release, on, write, publish, text } = await desk();
    await publish('en', await write('en'));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    const french = await write('fr', { headline: 'Le bac part à midi' });
    const before = await text('en');
    await publish('fr', french);
    expect(await text('en')).toMatchObject({ text: { ...textOf(before), languages: expect.anything() } });
    expect(await text('fr')).toMatchObject({ text: { translatedFrom: { locale: 'en', edition: 1 } } });

    done(await correctDraft(deps, { by: ines, release, locale: 'en', change: { ...change, note: '' } }));
    expect(await text('en')).toMatchObject({ text: { headline: 'The ferry sails at noon', edition: 1 } });
    const revision = await write('en', { headline: 'The ferry sails at one' });
    expect(await submitDraft(deps, { by: mara, ...on('en', revision), overrides: [] })).toEqual({
      ok: false,
      refusals: [{ reason: 'note-missing' }],
    });
    await publishCorrection();
    expect(await text('en')).toMatchObject({
      text: { headline: 'The ferry sails at one', edition: 2, changes: [{ note: change.note }] },
    });
    expect(await text('en', 1)).toMatchObject({ text: { headline: 'The ferry sails at noon', isCurrent: false } });
    expect(await text('fr')).toMatchObject({ text: { headline: 'Le bac part à midi', edition: 1 } });
    const tasks = () => deps.inTransaction(openTasks);
    expect(await tasks()).toMatchObject([{ release, locale: 'fr', source_locale: 'en', source_edition: 2 }]);

    done(await correctDraft(deps, { by: ines, release, locale: 'fr', change }));
    await publish('fr', await write('fr', { headline: 'Le bac part à une heure' }));
    expect(await tasks()).toEqual([]);
    expect(await differences(engine)).toEqual([]);

    async function publishCorrection() {
      const { draft } = done(await changeNote(deps, { by: mara, ...on('en', revision), change }));
      await publish('en', draft.revision);
    }
  });

  test('is withdrawn, retracted and taken down, each language for itself', async () => {
    const { deps, engine, release, write, publish, text } = await desk();
    await publish('en', await write('en'));
    for (const locale of ['fr', 'cy']) {
      done(await addLanguage(deps, { by: mara, release, locale, source: null }));
      await publish(locale, await write(locale, { headline: `Bac ${locale}` }));
    }
    done(await withdrawText(deps, { by: ines, release, locale: 'en', publicReason: 'The boat is in the dock.' }));
    expect(await text('en')).toMatchObject({ text: { standing: 'withdrawn', endReason: 'The boat is in the dock.' } });
    expect(await text('fr')).toMatchObject({ text: { standing: 'published' } });
    done(await retractText(deps, { by: ines, release, locale: 'en', publicReason: 'There is no boat.' }));
    expect(await text('en')).toMatchObject({ tombstone: { reason: 'There is no boat.' } });
    done(await takeDownText(deps, { by: ada, release, locale: 'fr', legalReason: 'Court of Calder, 12 March' }));
    const taken = { reason: 'Retiré pour des raisons juridiques.', slug: NO_SLUG };
    expect(await text('fr')).toMatchObject({ tombstone: taken });
    const paths = await engine.newsroom.selectFrom('path_ledger').select('path').orderBy('path').execute();
    expect(paths.filter(({ path }) => path.startsWith('/fr'))).toEqual([{ path: '/fr/releases/calder-2026-1' }]);
    expect(await text('cy')).toMatchObject({ text: { standing: 'published' } });
    const acts = await auditedActs(engine);
    expect(acts.slice(-3)).toEqual(['16 Ines withdrew en', '17 Ines retracted en', '18 Ada took-down fr']);
    expect(await differences(engine)).toEqual([]);
    expect(await correctDraft(deps, { by: ines, release, locale: 'en', change })).toEqual({
      ok: false,
      refusals: [{ reason: 'ended', standing: 'retracted' }],
    });
  });
});

function textOf(found: unknown): object {
  return (found as { text: object }).text;
}
