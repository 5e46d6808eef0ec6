import { expect, test } from 'vitest';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { describeReport } from '../../src/transfer/loss-report.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const organisation: ArchiveLine = {
  kind: 'organisation',
  names: { en: 'Port Authority' },
  introductions: {},
  locales: [{ locale: 'en', scope: 'any' }],
  defaultLocale: 'en',
  timeZone: 'Europe/London',
};
const topic = (code: string): ArchiveLine => ({ kind: 'topic', code, slug: code, names: { en: code } });
const words = { boilerplate: '<p>The port keeps the tide tables.</p>', contacts: '<p>Harbour office</p>' };
const foot: ArchiveLine = { kind: 'boilerplate', office: 'PORT', locale: 'en', from: '2010-01-01', ...words };
const rights = { creator: null, agency: null, copyrightHolder: null, copyrightYear: null, usageTerms: null };
const id = '01900000-0000-7000-8000-00000000000a';
const picture: ArchiveLine = { kind: 'asset', id, credit: '© Ann', ...rights, original: null };
const address: ArchiveLine = { kind: 'legacy-address', address: '/old', target: null };
const pattern: ArchiveLine = { kind: 'legacy-pattern', pattern: '^/news/[0-9]{1,4}$', target: null };

eachEngine('an import', (open) => {
  test('counts the lines that changed something and are no texts, and calls nothing unchanged that was changed', async () => {
    const engine = await open();
    const moveIn = async (lines: readonly ArchiveLine[]) =>
      importArchive(archiveDeps(engine), fileOf(archiveOf(lines)));
    const others = [organisation, portOffice, topic('tides'), topic('quays'), foot, picture, address, pattern];

    const first = await moveIn(others);
    expect(first).toMatchObject({
      imported: 0,
      others: {
        ...{ organisation: 1, office: 1, topic: 2, boilerplate: 1, asset: 1 },
        ...{ 'legacy-address': 1, 'legacy-pattern': 1 },
      },
    });
    const said = describeReport(first);
    expect(said).toContain(
      'Also came in: the organisation, 1 office, 2 topics, 1 boilerplate, 1 picture, 1 old address, 1 pattern of old addresses.',
    );
    expect(said.join()).not.toContain('Nothing changed');

    const again = await moveIn(others);
    expect(again.others).toEqual({});
    expect(describeReport(again)).toContain('Nothing changed: all of it was here.');

    const more = await moveIn([...others, topic('ferries'), ...actsOf(1)]);
    expect(more).toMatchObject({ imported: actsOf(1).length, others: { topic: 1 } });
    expect(describeReport(more)).toContain('Also came in: 1 topic.');
  });

  test('names the texts that are here in other words, and does not say that all of it was here', async () => {
    const engine = await open();
    const moveIn = async (lines: readonly ArchiveLine[]) =>
      importArchive(archiveDeps(engine), fileOf(archiveOf(lines)));
    // Translated, corrected, withdrawn and retracted ones are among them.
    const acts = [1, 12, 30, 110].flatMap((number) => actsOf(number));
    await moveIn([portOffice, ...acts]);
    const again = await moveIn([portOffice, ...acts]);
    expect([again.differing, again.alreadyHere]).toEqual([{ count: 0, named: [] }, acts.length]);

    const other = acts.map((act, at) => (at === 0 ? { ...act, headline: 'The ferry was late' } : act)) as ArchiveLine[];
    const report = await moveIn([portOffice, ...other]);
    expect(report).toMatchObject({ imported: 0, alreadyHere: acts.length });
    expect(report.differing).toEqual({ count: 1, named: [{ line: 2, headline: 'The ferry was late' }] });
    const said = describeReport(report);
    expect(said).toContain('Nothing changed: what was here stayed as it is.');
    expect(said.join('\n')).toContain('1 text is here in other words');
    expect(said).toContain('  here in other words, line 2: “The ferry was late”');
  });

  test('of a file without a line is refused like an empty list', async () => {
    const engine = await open();
    for (const nothing of ['', '\n \n']) {
      const refusal = importArchive(archiveDeps(engine), fileOf(nothing));
      await expect(refusal).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
    }
  });
});
