import { expect, test } from 'vitest';
import { taskLines } from '../../src/desk/writing/task-lines.query.ts';
import type { Person } from '../../src/people/person.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { addLanguage } from '../../src/releases/add-language.ts';
import { correctDraft } from '../../src/releases/correct-draft.ts';
import { discardDrafts } from '../../src/releases/discard-drafts.ts';
import { limitReaders } from '../../src/releases/limit-readers.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { approved, correction, openDeskAtWork, publishedFerry } from '../support/desk-at-work.ts';
import { ferryText, ines, mara, tomas } from '../support/desk-cast.ts';
import { done } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

/** Writes in one language of one office. */
const translator: Person = { ...mara, assignments: [{ role: 'writer', office: 'CALDER', locale: 'fr' }] };

/** A ferry in English and French, both public; the French is asked to follow twice, the Welsh thirty times. */
async function openTasks(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const { deps, save } = desk;
  const release = await publishedFerry(desk);
  done(await addLanguage(deps, { by: mara, release, locale: 'fr', source: 'en' }));
  done(await save(mara, release, 1, ferryText({ headline: 'Le bac' }), 'fr'));
  await approved(deps, release, 2, 'fr');
  done(await publishDraft(deps, { by: ines, release, locale: 'fr', revision: 2, forced: null }));
  const ask = (locale: string, edition: number, at: string) =>
    deps.inTransaction((tx) => {
      const source = { locale: 'en', edition };
      const task = { id: deps.newId(), release, locale, kind: 'follow-correction', source } as const;
      return deps.tasks.open(tx, { ...task, openedAt: instantOf(at) });
    });
  for (let edition = 1; edition <= 30; edition += 1) await ask('cy', edition, '2026-02-01T12:00:00Z');
  await ask('fr', 3, '2026-03-02T12:00:00Z');
  await ask('fr', 2, '2026-03-01T12:00:00Z');
  const told = async (person: Person, limit = 20) =>
    (await deps.inTransaction((tx) => taskLines(tx, person, limit))).map(
      ({ locale, headline, openedAt }) => `${openedAt.slice(5, 10)} ${locale} ${headline}`,
    );
  return { ...desk, release, told };
}

eachEngine('the tasks of my work', (open) => {
  test('are those of my offices and languages, oldest first, however many others have', async () => {
    const { told } = await openTasks(open);
    expect(await told(translator)).toEqual(['03-01 fr Le bac', '03-02 fr Le bac']);
    expect(await told(translator, 1)).toEqual(['03-01 fr Le bac']);
    expect(await told(mara, 100)).toHaveLength(32);
    expect(await told({ ...mara, assignments: [] })).toEqual([]);
    expect(await told({ ...mara, assignments: [{ role: 'writer', office: 'SOLBRIDGE', locale: null }] })).toEqual([]);
    expect(await told({ ...mara, assignments: [{ role: 'administrator', office: null, locale: null }] })).toEqual([]);
  });

  test('have the headline that is public where a correction was discarded, and none for whom the release is not', async () => {
    const { deps, save, release, told } = await openTasks(open);
    done(await correctDraft(deps, { by: ines, release, locale: 'fr', change: correction }));
    done(await save(mara, release, 3, ferryText({ headline: 'Le bac attend' }), 'fr'));
    expect(await told(translator, 1)).toEqual(['03-01 fr Le bac attend']);
    done(await discardDrafts(deps, { by: ines, release, texts: [{ locale: 'fr', revision: 4 }] }));
    expect(await told(translator, 1)).toEqual(['03-01 fr Le bac']);
    done(await limitReaders(deps, { by: tomas, release, people: [tomas.id] }));
    expect(await told(translator)).toEqual([]);
  });
});
