import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { civilDayOf } from '../../src/platform/instant.ts';
import { type Foreseen, foreseeListing } from '../../src/transfer/foresee-listing.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { importListing } from '../../src/transfer/import-listing.ts';
import { readListing } from '../../src/transfer/listing/read-listing.ts';
import { archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

type File = ReturnType<typeof fileOf>;
const whose = { office: 'PORT', locale: 'en' };

const listOf = (items: readonly string[], name: string) =>
  fileOf(items.map((item, index) => `${index + 1}. ${item}\n`).join('\n'), name);

/** 260 items of 26 days, newest on top; every fifth headline stands twice on its day. */
const items = Array.from({ length: 260 }, (_, place) => {
  const day = String(28 - Math.floor(place / 10)).padStart(2, '0');
  return `Buoy ${place % 5 === 4 ? place - 1 : place} lit\n${day} May 2018\nIt is seen from ${place} miles.`;
});

async function foreseenOf(engine: Engine, files: readonly File[]): Promise<Foreseen['outcome'][]> {
  const foresight = foreseeListing(archiveDeps(engine), { ...whose, today: civilDayOf('2026-11-24') });
  const outcomes: Foreseen['outcome'][] = [];
  for (const file of files) {
    for await (const event of foresight.look(readListing(() => file.open(), whose)))
      if (event.kind === 'item') outcomes.push(event.foreseen.outcome);
  }
  return outcomes;
}

const count = (outcomes: readonly Foreseen['outcome'][]) => [
  ...(['new', 'here', 'left-out'] as const).map((kind) => outcomes.filter((one) => one === kind).length),
];

async function moveIn(engine: Engine, files: readonly File[]): Promise<number[]> {
  const reports = await importListing(archiveDeps(engine), { ...whose, files });
  const sum = (of: 'imported' | 'alreadyHere' | 'leftOutCount') => reports.reduce((all, one) => all + one[of], 0);
  return [sum('imported'), sum('alreadyHere'), sum('leftOutCount')];
}

eachEngine('the dry run of a list', (open) => {
  test.each([
    ['one file', (): File[] => [listOf(items, 'all.txt')]],
    ['files that overlap', () => [listOf(items.slice(0, 150), 'new.txt'), listOf(items.slice(120), 'old.txt')]],
    [
      'files of which one was mended',
      () => [
        listOf(
          items.slice(0, 40).map((item) => item.replace('miles', 'knots')),
          'new.txt',
        ),
        listOf(items, 'old.txt'),
      ],
    ],
    ['a file with items that have no day', () => [listOf([...items.slice(0, 9), 'Tides\nThey turn.'], 'new.txt')]],
  ])('foresees what the import then does: %s', async (_, filesOf) => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    await moveIn(engine, [listOf(items.slice(30, 35), 'before.txt')]);
    const files = filesOf();

    const foreseen = count(await foreseenOf(engine, files));
    const done = await moveIn(engine, files);
    expect(foreseen).toEqual(done);
    expect(count(await foreseenOf(engine, files))).toEqual([0, done[0]! + done[1]!, done[2]]);
  });
});
