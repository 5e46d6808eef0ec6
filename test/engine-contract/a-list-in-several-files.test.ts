import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { formatReference } from '../../src/published/reference.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { importListing } from '../../src/transfer/import-listing.ts';
import { archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

/** Newest on top, four a day. */
const items = Array.from({ length: 50 }, (_, place) => {
  const day = String(28 - Math.floor(place / 4)).padStart(2, '0');
  return `Ferry ${50 - place} sails\n${day} March 2018\nIt leaves at ${50 - place}.\n`;
});
const fileWith = (from: number, until: number) => {
  const listed = items.slice(from, until).map((item, index) => `${index + 1}. ${item}`);
  return fileOf(listed.join('\n'), `page-${from}.txt`);
};
const whole = [fileWith(0, 50)];

async function openPort(engine: Engine) {
  await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
  const published = publishedQueries(engine.published, engine.publicVersion);
  return {
    moveIn: (files: readonly ReturnType<typeof fileOf>[]) =>
      importListing(archiveDeps(engine), { files, office: 'PORT', locale: 'en' }),
    async pages() {
      const pages = [];
      for (const number of [1, 2, 3]) {
        const page = await published.fixedPage({ kind: 'office', code: 'PORT' }, 'en', number);
        pages.push(page?.items.map(({ reference, text }) => `${formatReference(reference)} ${text?.headline}`));
      }
      return pages;
    },
  };
}

eachEngine('a list that lies in several files', (open) => {
  test('fills the pages that it would fill as one, within a day too, wherever it was cut', async () => {
    const one = await openPort(await open());
    await one.moveIn(whole);
    const several = await openPort(await open());
    const reports = await several.moveIn([fileWith(0, 7), fileWith(7, 26), fileWith(26, 50)]);
    expect(reports.map(({ file, imported }) => [file, imported])).toEqual([
      ...[
        ['page-0.txt', 7],
        ['page-7.txt', 19],
      ],
      ['page-26.txt', 24],
    ]);
    expect(await several.pages()).toEqual(await one.pages());
    expect((await several.pages()).map((page) => page?.length)).toEqual([20, 20, 10]);
  });

  test('has what stands in two of them once, and nothing the second time', async () => {
    const { moveIn, pages } = await openPort(await open());
    const files = [fileWith(0, 20), fileWith(17, 30), fileWith(30, 50)];
    const reports = await moveIn(files);
    expect(reports.map(({ imported, alreadyHere }) => imported + alreadyHere)).toEqual([20, 13, 20]);
    expect(reports.reduce((sum, { imported }) => sum + imported, 0)).toBe(50);
    expect(reports[1]?.warnings).toMatchObject({ 'same-day-duplicate': 3 });
    expect((await pages()).map((page) => page?.length)).toEqual([20, 20, 10]);
    expect((await moveIn(files)).map(({ imported, alreadyHere }) => [imported, alreadyHere])).toEqual([
      ...[
        [0, 20],
        [0, 13],
      ],
      [0, 20],
    ]);
  });

  test('has a headline of a day in two of them with two summaries once, and names the other', async () => {
    const { moveIn } = await openPort(await open());
    const page = (summary: string, more = '') => `1. Pier opened\n12 March 2018\n${summary}\n${more}`;
    const files = [fileOf(page('All met.'), 'new.txt'), fileOf(page('Everybody met.'), 'old.txt')];
    const [newer, older] = await moveIn(files);
    expect([newer?.imported, older?.imported]).toEqual([0, 1]);
    expect(newer?.leftOut).toEqual([
      { line: 1, headline: 'Pier opened', why: expect.stringContaining('Line 1 of old.txt has this day and headline') },
    ]);
    const [again] = await moveIn(files);
    expect(again?.leftOut[0]?.why).toContain('PORT/2018/1 has this day and headline');
  });

  test('goes on where it stopped, whatever file that was in', async () => {
    const engine = await open();
    const { moveIn } = await openPort(engine);
    const many = Array.from({ length: 260 }, (_, place) => {
      return `${place + 1}. Buoy ${260 - place} lit\n${String(28 - Math.floor(place / 10)).padStart(2, '0')} May 2018\nIt is.\n`;
    });
    const files = [fileOf(many.slice(0, 130).join('\n'), 'new.txt'), fileOf(many.slice(130).join('\n'), 'old.txt')];
    const order = { files, office: 'PORT', locale: 'en' };
    const cut = await importListing(archiveDeps(engine, 1), order);
    expect(cut.map(({ imported, interrupted }) => [imported, interrupted])).toEqual([
      [70, true],
      [130, true],
    ]);
    const rest = await moveIn(files);
    expect(rest.map(({ imported, alreadyHere }) => [imported, alreadyHere])).toEqual([
      [60, 70],
      [0, 130],
    ]);
  });

  test('changes nothing when its last file cannot be read', async () => {
    const { moveIn, pages } = await openPort(await open());
    await expect(moveIn([fileWith(0, 20), fileOf('Nothing but words here.', 'bad.txt')])).rejects.toThrow(/no number/);
    expect(await pages()).toEqual([undefined, undefined, undefined]);
  });
});
