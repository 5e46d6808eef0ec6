import { expect, test } from 'vitest';
import { publishedQueries } from '../../src/published/published.query.ts';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

const shanghai = { ...portOffice, timeZone: 'Asia/Shanghai' } as ArchiveLine;

eachEngine('a text', (open) => {
  async function newsroomWith(lines: readonly ArchiveLine[]) {
    const engine = await open();
    const deps = archiveDeps(engine);
    await importArchive(deps, fileOf(archiveOf([shanghai, ...lines])));
    return { deps, published: publishedQueries(engine.published, engine.publicVersion) };
  }

  test('is mapped with the time of its own language, as exactly as that is known', async () => {
    const [first, second] = actsOf(2);
    const later = { ...second, at: '2010-04-01T08:00:00.000Z' } as ArchiveLine;
    const { published } = await newsroomWith([first as ArchiveLine, later]);
    const [release] = await published.mapped(0, 10);
    expect(release?.languages).toMatchObject([
      {
        locale: 'en',
        published: { at: '2010-03-10T16:00:00.000Z', day: '2010-03-11', precision: 'day' },
        changedAt: '2010-03-10T16:00:00.000Z',
      },
      { locale: 'mn', published: { day: '2010-04-01', precision: 'instant' }, changedAt: '2010-04-01T08:00:00.000Z' },
    ]);
  });
});
