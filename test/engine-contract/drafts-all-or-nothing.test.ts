import { expect, test } from 'vitest';
import { publishedTables } from '../../src/database/schema.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { bundleDrafts } from '../../src/releases/bundle-drafts.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { approved, correction, openDeskAtWork } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, quayPicture, tomas } from '../support/desk-cast.ts';
import { differences, done, everything, publicCounts } from '../support/desk-looks.ts';
import { eachEngine } from '../support/engines.ts';
import { openTasks } from '../support/open-tasks.ts';

eachEngine('what is not public', (open) => {
  test('is in no public table before its transaction, whatever state it is in', async () => {
    const { deps, engine, begin, save, draft } = await openDeskAtWork(await open());
    const before = await publicRows();
    const release = await begin();
    const picture = quayPicture(1, { fileName: 'kingfisher.jpg', caption: 'kingfisher' });
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const pictures = [{ picture: picture.id, alt: 'A kingfisher', caption: 'kingfisher' }];
    const secret = ferryText({
      ...{ kicker: 'kingfisher', headline: 'The kingfisher contract', summary: 'A kingfisher.', place: 'kingfisher' },
      ...{ body: '<p>A kingfisher.</p>', notes: '<p>A kingfisher.</p>', pictures },
    });
    done(await save(mara, release, 1, secret));
    done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
    done(await limitReaders(deps, { by: ines, release, people: [mara.id, tomas.id] }));
    await approved(deps, release, 2);
    const one = await draft(release, 'en');
    const standing = { state: 'scheduled', goesPublicAt: instantOf('2026-03-02T09:00:01Z'), heldAt: null } as const;
    if (one !== null) await deps.inTransaction((tx) => deps.drafts.changeDraft(tx, { ...one, standing }, 2));
    expect(await everything(engine)).toContain('kingfisher');
    expect(await publicRows()).toEqual(before);

    async function publicRows(): Promise<unknown[]> {
      return Promise.all(publishedTables.map((table) => engine.newsroom.selectFrom(table).selectAll().execute()));
    }
  });

  test('stays so at whichever write a publication stops', { timeout: 240_000 }, async () => {
    const { deps, engine, begin, save } = await openDeskAtWork(await open());
    const [ferry, storm] = [await begin(), await begin()];
    const publish = (by: DeskDeps, revision: number) =>
      publishDraft(by, { by: ines, release: ferry, locale: 'en', revision, forced: null });
    done(await save(mara, ferry, 1, ferryText()));
    done(await addLanguage(deps, { by: mara, release: ferry, locale: 'fr', source: 'en' }));
    await approved(deps, ferry, 2);
    done(await publish(deps, 2));
    done(await correctDraft(deps, { by: ines, release: ferry, locale: 'en', change: correction }));
    const picture = quayPicture(1);
    await deps.inTransaction((tx) => deps.pictures.add(tx, picture));
    const pictures = [{ picture: picture.id, alt: 'The quay', caption: '' }];
    done(await save(mara, storm, 1, ferryText({ headline: 'A storm', pictures })));
    const texts = [ferry, storm].map((release) => ({ release, locale: 'en' }));
    done(await bundleDrafts(deps, { by: ines, name: 'Both', into: null, texts }));
    await approved(deps, ferry, 3);
    await approved(deps, storm, 2);

    const before = await everything(engine);
    let stops = 0;
    for (; ; stops += 1) {
      const outcome = await publish(stoppingAfter(deps, stops), 3).catch((error: unknown) => error);
      if (outcome !== STOP) {
        expect(outcome).toMatchObject({ ok: true, state: 'published' });
        break;
      }
      expect(await everything(engine)).toBe(before);
    }
    expect(stops).toBeGreaterThan(8);
    expect(await publicCounts(engine)).toMatchObject({ release: 2, edition: 3, asset: 1 });
    expect(await deps.inTransaction(openTasks)).toMatchObject([{ release: ferry, locale: 'fr' }]);
    expect(await differences(engine)).toEqual([]);
  });
});

const STOP = new DOMException('the power went');

/** Does so many writes, and at the next one the power goes: once before it, once when it is done. */
function stoppingAfter(deps: DeskDeps, stops: number): DeskDeps {
  let left = Math.floor(stops / 2);
  const isBefore = stops % 2 === 0;
  const stopping = <Store extends object>(store: Store, writes: readonly (keyof Store)[]): Store => {
    const wrapped = { ...store };
    for (const name of writes) {
      const write = store[name] as (...order: unknown[]) => Promise<unknown>;
      wrapped[name] = (async (...order: unknown[]) => {
        const isLast = left === 0;
        left -= 1;
        if (isLast && isBefore) throw STOP;
        const written = await write(...order);
        if (isLast) throw STOP;
        return written;
      }) as Store[keyof Store];
    }
    return wrapped;
  };
  const { publishing } = deps;
  return {
    ...deps,
    drafts: stopping(deps.drafts, ['changeDraft', 'markPublished', 'addRevision', 'addHand']),
    pictures: stopping(deps.pictures, ['release']),
    tasks: stopping(deps.tasks, ['open', 'end']),
    audit: stopping(deps.audit, ['append', 'appendAll']),
    publishing: { ...publishing, publications: stopping(publishing.publications, ['write']) },
  };
}
