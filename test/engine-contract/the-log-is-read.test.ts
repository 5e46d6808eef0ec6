import { expect, test } from 'vitest';
import type { AuditQuery } from '../../src/desk/contract-looking-back.ts';
import { filterFor, readLines } from '../../src/desk/looking-back/read-log.ts';
import { referencesOf } from '../../src/desk/looking-back/references.query.ts';
import type { Person } from '../../src/people/person.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { approved, openDeskAtWork } from '../support/desk-at-work.ts';
import { ada, ferryText, ines, mara, somebody, wen } from '../support/desk-cast.ts';
import { done } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

async function openLog(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const { deps, begin, save, clock } = desk;
  const lines = (query: AuditQuery = {}, by: Person = ada) =>
    deps.inTransaction(async (tx) => {
      const filter = await filterFor(tx, by, query);
      return filter === null ? { lines: [], before: null } : readLines(tx, deps.audit, filter);
    });
  const acts = async (query: AuditQuery, by?: Person) =>
    (await lines(query, by)).lines.map(
      ({ entry, count }) => `${entry.name} ${entry.act}${count > 1 ? ` ${count}` : ''}`,
    );
  /** As the browser saves while somebody writes. */
  const write = async (by: Person, release: string, from: number, saves: number) => {
    for (let save_ = 0; save_ < saves; save_ += 1) {
      clock.advanceTo(new Date(Date.parse(clock.now()) + 4_000).toISOString());
      done(await save(by, release, from + save_, ferryText({ headline: `Ferry ${save_} ${by.name}` })));
    }
    return from + saves;
  };
  return { ...desk, begin, lines, acts, write };
}

eachEngine('the log', (open) => {
  test('is filtered by person, office, act and reference, and by all of them', async () => {
    const { deps, acts, write, begin } = await openLog(open);
    const [ferry, quay] = [await begin(mara), await begin(wen)];
    const revision = await write(mara, ferry, 1, 1);
    await approved(deps, ferry, revision);
    done(await publishDraft(deps, { by: ines, release: ferry, locale: 'en', revision, forced: null }));
    await write(wen, quay, 1, 1);
    expect(await acts({ person: wen.id })).toEqual(['Wen revised', 'Wen drafted']);
    expect(await acts({ person: 'clock' })).toEqual([]);
    expect(await acts({ act: 'drafted' })).toEqual(['Wen drafted', 'Mara drafted']);
    expect(await acts({ office: 'CO-BRUGES' })).toEqual([]);
    expect(await acts({ office: 'CALDER', act: 'published' })).toEqual(['Ines published']);
    for (const reference of ['CALDER/2026/1', ' calder-2026-1 ']) {
      expect(await acts({ reference, person: mara.id })).toEqual(['Mara submitted', 'Mara revised', 'Mara drafted']);
    }
    for (const reference of ['CALDER/2026/2', 'ferry', '']) expect(await acts({ reference })).toEqual([]);
    expect(await acts({ reference: 'CALDER/2026/1', release: quay })).toEqual([]);
    const known = await deps.inTransaction((tx) => referencesOf(tx, [ferry, quay]));
    expect([...known]).toEqual([[ferry, 'CALDER/2026/1']]);
  });

  test('of one office is what its administrator reads, whatever they ask for', async () => {
    const { acts, begin } = await openLog(open);
    await begin(mara);
    const bo = somebody(12, 'Bo', 'office-administrator', { office: 'CO-BRUGES' });
    const cai = somebody(11, 'Cai', 'office-administrator', { office: 'CALDER' });
    expect(await acts({}, cai)).toEqual(['Mara drafted']);
    expect(await acts({}, bo)).toEqual([]);
    expect(await acts({ office: 'CALDER' }, bo)).toEqual([]);
  });

  test('shows the saves of a sitting as one line, and keeps every one', async () => {
    const { deps, acts, write, begin } = await openLog(open);
    const [ferry, quay] = [await begin(mara), await begin(wen)];
    await write(mara, ferry, 1, 7);
    await write(wen, quay, 1, 3);
    await write(mara, ferry, 8, 2);
    expect(await acts({})).toEqual(['Mara revised 9', 'Wen revised 3', 'Wen drafted', 'Mara drafted']);
    const entries = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'revised' }, 99));
    expect(entries.map(({ number }) => number)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    const part = await deps.inTransaction((tx) => deps.audit.read(tx, { from: 4, before: 6 }, 99));
    expect(part.map(({ number }) => number)).toEqual([5, 4]);
  });

  test('has every entry on exactly one page, however many are gathered', async () => {
    const { lines, write, begin, deps, clock } = await openLog(open);
    const [ferry, quay] = [await begin(mara), await begin(wen)];
    let [atFerry, atQuay] = [1, 1];
    for (let hour = 0; hour < 65; hour += 1) {
      clock.advanceTo(new Date(Date.parse(clock.now()) + 3_600_000).toISOString());
      atFerry = await write(mara, ferry, atFerry, 2);
      atQuay = await write(wen, quay, atQuay, 3);
      atFerry = await write(mara, ferry, atFerry, 2);
    }
    const told: number[] = [];
    let pages = 0;
    for (let before: number | null | undefined; before !== null; pages += 1) {
      const page = await lines(before === undefined ? {} : { before });
      expect(page.lines.length).toBeLessThanOrEqual(100);
      told.push(page.lines.reduce((sum, { count }) => sum + count, 0));
      ({ before } = page);
    }
    const all = await deps.inTransaction((tx) => deps.audit.read(tx, {}, 9_999));
    expect(pages).toBe(2);
    expect(told.reduce((sum, count) => sum + count)).toBe(all.length);
  });
});
