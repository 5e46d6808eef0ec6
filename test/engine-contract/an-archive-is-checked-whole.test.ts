import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import type { Fault } from '../../src/platform/faults.ts';
import { checkReads } from '../../src/published/check.query.ts';
import { checkPublished } from '../../src/published/check-published.ts';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { importArchive } from '../../src/transfer/import-archive.ts';
import { actsOf, archiveDeps, archiveOf, exported, fileOf, portOffice } from '../support/archives.ts';
import { eachEngine } from '../support/engines.ts';

type Edition = Extract<ArchiveLine, { kind: 'edition' }>;

const edition = (n: number, changes: Partial<Edition> = {}): Edition => ({ ...(actsOf(n)[0] as Edition), ...changes });
const numbered = (n: number, reference: string): Edition => {
  const one = edition(n);
  return { ...one, release: { ...one.release, reference } };
};
const correction = { kind: 'correction' as const, note: 'The hour was wrong.', major: true };
const withdrawal = (n: number, at = '2025-06-01T00:00:00.000Z'): ArchiveLine => {
  return { kind: 'withdrawal', release: edition(n).release.id, locale: 'en', at, reason: 'Out of date' };
};
const tombstone = (n: number): ArchiveLine => {
  const { release, locale, at } = edition(n);
  const ended = { kind: 'tombstone' as const, release, locale, slug: 'x', at };
  return { ...ended, retractedAt: '2025-06-01T00:00:00.000Z', reason: 'No', legacyPaths: [] };
};
const picture = (digit: string): ArchiveLine => ({
  kind: 'asset',
  id: `01900000-0000-7000-8000-00000000000${digit}`,
  ...{ credit: '© Ann', creator: null, agency: null, copyrightHolder: null, copyrightYear: null, usageTerms: null },
  original: null,
});
const shown = (digit: string) => [{ asset: `01900000-0000-7000-8000-00000000000${digit}`, alt: '', caption: null }];

/** The last line of each is at fault, whatever is here already. */
const faults: readonly [string, readonly ArchiveLine[], RegExp][] = [
  ['a picture nobody has brought', [edition(1, { pictures: shown('a') })], /picture \S+a is not here/],
  ['a correction of nothing', [edition(1, { change: correction })], /no first edition/],
  [
    'a correction in another language',
    [edition(1), edition(1, { locale: 'mn', change: correction })],
    /no first edition/,
  ],
  ['a withdrawal of nothing', [edition(1), withdrawal(2)], /no edition before/],
  ['a second end', [edition(1), withdrawal(1), { ...tombstone(1) }], /withdrawn before/],
  ['a correction after the end', [edition(1), withdrawal(1), edition(1, { change: correction })], /withdrawn before/],
  ['a tombstone of a text that is public', [edition(1), tombstone(1)], /public already/],
  ['a text after its tombstone', [tombstone(1), edition(1)], /retracted before/],
  ['a reference twice', [numbered(1, 'PORT/2010/7'), numbered(2, 'PORT/2010/7')], /PORT\/2010\/7 belongs to another/],
  ['a reference that was given out', [edition(1), numbered(2, 'PORT/2010/1')], /PORT\/2010\/1 belongs to another/],
  ['a path twice', [edition(1, { legacyPaths: ['/a'] }), edition(2, { legacyPaths: ['/a'] })], /\/a leads to another/],
  ['a headline on two lines', [edition(1, { headline: 'One\ntwo' })], /headline: it must be on one line/],
  [
    'a country twice',
    [{ ...edition(1), release: { ...edition(1).release, countries: ['MN', 'MN'] } }],
    /countries: .*twice/,
  ],
  ['a note without words', [edition(1), edition(1, { change: { ...correction, note: ' ' } })], /note: it is empty/],
  [
    'half a character in a caption',
    [edition(1, { pictures: [{ ...shown('a')[0], caption: '\ud800' }] as never })],
    /caption/,
  ],
  ['an address of our own', [edition(1, { legacyPaths: ['/en/releases/port-2010-1/x'] })], /gives out itself/],
  ['an end still to come', [edition(1), withdrawal(1, '2031-01-01T00:00:00Z')], /still to come/],
  [
    'a picture without bytes and credit',
    [{ ...picture('a'), credit: null } as ArchiveLine],
    /bytes, its credit or both/,
  ],
  ['a picture that is none', [withBytes('a', '')], /it is empty/],
  ['the same picture twice', [withBytes('a', 'AAAA'), withBytes('b', 'AAAA')], /under another id/],
  [
    'a slug twice',
    [{ ...(portOffice as Extract<ArchiveLine, { kind: 'office' }>), code: 'PIER' }],
    /port is the slug of PORT/,
  ],
  ...['..', '.', 'a/b', 'a?b', 'a b', '-a', 'a--b', ''].map((slug): (typeof faults)[number] => [
    `the slug “${slug}”`,
    [edition(1, { slug })],
    /slug: .*letters and digits/,
  ]),
  ['a topic whose slug leads elsewhere', [{ kind: 'topic', code: 'tides', slug: '..', names: {} }], /slug: .*letters/],
  ['a headline that nobody can see', [edition(1, { headline: '\u200b\u202e \u00ad' })], /headline: it is empty/],
  [
    'a country that is none',
    [{ ...edition(1), release: { ...edition(1).release, countries: ['ZZ'] } }],
    /ZZ.* country/,
  ],
  [
    'a topic nobody has brought',
    [{ ...edition(1), release: { ...edition(1).release, topics: ['no'] } }],
    /topic no is not/,
  ],
  ['words for an office nobody knows', [foot('PIER')], /no office PIER/],
];

function withBytes(digit: string, original: string): ArchiveLine {
  return { ...(picture(digit) as Extract<ArchiveLine, { kind: 'asset' }>), original };
}

function foot(office: string): ArchiveLine {
  return {
    kind: 'boilerplate',
    office,
    locale: 'en',
    from: '2010-01-01',
    boilerplate: '<p>x</p>',
    contacts: '<p>y</p>',
  };
}

eachEngine('an archive with a fault that only the whole shows', (open) => {
  test('is refused with its line and what to do, and nothing is written', async () => {
    const engine = await open();
    for (const [what, lines, words] of faults) {
      // Enough before it that a part of the file would have been written.
      const before = Array.from({ length: 20 }, (_, n) => actsOf(1_000 + n)).flat();
      const file = fileOf(archiveOf([portOffice, ...before, ...lines]));
      const refusal = importArchive(archiveDeps(engine), file);
      await expect(refusal, what).rejects.toMatchObject({ code: 'IMPORT_LINE_INVALID' });
      await expect(refusal, what).rejects.toThrow(words);
      await expect(refusal, what).rejects.toThrow(`Line ${1 + before.length + lines.length}: `);
      expect(await exported(engine, new Map()), what).toBe('');
    }
  });

  test('is refused for a picture that is brought too late', async () => {
    const engine = await open();
    const late = [portOffice, edition(1), edition(2, { pictures: shown('a') }), picture('a'), edition(3)];
    await expect(importArchive(archiveDeps(engine), fileOf(archiveOf(late)))).rejects.toThrow(/^Line 3: the picture/);
    expect(await exported(engine, new Map())).toBe('');
    // Once it is here, the order of the lines no longer matters.
    await importArchive(archiveDeps(engine), fileOf(archiveOf([picture('a')])));
    expect(await importArchive(archiveDeps(engine), fileOf(archiveOf(late)))).toMatchObject({ imported: 3 });
  });

  test('is refused for what is in the newsroom, too', async () => {
    const engine = await open();
    const first = [
      portOffice,
      picture('b'),
      withBytes('c', 'AAAA'),
      edition(1, { legacyPaths: ['/a'] }),
      edition(2),
      withdrawal(2),
    ];
    await importArchive(archiveDeps(engine), fileOf(archiveOf(first)));
    const before = await exported(engine, new Map());
    const cases: readonly [string, readonly ArchiveLine[], RegExp][] = [
      ['a path', [edition(3, { legacyPaths: ['/a'] })], /\/a leads to another/],
      ['a reference', [numbered(3, 'PORT/2010/1')], /PORT\/2010\/1 belongs to another/],
      ['a text that has ended', [edition(2, { change: correction })], /withdrawn before/],
      ['a text that is public', [tombstone(1)], /public already/],
      ['the bytes of a picture', [withBytes('d', 'AAAA')], /under another id/],
      [
        'a slug',
        [{ ...(portOffice as Extract<ArchiveLine, { kind: 'office' }>), code: 'PIER' }],
        /is the slug of PORT/,
      ],
    ];
    for (const [what, lines, words] of cases) {
      const file = fileOf(archiveOf([edition(4), ...lines]));
      await expect(importArchive(archiveDeps(engine), file), what).rejects.toThrow(words);
      expect(await exported(engine, new Map()), what).toBe(before);
    }
    // What is here counts: a picture, a text to correct, and all of the first file again.
    const more = [...first, edition(5, { pictures: shown('b') }), edition(1, { change: correction })];
    expect(await importArchive(archiveDeps(engine), fileOf(archiveOf(more)))).toMatchObject({
      imported: 2,
      alreadyHere: 3,
    });
    expect(await differences(engine)).toEqual([]);
  });

  test('moves in when every line has what it needs before it, with references kept and given out', async () => {
    const engine = await open();
    const lines = [
      portOffice,
      picture('c'),
      ...[numbered(1, 'PORT/2010/5'), edition(2), edition(1, { locale: 'mn', pictures: shown('c') }), edition(3)],
      ...[
        edition(1, { change: correction }),
        edition(1, { change: correction }),
        edition(1, { change: { ...correction, note: 'Also the day.' } }),
      ],
      ...[withdrawal(1), tombstone(4), edition(2)],
    ];
    const report = await importArchive(archiveDeps(engine), fileOf(archiveOf(lines)));
    expect(report).toMatchObject({ imported: 8, alreadyHere: 2 });
    expect(await differences(engine)).toEqual([]);
    const references = [...(await exported(engine, new Map())).matchAll(/"reference":"PORT\/2010\/(\d+)"/g)];
    expect([...new Set(references.map((found) => found[1]))]).toEqual(['5', '6', '7', '8']);
  });
});

eachEngine('any archive', (open) => {
  test('is refused before anything is written, or moves in to its end', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice])));
    let refused = 0;
    const oneFile = async (lines: readonly ArchiveLine[]) => {
      const before = await exported(engine, new Map());
      const report = await importArchive(archiveDeps(engine), fileOf(archiveOf(lines))).catch((error: Fault) => error);
      if (!(report instanceof Error)) return;
      expect(report).toMatchObject({ code: 'IMPORT_LINE_INVALID' });
      expect(await exported(engine, new Map())).toBe(before);
      refused += 1;
      // What stands before the line that is named has nothing wrong with it.
      const line = Number(report.detail['line']);
      await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice, ...lines.slice(0, line - 1)])));
    };
    // One newsroom for all files: what one has brought, the next one finds here.
    await fc.assert(fc.asyncProperty(fc.array(anyLine, { minLength: 1, maxLength: 8 }), oneFile), { numRuns: 60 });
    expect(await differences(engine)).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });
});

const anyLine: fc.Arbitrary<ArchiveLine> = fc
  .record({
    kind: fc.constantFrom('edition', 'edition', 'edition', 'withdrawal', 'tombstone', 'asset'),
    n: fc.integer({ min: 1, max: 25 }),
    locale: fc.constantFrom('en', 'mn', 'EN'),
    reference: fc.constantFrom(null, null, null, 'PORT/2010/1', 'PORT/2010/3', 'PORT/2010/40', 'port/2011/2'),
    year: fc.constantFrom('2010', '2011'),
    path: fc.option(fc.constantFrom('/a', '/b', '/c', '/d'), { freq: 4 }),
    digit: fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 6 }),
    change: fc.option(fc.constantFrom('one', 'two', 'three'), { freq: 3 }),
  })
  .map(({ kind, n, locale, reference, year, path, digit, change }): ArchiveLine => {
    if (kind === 'asset') return picture(digit ?? 'a');
    if (kind === 'withdrawal') return { ...(withdrawal(n) as Extract<ArchiveLine, { kind: 'withdrawal' }>), locale };
    const { release } = numbered(n, '');
    const one = {
      release: { ...release, reference },
      locale,
      at: `${year}-05-05`,
      legacyPaths: path === null ? [] : [path],
    };
    if (kind === 'tombstone') return { ...(tombstone(n) as Extract<ArchiveLine, { kind: 'tombstone' }>), ...one };
    const pictures = digit === null ? [] : shown(digit);
    return edition(n, { ...one, pictures, change: change === null ? null : { ...correction, note: change } });
  });

eachEngine('an archive that brings an office', (open) => {
  test('puts the releases that were here before on its list', async () => {
    const engine = await open();
    await importArchive(archiveDeps(engine), fileOf(archiveOf([portOffice, ...actsOf(4), ...actsOf(8)])));
    const pier = {
      ...(portOffice as Extract<ArchiveLine, { kind: 'office' }>),
      code: 'PIER',
      slug: 'pier',
      formerSlugs: ['jetty'],
      countries: ['MN'],
    };
    await importArchive(archiveDeps(engine), fileOf(archiveOf([pier, ...actsOf(12)])));
    expect(await differences(engine)).toEqual([]);
  });
});

async function differences(engine: Engine): Promise<unknown[]> {
  const found = [];
  for await (const difference of checkPublished(checkReads(engine.newsroom))) found.push(difference);
  return found;
}
