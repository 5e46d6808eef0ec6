import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import { retractRelease } from '../../src/releases/retract-release.ts';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

type Edition = Extract<ArchiveLine, { kind: 'edition' }>;

const PIER = '01900000-0000-7000-8000-0000000000a1';
const TOWER = '01900000-0000-7000-8000-0000000000a2';

const picture = (id: string): ArchiveLine => ({
  ...{ kind: 'asset', id, credit: '© Ann', creator: null, agency: null, original: null },
  ...{ copyrightHolder: null, copyrightYear: null, usageTerms: null },
});
const text = (n: number, pictures: Edition['pictures'], changes: Partial<Edition> = {}): Edition => {
  return { ...(actsOf(n)[0] as Edition), pictures, ...changes };
};
const shows = (asset: string, alt = '') => ({ asset, alt, caption: null });
const change = { kind: 'update' as const, note: 'Without the picture.', major: false };

eachEngine('a picture', (open) => {
  async function newsroomWith(lines: readonly ArchiveLine[]) {
    const engine = await open();
    const deps = archiveDeps(engine);
    await importArchive(deps, fileOf(archiveOf([portOffice, picture(PIER), picture(TOWER), ...lines])));
    const retract = (n: number, locale = 'en') =>
      retractRelease(deps.publishing, { release: text(n, []).release.id, locale, reason: 'False', at: null });
    return { engine, retract };
  }

  test('stays while any edition of any text shows it, and goes with the last', async () => {
    const { engine, retract } = await newsroomWith([
      text(1, [shows(PIER), shows(PIER, 'again')]),
      text(1, [shows(PIER)], { locale: 'mn' }),
      text(3, [shows(PIER), shows(TOWER)]),
      text(3, [], { change, at: '2025-01-01T00:00:00.000Z' }),
    ]);
    expect(await pictures(engine)).toEqual([PIER, TOWER]);
    for (const [n, locale, left] of [
      [1, 'en', [PIER, TOWER]],
      [3, 'en', [PIER]],
      [1, 'mn', []],
    ] as const) {
      expect(await retract(n, locale)).toMatchObject({ ok: true });
      expect(await pictures(engine)).toEqual(left);
      expect(await differences(engine)).toEqual([]);
    }
  });

  test('goes although another text speaks of it', async () => {
    const { engine, retract } = await newsroomWith([text(1, [shows(PIER)]), text(3, [shows(TOWER, `not ${PIER}`)])]);
    await retract(1);
    expect(await pictures(engine)).toEqual([TOWER]);
  });

  test('that is counted for a text too few or too many is found by the check', async () => {
    const { engine } = await newsroomWith([text(1, [shows(PIER)]), text(3, [shows(TOWER)])]);
    await engine.newsroom.updateTable('asset_shown').set({ asset: TOWER }).where('asset', '=', PIER).execute();
    expect(await differences(engine)).toMatchObject([{ problem: expect.stringContaining(PIER) }]);
    await engine.newsroom.deleteFrom('asset_shown').execute();
    expect(await differences(engine)).toHaveLength(3);
    expect((await differences(engine)).at(-1)).toMatchObject({ where: 'pictures' });
  });
});

async function pictures(engine: Engine): Promise<string[]> {
  const rows = await engine.newsroom.selectFrom('asset').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}

async function differences(engine: Engine): Promise<unknown[]> {
  const found = [];
  for await (const difference of checkPublished(checkReads(engine.newsroom))) found.push(difference);
  return found;
}
