import { expect, test } from 'vitest';
import type { Tx } from '../../src/database/transaction.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { instantOf } from '../../src/platform/instant.ts';
import {
  ada,
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
import { openTasks } from '../support/open-tasks.ts';

const FERRY = '01900000-0000-7000-8000-0000000000f1';
const NOON = instantOf('2026-03-02T12:00:00Z');

eachEngine('a picture of the desk', (open) => {
  async function desk() {
    const { deps, engine } = await openDeskForTest(await open(), fixedClock('2026-03-02T09:00:00Z'));
    return { engine, pictures: deps.pictures, drafts: deps.drafts, within: deps.inTransaction };
  }

  test('comes back as it was added, by its id and by its bytes', async () => {
    const { pictures, within } = await desk();
    const [quay, crane] = [quayPicture(1), quayPicture(2, { caption: 'The crane', alt: 'A crane' })];
    await within(async (tx) => {
      for (const one of [crane, quay]) await pictures.add(tx, one);
      expect(await pictures.picture(tx, quay.id)).toEqual(quay);
      expect(await pictures.picture(tx, FERRY)).toBeNull();
      expect(await pictures.pictureOfHash(tx, crane.hash)).toEqual(crane);
      expect(await pictures.pictureOfHash(tx, 'd'.repeat(64))).toBeNull();
      expect(await pictures.pictures(tx, [crane.id, FERRY, quay.id])).toEqual([quay, crane]);
      expect(await pictures.pictures(tx, [])).toEqual([]);
      const rights = { ...quay.rights, credit: null, copyrightYear: null };
      await pictures.changeRights(tx, quay.id, rights);
      expect(await pictures.picture(tx, quay.id)).toEqual({ ...quay, rights });
    });
  });

  test('is found by all words of what is known of it, newest first', async () => {
    const { pictures, within } = await desk();
    const later = instantOf('2026-03-03T09:00:00Z');
    await within(async (tx) => {
      await pictures.add(tx, quayPicture(1));
      await pictures.add(tx, quayPicture(2, { fileName: '100%_sure.png', uploadedAt: later }));
      await pictures.add(tx, quayPicture(3, { caption: 'Cranes at dusk', uploadedAt: later }));
      const found = async (search: string, limit = 9) =>
        (await pictures.search(tx, { person: tomas.id, search, limit })).map((one) => one.id.at(-1));
      expect(await found('')).toEqual(['3', '2', '1']);
      expect(await found('', 1)).toEqual(['3']);
      expect(await found('quill DUSK')).toEqual(['3']);
      expect(await found('quay dusk')).toEqual(['3']);
      expect(await found('%_')).toEqual(['2']);
      expect(await found('nobody')).toEqual([]);
      expect(await found("'\\")).toEqual([]);
    });
  });

  test('is not there for somebody while only texts show it that are limited to others', async () => {
    const { pictures, drafts, within } = await desk();
    const quay = quayPicture(1, { uploadedBy: mara.id });
    const shown = { picture: quay.id, alt: '', caption: '' };
    const showing = (id: string) => draftOf(id, 'en', mara, { content: ferryText({ pictures: [shown] }) });
    const [secret, other] = ['01777777-0000-7000-8000-000000000001', '01777777-0000-7000-8000-000000000002'];
    const knowing = async (tx: Tx) => {
      const sizes: number[] = [];
      for (const { id } of [mara, tomas, ada]) sizes.push((await pictures.knownTo(tx, id, [quay.id])).size);
      return sizes;
    };
    await within(async (tx) => {
      await pictures.add(tx, quay);
      expect(await knowing(tx)).toEqual([1, 1, 1]);
      await drafts.addRelease(tx, releaseOf(secret, mara, { limitedTo: [tomas.id] }));
      await drafts.addDraft(tx, showing(secret));
      expect(await knowing(tx)).toEqual([1, 1, 0]);
      expect(await pictures.search(tx, { person: ada.id, search: '', limit: 9 })).toEqual([]);
      await drafts.addRelease(tx, releaseOf(other, mara));
      await drafts.addDraft(tx, showing(other));
      expect(await knowing(tx)).toEqual([1, 1, 1]);
    });
  });

  test('that is public is there for everybody', async () => {
    const { pictures, drafts, within } = await desk();
    const quay = quayPicture(1);
    const content = ferryText({ pictures: [{ picture: quay.id, alt: '', caption: '' }] });
    const id = '01777777-0000-7000-8000-000000000001';
    await within(async (tx) => {
      await pictures.add(tx, quay);
      await drafts.addRelease(tx, releaseOf(id, mara, { limitedTo: [mara.id] }));
      await drafts.addDraft(tx, draftOf(id, 'en', mara, { content }));
      expect((await pictures.knownTo(tx, tomas.id, [quay.id])).size).toBe(0);
      await pictures.release(tx, quay);
      expect((await pictures.knownTo(tx, tomas.id, [quay.id])).size).toBe(1);
    });
  });

  test('is let out under its own id, as often as one likes', async () => {
    const { engine, pictures, within } = await desk();
    const quay = quayPicture(1);
    const assets = () => engine.newsroom.selectFrom('asset').selectAll().execute();
    await within(async (tx) => {
      await pictures.add(tx, quay);
      expect(await pictures.assetsOf(tx, [quay])).toEqual(new Map([[quay.id, quay.id]]));
    });
    expect(await assets()).toEqual([]);
    await within((tx) => pictures.release(tx, quay));
    const columns = {
      id: quay.id,
      hash: quay.hash,
      media_type: 'image/jpeg',
      bytes: 52_000,
      width: 1500,
      height: 1000,
    };
    expect(await assets()).toMatchObject([{ ...columns, credit: '© Mara Quill', copyright_year: 2026 }]);
    await within((tx) => pictures.release(tx, { ...quay, rights: { ...quay.rights, credit: 'Mended' } }));
    expect(await assets()).toMatchObject([{ ...columns, credit: 'Mended' }]);
  });

  test('is the asset that an archive brought, where the bytes are the same', async () => {
    const { engine, pictures, within } = await desk();
    const [brought, lost, quay] = [quayPicture(7), quayPicture(8), quayPicture(1, { hash: quayPicture(7).hash })];
    await within((tx) => pictures.release(tx, brought));
    const none = { hash: null, media_type: null, bytes: null, width: null, height: null };
    const words = { creator: null, agency: null, copyright_holder: null, copyright_year: null, usage_terms: null };
    await engine.newsroom
      .insertInto('asset')
      .values({ id: lost.id, ...none, ...words, credit: '© AFP' })
      .execute();
    const uploaded = { uploadedBy: ines.id, uploadedAt: NOON };
    await within(async (tx) => {
      const found = await pictures.adopt(tx, [brought.id, lost.id, FERRY, brought.id], uploaded);
      expect(found).toEqual(new Map([[brought.id, brought.id]]));
      expect(await pictures.picture(tx, brought.id)).toEqual({ ...brought, ...uploaded, fileName: '' });
      expect(await pictures.adopt(tx, [brought.id], uploaded)).toEqual(found);
    });
    await engine.newsroom.deleteFrom('picture').execute();
    await within(async (tx) => {
      await pictures.add(tx, quay);
      expect(await pictures.assetsOf(tx, [quay])).toEqual(new Map([[quay.id, brought.id]]));
      await pictures.release(tx, quay);
      expect(await pictures.adopt(tx, [brought.id], uploaded)).toEqual(new Map([[brought.id, quay.id]]));
    });
    expect(await engine.newsroom.selectFrom('asset').select('id').orderBy('id').execute()).toHaveLength(2);
  });
});

eachEngine('a task', (open) => {
  test('is opened once, oldest first, and ended with its text', async () => {
    const { deps } = await openDeskForTest(await open(), fixedClock('2026-03-02T09:00:00Z'));
    const { tasks, newId } = deps;
    const task = (locale: string, edition: number, openedAt = NOON) => {
      const source = { locale: 'en', edition };
      return { id: newId(), release: FERRY, locale, kind: 'follow-correction' as const, source, openedAt };
    };
    await deps.inTransaction(async (tx) => {
      const [third, first] = [task('fr', 3), task('fr', 2, instantOf('2026-03-01T12:00:00Z'))];
      for (const one of [third, first, { ...first, id: newId() }, task('cy', 3)]) await tasks.open(tx, one);
      const open = await openTasks(tx);
      expect(open.map(({ locale, source_edition: edition }) => `${locale} ${edition}`)).toEqual([
        'fr 2',
        'fr 3',
        'cy 3',
      ]);
      expect(open[0]).toMatchObject({ id: first.id, kind: first.kind, opened_at: first.openedAt, done_at: null });
      expect(await tasks.end(tx, FERRY, 'fr', NOON)).toBe(true);
      expect(await tasks.end(tx, FERRY, 'fr', NOON)).toBe(false);
      expect((await openTasks(tx)).map(({ locale }) => locale)).toEqual(['cy']);
      await tasks.open(tx, { ...first, id: newId() });
      expect(await openTasks(tx)).toHaveLength(1);
    });
  });
});
