import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { formatReference } from '../../src/published/reference.ts';
import { type ArchiveLine, writeLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { importListing } from '../../src/transfer/import-listing.ts';
import { actsOf, archiveDeps, archiveOf, exported, fileOf, pictureLine, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';
import { testOnThePage, thePage } from '../support/the-page.ts';

const listing = `Press releases

What the port has said.

1. Ferry to run at night

   12 March 2019

   From Monday the ferry crosses until two in the morning.

2. © Ann Other / PORT 2024

   New pier opens

   12 March 2019

   The pier is open.

3. Harbour fees for 2019

   04 January 2019
`;

eachEngine('an archive', (open) => {
  test('export, import into an empty newsroom and export give identical bytes', async () => {
    const first = await open();
    const deps = archiveDeps(first);
    const lines = [portOffice, pictureLine(1), ...Array.from({ length: 60 }, (_, n) => actsOf(n + 1)).flat()];
    const report = await importArchive(deps, fileOf(archiveOf(lines)));
    expect(report).toMatchObject({ alreadyHere: 0, interrupted: false, leftOutCount: 0, imported: lines.length - 2 });
    const bytes = await exported(first, deps.originals);

    const second = await open();
    const again = archiveDeps(second);
    await importArchive(again, fileOf(bytes));
    expect(await exported(second, again.originals)).toBe(bytes);
    expect(await differences(second)).toEqual([]);
  });

  test('takes its pins along, and one that cannot stand here is passed over', async () => {
    const first = await open();
    const deps = archiveDeps(first);
    const pin = (n: number, list: string, minute: number): ArchiveLine => ({
      ...{
        kind: 'pin',
        list,
        release: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        at: `2026-11-20T09:0${minute}:00.000Z`,
      },
    });
    const pins = [pin(2, 'office:PORT', 3), pin(3, 'organisation', 1), pin(1, 'organisation', 2)];
    const lines = [portOffice, ...Array.from({ length: 4 }, (_, n) => actsOf(n + 1)).flat()];
    const stray = [pin(900, 'organisation', 4), pin(1, 'country:CN', 5)];
    const report = await importArchive(deps, fileOf(archiveOf([...lines, ...pins, ...stray])));
    expect(report.others).toEqual({ office: 1, pin: 3 });
    const bytes = await exported(first, deps.originals);
    expect(bytes.split('\n').filter((line) => line.includes('"pin"'))).toEqual(pins.map(writeLine));

    const second = await open();
    await importArchive(archiveDeps(second), fileOf(bytes));
    expect((await importArchive(archiveDeps(second), fileOf(bytes))).others).toEqual({});
    expect(await exported(second, new Map())).toBe(bytes);
    expect(await differences(second)).toEqual([]);
    await second.newsroom.updateTable('pin').set({ list: 'type:speech' }).where('list', '=', 'office:PORT').execute();
    expect(await differences(second)).toEqual([expect.objectContaining({ problem: 'is not on that list' })]);
  });

  test('that was cut off between two lines is refused, and nothing of it is written', async () => {
    const first = await open();
    const deps = archiveDeps(first);
    await importArchive(deps, fileOf(archiveOf([portOffice, ...actsOf(1), ...actsOf(2)])));
    const whole = await exported(first, deps.originals);
    const lines = whole.trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['{"kind":"archive"}', `{"kind":"end","lines":${lines.length - 2}}`]);

    const second = await open();
    const fileWith = (some: readonly string[]) => fileOf(some.map((line) => `${line}\n`).join(''));
    for (let count = 2; count < lines.length; count += 1) {
      const refusal = importArchive(archiveDeps(second), fileWith(lines.slice(0, count)));
      await expect(refusal).rejects.toThrow(new RegExp(`^Line ${count}: the archive has no last line .*cut off`));
    }
    for (const broken of [lines.toSpliced(2, 1), lines.slice(1), [...lines.slice(0, -1), ...lines]]) {
      await expect(importArchive(archiveDeps(second), fileWith(broken))).rejects.toMatchObject({
        code: 'IMPORT_LINE_INVALID',
      });
    }
    expect(await exported(second, new Map())).toBe('');
    // As an older version wrote it; and two after one another.
    expect(await importArchive(archiveDeps(second), fileWith(lines.slice(1, -1)))).toMatchObject({ imported: 3 });
    expect(await importArchive(archiveDeps(second), fileWith([...lines, ...lines]))).toMatchObject({ imported: 0 });
  });

  test('a second run changes nothing and says so', async () => {
    const engine = await open();
    const file = fileOf(archiveOf([portOffice, ...actsOf(6), ...actsOf(11)]));
    await importArchive(archiveDeps(engine), file);
    const before = await exported(engine, new Map());
    expect(await importArchive(archiveDeps(engine), file)).toMatchObject({ imported: 0, alreadyHere: 5 });
    expect(await exported(engine, new Map())).toBe(before);
  });

  test('an interrupted import goes on where it stopped, to the same archive', async () => {
    const texts = (from: number) => Array.from({ length: 60 }, (_, n) => actsOf(from + n)).flat();
    // A picture ends what goes in at once.
    const lines = [portOffice, ...texts(1), pictureLine(1), ...texts(61), pictureLine(2), ...texts(121)];
    const file = fileOf(archiveOf(lines), 'a', 4096);
    const whole = await open();
    await importArchive(archiveDeps(whole), file);
    const engine = await open();
    for (const more of [0, 1]) {
      expect(await importArchive(archiveDeps(engine, more), file)).toMatchObject({ interrupted: true });
    }
    expect(await importArchive(archiveDeps(engine), file)).toMatchObject({ interrupted: false });
    expect(await exported(engine, new Map())).toBe(await exported(whole, new Map()));
    expect(await differences(engine)).toEqual([]);
  });

  test('a fault anywhere in the file leaves the newsroom as it was, and names the line', async () => {
    const engine = await open();
    const good = archiveOf([portOffice, ...actsOf(1)]);
    const bad: [string | Buffer, RegExp][] = [
      [`${good}{"kind":"edition"}\n`, /Line 3: the line: “release” is missing/],
      [`${good}not json\n`, /Line 3: it is not JSON/],
      [`${good}{"kind":"edition","rel`, /Line 3: .*cut off/],
      [`${good}{"kind":"poem"}\n`, /Line 3: "kind" must be one of/],
      [Buffer.concat([Buffer.from(good), Buffer.from([0xff, 0xfe, 10])]), /Line 3: it is not UTF-8/],
      [`${good}${archiveOf(actsOf(2)).replace('2010-03-11', '2031-03-11')}`, /Line 3: at: .*still to come/],
      [`${good}{"kind":"\0"}\n`, /Line 3: .*NUL/],
      [`${good}${archiveOf(actsOf(2)).replace('"PORT"', '"NONE"')}`, /Line 3: There is no office NONE/],
      [`${good}${archiveOf(actsOf(2)).replace('Ferry 2 ', '\\ud800')}`, /Line 3: headline: .*surrogate/],
    ];
    for (const [text, message] of bad) {
      await expect(importArchive(archiveDeps(engine), fileOf(text))).rejects.toThrow(message);
      expect(await exported(engine, new Map())).toBe('');
    }
  });

  test('a list page moves in oldest first, keeps its order within a day, and a second run changes nothing', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    const order = { files: [fileOf(listing, 'list.txt')], office: 'PORT', locale: 'en' };
    const [report] = await importListing(archiveDeps(engine), order);
    expect(report?.imported).toBe(3);
    expect(report?.warnings).toMatchObject({ 'credit-year-after-release': 1, 'no-summary': 1 });

    const published = publishedQueries(engine.published, engine.publicVersion);
    const page = await published.newestPage({ kind: 'office', code: 'PORT' }, 'en');
    expect(page.items.map((item) => [formatReference(item.reference), item.text?.headline])).toEqual([
      ['PORT/2019/3', 'Ferry to run at night'],
      ['PORT/2019/2', 'New pier opens'],
      ['PORT/2019/1', 'Harbour fees for 2019'],
    ]);
    expect(page.items[1]?.text?.picture?.asset).toMatchObject({ creator: 'Ann Other', credit: '© Ann Other / PORT' });
    expect(page.items[1]?.text?.picture?.asset.copyrightYear).toBeNull();
    expect(await importListing(archiveDeps(engine), order)).toMatchObject([{ imported: 0, alreadyHere: 3 }]);
    expect(await differences(engine)).toEqual([]);
    const outbox = await engine.newsroom.selectFrom('outbox').selectAll().execute();
    expect(outbox).toEqual([]);
  });

  testOnThePage('the page it was modelled on moves in: 20 releases, 13 of 2017 and 7 of 2016', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    const file = fileOf(readFileSync(thePage), 'seed.txt');
    const [report] = await importListing(archiveDeps(engine), { files: [file], office: 'PORT', locale: 'en' });
    expect(report).toMatchObject({ imported: 20, leftOutCount: 0 });
    expect(report?.warnings).toMatchObject({
      'credit-year-after-release': 3,
      'no-summary': 1,
      'hyphen-inside-word': 1,
    });
    const published = publishedQueries(engine.published, engine.publicVersion);
    const count = async (year: number) =>
      (await published.yearPage({ kind: 'organisation' }, 'en', year, null))?.items.length;
    expect([await count(2017), await count(2016)]).toEqual([13, 7]);
    const { items } = await published.newestPage({ kind: 'organisation' }, 'en');
    expect(items.map((item) => item.published.day).slice(0, 3)).toEqual(['2017-09-07', '2017-08-23', '2017-07-27']);
    expect(items.slice(18).map((item) => item.text?.headline.slice(0, 21))).toEqual([
      'ILO Director-General:',
      'ILO-China strategic p',
    ]);
  });
});

async function differences(engine: Engine): Promise<unknown[]> {
  const found = [];
  for await (const difference of checkPublished(checkReads(engine.newsroom))) found.push(difference);
  return found;
}
