import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { bulkFolder } from '../../src/api/bulk/bulk-folder.ts';
import { type BulkDeps, makeBulk } from '../../src/api/bulk/make-bulk.ts';
import { releaseWriter } from '../../src/api/releases/write-release.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { wholeReleaseQueries } from '../../src/published/whole-release.query.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const origin = 'https://newsroom.example';
const numbers = (from: number, length: number) => Array.from({ length }, (_, at) => from + at);

eachEngine('the archive as files', (open) => {
  /** Of 2010, 2011 and 2012. */
  async function newsroom() {
    const engine = await open();
    const deps = archiveDeps(engine);
    const [of2010, of2011, of2012] = [numbers(1, 25), numbers(51, 20), numbers(101, 10)];
    const lines = [...of2010, ...of2011, ...of2012].flatMap(actsOf);
    await importArchive(deps, fileOf(archiveOf([portOffice, ...lines]), 'archive.ndjson', 65_536));
    const path = mkdtempSync(join(tmpdir(), 'dateline-bulk-'));
    folders.push(path);
    const clock = fixedClock('2026-11-24T12:00:00Z');
    const releases = wholeReleaseQueries(engine.published);
    const making: BulkDeps = {
      ...{ releases, writer: releaseWriter(origin), folder: bulkFolder(path), clock, newId, origin },
      ...{ rest: async () => {}, isInterrupted: () => false },
    };
    return { deps, path, clock, releases, making };
  }
  type Newsroom = Awaited<ReturnType<typeof newsroom>>;

  const linesOf = ({ path }: Newsroom, file: string) => {
    const text = gunzipSync(readFileSync(join(path, file))).toString();
    return text.trimEnd().split('\n');
  };

  async function everyFileIsWhole(one: Newsroom) {
    const { years } = await one.making.folder.manifest();
    for (const { file, sha256, bytes, releases } of years) {
      const content = readFileSync(join(one.path, file));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content.length).toBe(bytes);
      expect(linesOf(one, file)).toHaveLength(releases);
    }
    expect(readdirSync(one.path).sort()).toEqual([...years.map(({ file }) => file), 'manifest.json'].sort());
    return years;
  }

  test('holds every release once, in the file of its year, as it is answered by its id', async () => {
    const one = await newsroom();
    expect(await makeBulk(one.making)).toEqual({ made: [2012, 2011, 2010], isWhole: true });
    const years = await everyFileIsWhole(one);
    expect(years.map(({ year, releases }) => [year, releases])).toEqual([
      [2010, 25],
      [2011, 20],
      [2012, 10],
    ]);
    for (const { year, file } of years) {
      for (const line of linesOf(one, file)) {
        const release = JSON.parse(line);
        expect(release.published.day.slice(0, 4)).toBe(String(year));
        const found = await one.releases.release(release.id);
        expect(found === null ? null : one.making.writer.release(found)).toEqual(release);
      }
    }
    expect((await one.making.folder.manifest()).sequence).toBe(await one.releases.sequence());
  });

  test('is made again for the years that changed, and for no other', async () => {
    const one = await newsroom();
    await makeBulk(one.making);
    const before = await everyFileIsWhole(one);
    expect(await makeBulk(one.making)).toEqual({ made: [], isWhole: true });

    one.clock.advanceTo('2026-11-25T12:00:00Z');
    await importArchive(one.deps, fileOf(archiveOf(actsOf(121))));
    expect(await makeBulk(one.making)).toEqual({ made: [2012], isWhole: true });
    const after = await everyFileIsWhole(one);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).toMatchObject({ releases: 11, madeAt: '2026-11-25T12:00:00.000Z' });

    // The same releases make the same bytes.
    rmSync(join(one.path, after[0]?.file ?? ''));
    expect(await makeBulk(one.making)).toEqual({ made: [2010], isWhole: true });
    expect((await everyFileIsWhole(one))[0]?.sha256).toBe(after[0]?.sha256);

    const moved = { ...one.making, origin: 'https://moved.example', writer: releaseWriter('https://moved.example') };
    expect(await makeBulk(moved)).toMatchObject({ made: [2012, 2011, 2010] });
  });

  test('loses the words of a retraction, and is known to be behind until it has', async () => {
    const one = await newsroom();
    await makeBulk(one.making);
    const release = '01900000-0000-7000-8000-000000000007';
    await retractRelease(one.deps.publishing, { release, locale: 'en', reason: 'It was false.', at: null });
    const [{ year = 0, sequence = 0, file = '' } = {}] = (await one.making.folder.manifest()).years;
    expect(linesOf(one, file).join()).toContain('Ferry 7 ');
    expect(await one.releases.isRetractedSince(year, sequence)).toBe(true);
    expect(await one.releases.isRetractedSince(2011, sequence)).toBe(false);

    expect(await makeBulk(one.making)).toMatchObject({ made: [2010] });
    const [made] = await everyFileIsWhole(one);
    expect(await one.releases.isRetractedSince(year, made?.sequence ?? 0)).toBe(false);
    const lines = linesOf(one, made?.file ?? '');
    expect(lines.join()).not.toContain('Ferry 7 ');
    expect(lines.join()).toContain('It was false.');
  });

  test('that is interrupted anywhere leaves the older files whole, and goes on where it was', async () => {
    const one = await newsroom();
    await makeBulk(one.making);
    const lines = [7, 57, 107].flatMap((n) => actsOf(n + 200));
    await importArchive(one.deps, fileOf(archiveOf(lines)));
    await importArchive(one.deps, fileOf(archiveOf([actsOf(130), actsOf(20 + 750), actsOf(5 + 750)].flat())));
    const outcomes = [];
    for (let patience = 0; outcomes.at(-1)?.isWhole !== true && patience < 50; patience += 1) {
      let asked = 0;
      const outcome = await makeBulk({ ...one.making, isInterrupted: () => (asked += 1) > patience });
      if (outcome.made === null) throw outcome;
      outcomes.push(outcome);
      await everyFileIsWhole(one);
    }
    expect(outcomes.length).toBeGreaterThan(4);
    expect(await makeBulk(one.making)).toEqual({ made: [], isWhole: true });
    const { years, sequence } = await one.making.folder.manifest();
    expect(sequence).toBe(await one.releases.sequence());
    expect(years.reduce((sum, { releases }) => sum + releases, 0)).toBe(61);
  });

  test('is made by one process at a time, and by another when that one has died', async () => {
    const one = await newsroom();
    writeFileSync(join(one.path, 'making'), '2026-11-24T11:59:00.000Z');
    writeFileSync(join(one.path, '2010-died.part'), 'half a file');
    expect(await makeBulk(one.making)).toEqual({ made: null, because: 'another-process-does' });
    one.clock.advanceTo('2026-11-24T12:01:01Z');
    expect(await makeBulk(one.making)).toMatchObject({ isWhole: true });
    await everyFileIsWhole(one);
  });

  test('of an older database is made anew: its acts would be others', async () => {
    const one = await newsroom();
    await makeBulk(one.making);
    const manifest = await one.making.folder.manifest();
    await one.making.folder.save({ ...manifest, sequence: manifest.sequence + 100 });
    expect(await makeBulk(one.making)).toMatchObject({ made: [2012, 2011, 2010] });
  });
});
