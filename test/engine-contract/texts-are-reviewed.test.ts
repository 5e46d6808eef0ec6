import { describe, expect, test } from 'vitest';
import { sharePreview } from '../../src/desk/previews/share-preview.ts';
import { MOST_AN_HOUR, makeRemark, type RemarkOrder, type RemarkOutcome } from '../../src/desk/reviews/make-remark.ts';
import { openRemarks, remarkLines } from '../../src/desk/reviews/open-remarks.query.ts';
import { remarksSeen } from '../../src/desk/reviews/remarks-seen.ts';
import { contentHash } from '../../src/desk/reviews/reviewed-content.ts';
import { settleRemark } from '../../src/desk/reviews/settle-remark.ts';
import { personStore } from '../../src/people/person.store.ts';
import type { Person } from '../../src/people/person.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import type { DraftContent } from '../../src/releases/draft.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { restoreDrafts } from '../../src/releases/restore-drafts.ts';
import { openDeskAtWork } from '../support/desk-at-work.ts';
import { ada, ferryText, ines, mara, otto, tomas, wen } from '../support/desk-cast.ts';
import { auditedActs, done, everything, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { previewDeps } from '../support/preview-deps.ts';

/** Mara's ferry at revision 2, and a link for review that she gave to somebody outside. */
async function openReview(open: OpenEngine, question: string | null = 'Is noon right?') {
  const desk = await openDeskAtWork(await open());
  const deps = previewDeps(desk.deps);
  // A link leads somewhere as long as whoever made it may share the text.
  await deps.inTransaction((tx) => personStore().assign(tx, mara.id, mara.assignments));
  const release = await desk.begin();
  done(await desk.save(mara, release, 1, ferryText()));
  const { token } = done(await sharePreview(deps, { by: mara, release, locale: 'en', days: 2, question }));
  const on = (content: DraftContent, revision: number) => ({ revision, contentHash: contentHash(content) });
  const remark = (changed: Partial<RemarkOrder> = {}) =>
    makeRemark(deps, {
      ...{ token, address: '192.0.2.1', name: 'Lin Okafor', words: 'It sails at one.', paragraph: 0 },
      ...{ ...on(ferryText(), 2), foundNothing: false },
      ...changed,
    });
  const seen = () =>
    deps.inTransaction(async (tx) => {
      const draft = await deps.drafts.draft(tx, release, 'en');
      return draft === null ? [] : remarksSeen(tx, deps, draft);
    });
  const settle = (by: Person, id: string, answer = 'It is one.') => settleRemark(deps, { by, remark: id, answer });
  const openOnes = (locale = 'en', by: Person = mara) =>
    deps.inTransaction(async (tx) => {
      const draft = await deps.drafts.draft(tx, release, locale);
      return draft === null ? [] : openRemarks(tx, by, draft);
    });
  const lines = (person: Person) => deps.inTransaction((tx) => remarkLines(tx, person, 50));
  return { ...desk, deps, release, token, on, remark, seen, settle, openOnes, lines };
}

const whyOf = (outcome: RemarkOutcome) => (outcome.ok ? [] : outcome.refusals.map(({ reason }) => reason));

eachEngine('a review', (open) => {
  test('keeps each remark with the content that was read, whatever is saved since', async () => {
    const { save, release, remark, seen, on, clock } = await openReview(open);
    expect(await remark({ paragraph: 3 })).toEqual({ ok: true });
    const changed = ferryText({ body: '<p>The harbour office has decided otherwise.</p>', summary: 'At one.' });
    done(await save(mara, release, 2, changed));
    clock.advanceTo('2026-03-02T09:05:00Z');
    expect(await remark({ name: 'Kim', words: 'And the summary?', paragraph: 2, ...on(ferryText(), 2) })).toEqual({
      ok: true,
    });
    clock.advanceTo('2026-03-02T09:06:00Z');
    expect(await remark({ name: 'Kim', words: 'Better.', paragraph: 1, ...on(changed, 3) })).toEqual({ ok: true });
    const [third, second, first] = await seen();
    const gone = {
      number: 3,
      words: 'The harbour office has decided. From Monday on there is a boat more.',
      isStillThere: false,
    };
    expect(first).toMatchObject({ name: 'Lin Okafor', revision: 2, isOfTextNow: false, about: gone, settled: null });
    expect(second).toMatchObject({ name: 'Kim', revision: 2, isOfTextNow: false, about: { isStillThere: false } });
    expect(third).toMatchObject({ revision: 3, isOfTextNow: true, about: { number: 1, isStillThere: true } });
    expect(third?.link.sharedBy).toBe('Mara');

    // Put back as it was, it is the text they read again.
    done(await save(mara, release, 3, ferryText()));
    expect((await seen()).map(({ isOfTextNow }) => isOfTextNow)).toEqual([false, true, true]);
  });

  test('cannot be changed or forgotten, by the newsroom neither: only its answer is added', async () => {
    const { engine, remark, seen, settle } = await openReview(open);
    await remark();
    const [before] = await seen();
    const { newsroom } = engine;
    const refusal = /a remark stays as it was made/;
    for (const change of [
      { words: 'It sails at noon.' },
      { content_hash: 'f'.repeat(64) },
      { revision: 1 },
      { name: 'Kim' },
    ])
      await expect(newsroom.updateTable('remark').set(change).execute()).rejects.toThrow(refusal);
    await expect(newsroom.deleteFrom('remark').execute()).rejects.toThrow(refusal);
    await expect(newsroom.deleteFrom('draft_revision').where('revision', '=', 2).execute()).rejects.toThrow();
    expect(await seen()).toEqual([before]);
    done(await settle(mara, before?.id ?? ''));
  });

  test('is told of by whoever found nothing wrong, which leaves nothing to settle', async () => {
    const { engine, remark, seen, settle, openOnes } = await openReview(open);
    expect(await remark({ foundNothing: true, words: ' ', paragraph: 2 })).toEqual({ ok: true });
    const [said] = await seen();
    expect(said).toMatchObject({ words: null, about: null, isOfTextNow: true });
    expect(await openOnes()).toEqual([]);
    expect(reasonsOf(await settle(mara, said?.id ?? ''))).toEqual(['nothing-to-settle']);
    expect((await auditedActs(engine)).at(-1)).toContain('A reader with a link found-nothing en');
  });

  test('refuses what could not be kept with every reason at once, and has written nothing', async () => {
    const { engine, remark, on } = await openReview(open);
    const before = await everything(engine);
    expect(whyOf(await remark({ name: ' ', words: '\u200b', paragraph: 9 }))).toEqual([
      ...['name-missing', 'words-missing', 'paragraph-unknown'],
    ]);
    expect(whyOf(await remark({ name: 'x'.repeat(101), words: 'a\u0007b', revision: 7 }))).toEqual([
      ...['too-long', 'not-plain', 'text-unknown'],
    ]);
    expect(whyOf(await remark({ words: '\ud800', ...on(ferryText({ kicker: 'No' }), 2) }))).toEqual([
      ...['not-plain', 'text-unknown'],
    ]);
    for (const paragraph of [-1, 0.5, Number.NaN])
      expect(whyOf(await remark({ paragraph }))).toEqual(['paragraph-unknown']);
    for (const revision of [0, -1, 0.5, Number.NaN, 2 ** 40])
      expect(whyOf(await remark({ revision }))).toEqual(['text-unknown']);
    expect(whyOf(await remark({ foundNothing: true }))).toEqual(['words-beside-nothing']);
    expect(await everything(engine)).toBe(before);
  });

  test('takes so many remarks by one link in an hour, and more in the next', async () => {
    const { remark, seen, clock } = await openReview(open);
    for (let one = 0; one < MOST_AN_HOUR; one += 1) expect(await remark()).toEqual({ ok: true });
    expect(await remark()).toEqual({ ok: false, refusals: [{ reason: 'too-many', limit: MOST_AN_HOUR }] });
    clock.advanceTo('2026-03-02T10:00:01Z');
    expect(await remark()).toEqual({ ok: true });
    expect(await seen()).toHaveLength(MOST_AN_HOUR + 1);
  });

  test('is not there once the link has ended, is one to read only, or its text was thrown away', async () => {
    const { deps, release, token, remark, clock } = await openReview(open);
    const gone = { code: 'DRAFT_NOT_FOUND' };
    await expect(remark({ token: `${token}x` })).rejects.toMatchObject(gone);
    const toRead = done(await sharePreview(deps, { by: mara, release, locale: 'en', days: 2 }));
    await expect(remark({ token: toRead.token })).rejects.toMatchObject(gone);
    done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 2 }] }));
    await expect(remark()).rejects.toMatchObject(gone);
    done(await restoreDrafts(deps, { by: mara, release, locales: ['en'] }));
    expect(await remark()).toEqual({ ok: true });
    clock.advanceTo('2026-03-04T09:00:00Z');
    await expect(remark()).rejects.toMatchObject(gone);
  });

  test('asks a question that can be kept, or is refused with every reason', async () => {
    const { deps, release } = await openReview(open, null);
    const ask = (question: string, by = mara) => sharePreview(deps, { by, release, locale: 'en', days: 2, question });
    expect(reasonsOf(await ask('x'.repeat(1_001), ada))).toEqual(['not-allowed', 'text-invalid']);
    done(await ask(''));
    const links = await deps.inTransaction((tx) => deps.previews.ofText(tx, release, 'en'));
    expect(links.map(({ review }) => review)).toContainEqual({ question: '' });
    expect(links.map(({ review }) => review)).toContainEqual(null);
  });

  describe('whose remark is open', () => {
    test('warns, is in the work of who wrote the text, and is settled once with an answer', async () => {
      const { engine, release, remark, seen, settle, openOnes, lines } = await openReview(open);
      await remark({ words: `${'It sails at one. '.repeat(10)}` });
      const [open$] = await openOnes();
      expect(open$?.name).toBe('Lin Okafor');
      expect(open$?.excerpt).toMatch(/^It sails at one\. .{100,}…$/);
      await remark({ name: 'Kim' });
      expect(await lines(mara)).toMatchObject([
        { release, locale: 'en', name: 'Kim', count: 2, kind: 'settle-remark' },
      ]);
      expect(await lines(tomas)).toEqual([]);

      const [latest, first] = await seen();
      const id = latest?.id ?? '';
      expect(reasonsOf(await settle(ada, id, ' '))).toEqual(['not-allowed', 'answer-missing']);
      expect(reasonsOf(await settle(mara, id, 'x'.repeat(4_001)))).toEqual(['text-invalid']);
      done(await settle(tomas, id));
      expect(reasonsOf(await settle(mara, id, ''))).toEqual(['answer-missing', 'already-settled']);
      expect((await seen())[0]?.settled).toMatchObject({ by: 'Tomas', answer: 'It is one.' });
      expect(await lines(mara)).toMatchObject([{ name: 'Lin Okafor', count: 1 }]);
      done(await settle(mara, first?.id ?? ''));
      expect([await openOnes(), await lines(mara)]).toEqual([[], []]);
      expect((await auditedActs(engine)).slice(-4).map((line) => line.replace(/^\d+ /, ''))).toEqual([
        ...['A reader with a link remarked en', 'A reader with a link remarked en'],
        ...['Tomas settled en', 'Mara settled en'],
      ]);
    });

    test('warns before the texts that go public together with it, too', async () => {
      const { deps, save, release, remark, openOnes } = await openReview(open);
      await remark();
      done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
      done(await save(mara, release, 1, ferryText({ headline: 'Le bac' }), 'fr'));
      expect(await openOnes('fr')).toEqual([]);
      const texts = ['en', 'fr'].map((locale) => ({ release, locale }));
      done(await bundleDrafts(deps, { by: ines, name: 'Spring', into: null, texts }));
      const of = { locale: 'en', headline: 'The ferry sails at noon' };
      expect(await openOnes('fr')).toEqual([{ name: 'Lin Okafor', excerpt: 'It sails at one.', of }]);
      expect(await openOnes('en')).toMatchObject([{ of: null }]);
      expect(await openOnes('fr', otto)).toEqual([]);
    });

    test('is not there for whom the release is not, nor in anybody’s work once the text was thrown away', async () => {
      const { deps, release, remark, seen, settle, lines } = await openReview(open);
      await remark();
      const id = (await seen())[0]?.id ?? '';
      done(await limitReaders(deps, { by: tomas, release, people: [tomas.id, mara.id] }));
      await expect(settle(wen, id)).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
      await expect(settle(mara, release)).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
      expect(await lines(mara)).toHaveLength(1);
      done(await limitReaders(deps, { by: tomas, release, people: [tomas.id] }));
      expect(await lines(mara)).toEqual([]);
      done(await limitReaders(deps, { by: tomas, release, people: null }));
      done(await discardDrafts(deps, { by: mara, release, texts: [{ locale: 'en', revision: 2 }] }));
      expect(await lines(mara)).toEqual([]);
      expect(reasonsOf(await settle(mara, id))).toEqual(['discarded']);
    });
  });
});
