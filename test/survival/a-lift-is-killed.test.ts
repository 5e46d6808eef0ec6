import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { openMedia } from '../../src/media/media.ts';
import { openNewsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { ferryText, quayPicture } from '../support/desk-cast.ts';
import { eachKept, type KeptNewsroom } from '../support/kept-newsroom.ts';
import { openLifting, releaseId } from '../support/open-lifting.ts';

const root = join(import.meta.dirname, '..', '..');
// PostgreSQL goes by a clock of its own: the one is long past, the other far ahead.
const nine = instantOf('2024-03-04T09:00:00Z');
const someDay = instantOf('2999-03-04T09:00:00Z');
const BUNDLED = 2;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
});

/** A bundle of two texts, one with a picture, due at nine, and another that is due some day; nothing public yet. */
async function fill({ data, database }: KeptNewsroom): Promise<void> {
  const blue = { width: 600, height: 400, channels: 3 as const, background: '#16a' };
  const media = openMedia(join(data, 'media'));
  const kept = await media.keep(await sharp({ create: blue }).jpeg().toBuffer());
  const engine = await openDatabase({ database, publishedDatabase: null });
  const at = await openLifting(engine, fixedClock('2024-03-04T08:00:00Z'));
  const picture = quayPicture(1, kept);
  await engine.inTransaction((tx) => at.desk.pictures.add(tx, picture));
  await at.bundle('budget');
  const content = ferryText({ pictures: [{ picture: picture.id, alt: 'The quay', caption: '' }] });
  const first = await at.approved(releaseId(1), { bundle: 'budget', content });
  await at.approved(releaseId(1), { bundle: 'budget', locale: 'fr' });
  expect(await at.schedule(first, nine)).toMatchObject({ ok: true });
  expect(await at.schedule(await at.approved(releaseId(2)), someDay)).toMatchObject({ ok: true });
  await engine.close();
}

interface Ended {
  readonly signal: string | null;
  readonly told: { writes: number; lifted: number; refused: number; failed: number } | null;
}

function lift({ data, database }: KeptNewsroom, killedBefore = 0, copies = ''): Promise<Ended> {
  const script = join(root, 'test', 'support', 'lift-until-killed.ts');
  const words = [script, data, database, nine, String(killedBefore), copies];
  return new Promise((resolve) => {
    execFile(process.execPath, words, (error, said) => {
      resolve({ signal: error?.signal ?? null, told: said === '' ? null : JSON.parse(said) });
    });
  });
}

async function lookAt({ database }: KeptNewsroom) {
  const engine = await openDatabase({ database, publishedDatabase: null });
  try {
    const count = async (table: 'edition' | 'asset' | 'lift' | 'outbox') =>
      (await engine.newsroom.selectFrom(table).selectAll().execute()).length;
    const drafts = await engine.newsroom.selectFrom('draft').select('state').execute();
    return {
      ...{ editions: await count('edition'), assets: await count('asset') },
      ...{ lifts: await count('lift'), outbox: await count('outbox') },
      published: drafts.filter(({ state }) => state === 'published').length,
    };
  } finally {
    await engine.close();
  }
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const nothing = { editions: 0, assets: 0, lifts: 0, outbox: 0, published: 0 };
const all = { editions: BUNDLED, assets: 1, lifts: BUNDLED, outbox: BUNDLED, published: BUNDLED };

eachKept('a lift', (make) => {
  let whole: KeptNewsroom;
  beforeAll(async () => {
    whole = await make();
    await fill(whole);
  });

  test('that is killed at any of its writes leaves nothing or all, and the next start lifts the whole', async () => {
    const complete = await whole.copy();
    const copies = mkdtempSync(join(tmpdir(), 'dateline-copies-'));
    const { told } = await lift(complete, 0, copies);
    expect(told).toMatchObject({ lifted: BUNDLED, refused: 0, failed: 0 });
    expect(await lookAt(complete)).toEqual(all);
    await complete.discard();
    const writes = told?.writes ?? 0;
    expect(writes).toBeGreaterThan(20);

    // The last is killed while its commit is under way.
    const waiting = Array.from({ length: writes + 1 }, (_, index) => index + 1);
    const { lyingIn } = whole;
    const killed = [1, writes, writes + 1];
    const stopNext = async () => {
      for (let write = waiting.shift(); write !== undefined; write = waiting.shift()) {
        if (lyingIn === null || killed.includes(write)) await goOn(write, await killedBefore(whole, write));
        if (lyingIn !== null) await goOn(write, lyingIn(join(copies, String(write))));
      }
    };
    await Promise.all([stopNext(), stopNext()]);
    rmSync(copies, { recursive: true });
  }, 600_000);

  test('by several processes at the same instant is one lift', async () => {
    const several = await whole.copy();
    const ended = await Promise.all([lift(several), lift(several), lift(several)]);
    expect(ended.map(({ told }) => told?.failed)).toEqual([0, 0, 0]);
    expect(ended.map(({ told }) => told?.lifted).sort()).toEqual([0, 0, BUNDLED]);
    expect(await lookAt(several)).toEqual(all);
    const words = ['check', '--data', several.data, '--database', several.database];
    expect(execFileSync(join(root, 'bin', 'dateline'), words, { encoding: 'utf8' })).toContain('no difference');
    await several.discard();
  });
});

async function killedBefore(whole: KeptNewsroom, write: number): Promise<KeptNewsroom> {
  const kept = await whole.copy();
  expect(await lift(kept, write)).toEqual({ signal: 'SIGKILL', told: null });
  await kept.settled();
  return kept;
}

/** Looks at what a lift has left that was stopped before this write, and starts over it. */
async function goOn(write: number, kept: KeptNewsroom): Promise<void> {
  const left = await lookAt(kept);
  expect({ write, left }).toEqual({ write, left: left.editions === 0 ? nothing : all });

  const { data, database } = kept;
  const settings = { data, database, databasePublic: null, origin: 'http://calder.test' };
  const around = { clock: fixedClock(nine), newId, log: silent };
  const newsroom = await openNewsroom({ ...settings, cacheBytes: 0, pageFiles: false }, around);
  const { lifted, refused, failed } = await newsroom.liftDue();
  const differences = [];
  for await (const one of newsroom.check()) differences.push(one);
  await newsroom.close();
  expect({ write, refused, failed, differences }).toEqual({ write, refused: [], failed: [], differences: [] });
  expect(lifted).toHaveLength(left.editions === 0 ? BUNDLED : 0);
  expect({ write, left: await lookAt(kept) }).toEqual({ write, left: all });
  await kept.discard();
}
