import { expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { approveDraft } from '../../src/releases/approve-draft.ts';
import { changeNote } from '../../src/releases/change-note.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { returnDraft } from '../../src/releases/return-draft.ts';
import { submitDraft } from '../../src/releases/submit-draft.ts';
import { correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, quayPicture, tomas, wen } from '../support/desk-cast.ts';
import { auditedActs, done, everything, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('a text and its people', (open) => {
  test('two people who edit one text: the second is shown the first one’s words, and loses none', async () => {
    const { deps, engine, begin, save, draft } = await openDeskAtWork(await open());
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
    const kept = await deps.inTransaction((tx) => deps.drafts.revisions(tx, release, 'en', { limit: 99 }));
    expect(kept.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([
      [3, mara.id],
      [2, tomas.id],
      [1, mara.id],
    ]);
  });

  test('a save that is sent twice, or changes nothing, changes nothing', async () => {
    const { engine, begin, save } = await openDeskAtWork(await open());
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
    const { engine, begin, save } = await openDeskAtWork(await open());
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
    const { deps, begin, save } = await openDeskAtWork(await open());
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

    done(await correctDraft(deps, { by: ines, ...named, change: { ...correction, note: '' } }));
    const noted = done(await changeNote(deps, { by: tomas, ...named, revision: 5, change: correction })).draft;
    const second = { ...named, revision: noted.revision };
    done(await submitDraft(deps, { by: mara, ...second, overrides: [] }));
    expect(reasonsOf(await approveDraft(deps, { by: tomas, ...second }))).toEqual(['own-text']);
    done(await approveDraft(deps, { by: wen, ...second }));
  });

  test('a text that is given back says why in the log, and must be approved again', async () => {
    const { deps, engine, begin, save } = await openDeskAtWork(await open());
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
    const { deps, engine, begin, save } = await openDeskAtWork(await open());
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
    const { deps, begin, save } = await openDeskAtWork(await open());
    const release = await begin();
    const nowhere = quayPicture(9).id;
    done(await save(mara, release, 1, ferryText({ pictures: [{ picture: nowhere, alt: 'A quay', caption: '' }] })));
    const outcome = await submitDraft(deps, { by: mara, release, locale: 'en', revision: 2, overrides: [] });
    expect(outcome).toEqual({ ok: false, refusals: [{ reason: 'picture-unknown', asset: nowhere }] });
  });
});
