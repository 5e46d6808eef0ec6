import { expect, test } from 'vitest';
import { publishedQueries } from '../../src/published/published.query.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
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

  test('that was retracted is read as what is left of it, in its place', async () => {
    const { deps, published } = await newsroomWith([...actsOf(1), ...actsOf(2), ...actsOf(3)]);
    const release = '01900000-0000-7000-8000-000000000002';
    await retractRelease(deps.publishing, { release, locale: 'en', reason: 'It was false.', at: null });
    const { items } = await published.newestPage({ kind: 'organisation' }, 'en');
    const texts = await published.fullTexts(items);
    const ids = texts.map((one) => (one.found === 'text' ? one.text.release : one.tombstone.release));
    expect(ids).toEqual(items.map((item) => item.release));
    expect(texts.find(({ found }) => found === 'tombstone')).toMatchObject({
      tombstone: {
        release,
        locale: 'en',
        published: { day: '2010-03-11', precision: 'day' },
        retractedAt: '2026-11-24T12:00:00.000Z',
        reason: 'It was false.',
        languages: [{ standing: 'retracted' }, { locale: 'mn', standing: 'published' }],
      },
    });
  });
});
