import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { startCommand } from '../../src/cli/start-command.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import type { LossReport } from '../../src/transfer/import-batch.ts';
import { importListing } from '../../src/transfer/import-listing.ts';
import { describeReport } from '../../src/transfer/loss-report.ts';
import { archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const listing = `What the port decides, and what it regrets.

1. Ferry to be replaced
12 March 2099
A new one is being built.

2. Harbour fees for 2019
4 January 2019
They stay as they are.
`;
const folder = mkdtempSync(join(tmpdir(), 'dateline-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

eachEngine('a list with a date still to come', (open) => {
  test('moves in without that item, which is named with its line; the text above the items is shown', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    const order = { files: [fileOf(listing, 'list.txt')], office: 'PORT', locale: 'en' };
    const [report] = (await importListing(archiveDeps(engine), order)) as [LossReport];
    expect(report).toMatchObject({
      imported: 1,
      warnings: { 'in-the-future': 1 },
      leftOut: [
        { line: 3, headline: 'Ferry to be replaced', why: expect.stringContaining('2099-03-12 is still to come') },
      ],
      outside: [{ line: 1, text: 'What the port decides, and what it regrets.', isAbove: true }],
    });
    const said = describeReport(report).join('\n');
    expect(said).toContain('left out, line 3: 2099-03-12 is still to come');
    expect(said).toContain('What the port decides, and what it regrets.');
    expect(said).toContain('bin/dateline office PORT --introduction en="…"');
    expect(said).not.toMatch(/[{}]/);
  });
});

test('the dry run warns of it, and shows the text above the items', async () => {
  const file = join(folder, 'list.txt');
  writeFileSync(file, listing);
  const typed = async (...words: string[]) => {
    const said: string[] = [];
    const print = (line: string) => said.push(line);
    const rest = { variables: {}, remark: print, onInterrupt: () => () => {}, leave: () => {} };
    expect(await startCommand(commands, { words, print, ...rest })).toBe(0);
    return said;
  };
  const said = (await typed('import', file, '--locale', 'en', '--dry-run')).join('\n');
  expect(said).toContain('line 3: in-the-future: 2099-03-12 is still to come.');
  expect(said).toContain('What the port decides, and what it regrets.');
  expect(said).toContain('bin/dateline office CODE --introduction en="…"');
  const [first = '', ...others] = await typed('import', file, '--locale', 'en', '--dry-run', '--json');
  expect(JSON.parse(first)).toMatchObject({ date: '2099-03-12', warnings: ['in-the-future'] });
  expect(others).toHaveLength(1);
});
