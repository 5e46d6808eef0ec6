import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { pressKitRoutes } from '../../src/syndication/press-kit/press-kit-routes.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';
import { readZip } from '../support/read-zip.ts';
import { visitor } from '../support/small-newsroom.ts';

const picture = '01900000-0000-7000-8000-00000000a55e';
const original = Buffer.alloc(70_000, 'a quay ');

eachEngine('a press kit', (open) => {
  test('has the words, the notes and the originals of its edition', async () => {
    const engine = await open();
    const deps = archiveDeps(engine);
    const rights = {
      credit: '© Ann',
      creator: 'Ann Other',
      agency: null,
      copyrightHolder: 'Port',
      copyrightYear: 2011,
    };
    const [act] = actsOf(1);
    if (act?.kind !== 'edition') throw new TypeError('the first act of a release is an edition');
    const shown = {
      ...act,
      headline: 'The quay 码头',
      pictures: [{ asset: picture, alt: 'A quay', caption: 'Low tide' }],
    };
    const asset = { kind: 'asset' as const, id: picture, ...rights, usageTerms: 'News only' };
    const lines = [portOffice, { ...asset, original: original.toString('base64') }, shown];
    await importArchive(deps, fileOf(archiveOf(lines), 'archive.ndjson', 65_536));

    const originals = {
      bytesKept: async (hash: string) => deps.originals.get(hash)?.length ?? null,
      read: (hash: string) => Readable.from([deps.originals.get(hash) ?? ''], { objectMode: false }),
    };
    const settings = { origin: 'https://newsroom.example', clock: fixedClock('2026-11-24T12:00:00Z'), originals };
    const visit = visitor(pressKitRoutes(publishedQueries(engine.published, engine.publicVersion), settings));
    const led = await visit('/en/releases/port-2010-1/press-kit.zip');
    const answer = await visit(led?.headers?.['location'] ?? '');
    const body = answer?.body;
    if (typeof body !== 'object' || !('open' in body)) throw new TypeError('no archive was answered');
    const bytes = await buffer(body.open());
    expect(bytes.length).toBe(body.bytes);
    const [text, page, first, note, ...others] = await readZip(bytes);
    expect(others).toEqual([]);
    expect(String(text?.bytes)).toContain('The quay 码头');
    expect(String(page?.bytes)).toContain('<h1>The quay 码头</h1>');
    expect(first?.bytes.equals(original)).toBe(true);
    expect(String(note?.bytes)).toContain('Caption: Low tide\nWhat is to be seen: A quay\nCreator: Ann Other\n');
    expect(String(note?.bytes)).toContain('Copyright: © 2011 Port\nTerms of use: News only\n');
  });
});
