import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import type { LossReport } from '../../src/transfer/import-batch.ts';
import { importListing } from '../../src/transfer/import-listing.ts';
import { describeReport } from '../../src/transfer/loss-report.ts';
import { archiveDeps, archiveOf, exported, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const list = (ferry: string, more = '') => `${more}1. Ferry to be replaced
12 March 2018
${ferry}

2. Tide tables
12 March 2018
For the east quay.

3. Tide tables
12 March 2018
For the west quay.
`;
const order = (text: string, locale = 'en') => ({ files: [fileOf(text, 'list.txt')], office: 'PORT', locale });
async function moveIn(engine: Engine, text: string, locale = 'en'): Promise<LossReport> {
  const [report] = await importListing(archiveDeps(engine), order(text, locale));
  return report as LossReport;
}

eachEngine('a list that was edited after it had moved in', (open) => {
  test('doubles nothing: what is here under its day and headline is left out by name', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    expect(await moveIn(engine, list('A new one is being build.'))).toMatchObject({ imported: 3, leftOutCount: 0 });

    const again = await moveIn(engine, list('A new one is being built.').replace('west quay', 'western quay'));
    expect(again).toMatchObject({ imported: 0, alreadyHere: 1, leftOutCount: 2 });
    expect(again.leftOut.map(({ line, headline }) => [line, headline])).toEqual([
      [9, 'Tide tables'],
      [1, 'Ferry to be replaced'],
    ]);
    expect(describeReport(again).join('\n')).toMatch(/left out, line 1: PORT\/2018\/\d has this day and headline and/);
  });

  test('takes what is new on it, even under a headline that is here', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    await moveIn(engine, list('A new one.'));
    const more =
      '1. Tide tables\n12 March 2018\nFor the north quay.\n\n1. Ferry to be replaced\n13 March 2018\nSoon.\n\n';
    expect(await moveIn(engine, list('A new one.', more))).toMatchObject({
      imported: 2,
      alreadyHere: 3,
      leftOutCount: 0,
    });
    expect(await moveIn(engine, list('A new one.', more))).toMatchObject({ imported: 0, alreadyHere: 5 });
    expect(await moveIn(engine, list('A new one.'), 'fr')).toMatchObject({ imported: 3 });
  });

  test('is known again where its releases came with an archive', async () => {
    const from = await open();
    await importArchive(archiveDeps(from), fileOf(archiveOf([portOffice])));
    await moveIn(from, list('A new one.'));
    const to = await open();
    await importArchive(archiveDeps(to), fileOf(await exported(from, new Map())));
    expect(await moveIn(to, list('A new one.'))).toMatchObject({ imported: 0, alreadyHere: 3, leftOutCount: 0 });
  });
});
