import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { openMedia } from '../../src/media/media.ts';
import { openNewsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { instantOf } from '../../src/platform/instant.ts';
import { ferryText, quayPicture } from '../support/desk-cast.ts';
import { openLifting, releaseId } from '../support/open-lifting.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'dateline-survival-'));
const whole = join(folder, 'whole');
const nine = instantOf('2026-03-02T09:00:00Z');
const BUNDLED = 2;

/** A bundle of two texts, one with a picture, due at nine; nothing public yet. */
beforeAll(async () => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
  const blue = { width: 600, height: 400, channels: 3 as const, background: '#16a' };
  const media = openMedia(join(whole, 'media'));
  const { rights: _, ...kept } = await media.keep(await sharp({ create: blue }).jpeg().toBuffer());
  const engine = await openDatabase({ database: join(whole, 'newsroom.sqlite'), publishedDatabase: null });
  const at = await openLifting(engine, fixedClock('2026-03-02T08:00:00Z'));
  const picture = quayPicture(1, kept);
  await engine.inTransaction((tx) => at.desk.pictures.add(tx, picture));
  await at.bundle('budget');
  const content = ferryText({ pictures: [{ picture: picture.id, alt: 'The quay', caption: '' }] });
  const first = await at.approved(releaseId(1), { bundle: 'budget', content });
  await at.approved(releaseId(1), { bundle: 'budget', locale: 'fr' });
  expect(await at.schedule(first, nine)).toMatchObject({ ok: true });
  await engine.close();
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly signal: string | null;
  readonly told: { writes: number; lifted: number; refused: number; failed: number } | null;
}

function lift(data: string, killedBefore = 0): Promise<Ended> {
  const words = [join(root, 'test', 'support', 'lift-until-killed.ts'), data, nine, String(killedBefore)];
  return new Promise((resolve) => {
    execFile(process.execPath, words, (error, said) => {
      resolve({ signal: error?.signal ?? null, told: said === '' ? null : JSON.parse(said) });
    });
  });
}

function copy(name: string): string {
  const data = join(folder, name);
  cpSync(whole, data, { recursive: true });
  return data;
}

async function lookAt(data: string) {
  const engine = await openDatabase({ database: join(data, 'newsroom.sqlite'), publishedDatabase: null });
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

const check = (data: string) =>
  execFileSync(join(root, 'bin', 'dateline'), ['check', '--data', data], { encoding: 'utf8', stdio: 'pipe' });

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const settingsFor = (data: string) => ({
  ...{ data, database: join(data, 'newsroom.sqlite'), databasePublic: null, origin: 'http://calder.test' },
  ...{ cacheBytes: 0, pageFiles: false },
});

const nothing = { editions: 0, assets: 0, lifts: 0, outbox: 0, published: 0 };
const all = { editions: BUNDLED, assets: 1, lifts: BUNDLED, outbox: BUNDLED, published: BUNDLED };

test('a lift that is killed at any of its writes leaves nothing or all, and the next start lifts the whole', async () => {
  const complete = copy('complete');
  const { told } = await lift(complete);
  expect(told).toMatchObject({ lifted: BUNDLED, refused: 0, failed: 0 });
  expect(await lookAt(complete)).toEqual(all);
  const writes = told?.writes ?? 0;
  expect(writes).toBeGreaterThan(20);

  const waiting = Array.from({ length: writes }, (_, index) => index + 1);
  const killNext = async () => {
    for (let write = waiting.shift(); write !== undefined; write = waiting.shift()) await killBefore(write);
  };
  await Promise.all([killNext(), killNext()]);
}, 600_000);

async function killBefore(write: number): Promise<void> {
  const data = copy(`killed-${write}`);
  expect(await lift(data, write)).toEqual({ signal: 'SIGKILL', told: null });
  const left = await lookAt(data);
  expect({ write, left }).toEqual({ write, left: left.editions === 0 ? nothing : all });

  const newsroom = await openNewsroom(settingsFor(data), { clock: fixedClock(nine), newId, log: silent });
  const { lifted, refused, failed } = await newsroom.liftDue();
  const differences = [];
  for await (const one of newsroom.check()) differences.push(one);
  await newsroom.close();
  expect({ write, refused, failed, differences }).toEqual({ write, refused: [], failed: [], differences: [] });
  expect(lifted).toHaveLength(left.editions === 0 ? BUNDLED : 0);
  expect({ write, left: await lookAt(data) }).toEqual({ write, left: all });
  rmSync(data, { recursive: true, force: true });
}

test('several processes that lift at the same instant lift once', async () => {
  const data = copy('several');
  const ended = await Promise.all([lift(data), lift(data), lift(data)]);
  expect(ended.map(({ told }) => told?.failed)).toEqual([0, 0, 0]);
  expect(ended.map(({ told }) => told?.lifted).sort()).toEqual([0, 0, BUNDLED]);
  expect(await lookAt(data)).toEqual(all);
  expect(check(data)).toContain('no difference');
}, 180_000);
