import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { fixedClock, systemClock } from '../../src/platform/clock.ts';
import { type Instant, instantOf } from '../../src/platform/instant.ts';
import { ferryText, ines } from '../support/desk-cast.ts';
import { eachKept, type KeptNewsroom } from '../support/kept-newsroom.ts';
import { openLifting, releaseId } from '../support/open-lifting.ts';

const root = join(import.meta.dirname, '..', '..');
const dateline = join(root, 'bin', 'dateline');
const TEXTS = 16;
/** By then both servers are up; should they not be, they lift at their start, and all that is said here holds as well. */
const LEAD_MILLISECONDS = 6_000;
const APART_MILLISECONDS = 250;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'ignore' });
});

interface Scheduled {
  readonly headline: string;
  readonly bundle: string | null;
  readonly dueAt: number;
}

/** Texts that are due one soon after the other; the last two of each four are a bundle. */
async function fill({ database }: KeptNewsroom): Promise<readonly Scheduled[]> {
  const engine = await openDatabase({ database, publishedDatabase: null });
  const at = await openLifting(engine, fixedClock(systemClock.now()));
  const first = Date.parse(systemClock.now()) + LEAD_MILLISECONDS;
  const texts = Array.from({ length: TEXTS }, (_, index): Scheduled => {
    const bundle = index % 4 < 2 ? null : `bundle ${Math.floor(index / 4)}`;
    const place = index % 4 === 3 ? index - 1 : index;
    return { headline: `Tide table ${index + 1} of the year`, bundle, dueAt: first + place * APART_MILLISECONDS };
  });
  for (const bundle of new Set(texts.flatMap((text) => text.bundle ?? []))) await at.bundle(bundle);
  for (const [index, { headline, bundle, dueAt }] of texts.entries()) {
    const goesPublicAt = instantOf(new Date(dueAt).toISOString());
    const standing = { state: 'scheduled', goesPublicAt, heldAt: null } as const;
    const content = ferryText({ headline });
    await at.approved(releaseId(index + 1), { standing, scheduledBy: ines.id, bundle, content });
  }
  await engine.close();
  return texts;
}

interface Served {
  readonly address: string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

async function serve({ data, database }: KeptNewsroom): Promise<Served> {
  const words = ['serve', '--data', data, '--database', database, '--port', '0'];
  const child = spawn(dateline, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const open = /open at (http:\S+)/.exec(said)?.[1];
      if (open !== undefined) resolve(open);
    });
    void ended.then(() => reject(new TypeError(`the server ended: ${said}`)));
  });
  return {
    address,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** One look at the list. */
interface Look {
  readonly askedAt: number;
  readonly heardAt: number;
  readonly page: string;
}

/** From shortly before the first text is due, looks without a pause until the time has come and one more look has been taken. */
async function readUntil({ address }: Served, [first]: readonly Scheduled[], until: number): Promise<readonly Look[]> {
  await setTimeout(Math.max(0, (first?.dueAt ?? 0) - APART_MILLISECONDS - Date.now()));
  const looks: Look[] = [];
  let askedAt = 0;
  while (askedAt <= until) {
    askedAt = Date.now();
    const page = await (await fetch(`${address}/en`)).text();
    looks.push({ askedAt, heardAt: Date.now(), page });
  }
  return looks;
}

/** What a reader was shown too soon, too late, or in part. */
function wrongIn(looks: readonly Look[], texts: readonly Scheduled[]): readonly string[] {
  return looks.flatMap(({ askedAt, heardAt, page }) => {
    const isThere = ({ headline }: Scheduled) => page.includes(headline);
    const early = texts.filter((text) => isThere(text) && heardAt < text.dueAt);
    const late = texts.filter((text) => !isThere(text) && askedAt >= text.dueAt);
    const parted = texts.filter(({ bundle }) => {
      const own = texts.filter((text) => bundle !== null && text.bundle === bundle);
      return own.some(isThere) && !own.every(isThere);
    });
    return [
      ...early.map(({ headline }) => `early: ${headline}`),
      ...late.map(({ headline }) => `late: ${headline}`),
      ...parted.map(({ headline }) => `in part: ${headline}`),
    ];
  });
}

async function lookAt({ database }: KeptNewsroom) {
  const engine = await openDatabase({ database, publishedDatabase: null });
  try {
    const { newsroom } = engine;
    const editions = await newsroom.selectFrom('edition').select(['release', 'sequence']).orderBy('sequence').execute();
    const references = await newsroom.selectFrom('release').select('reference_number').orderBy('reference_number');
    const lifts = await newsroom.selectFrom('lift').select(['release', 'due_at', 'lifted_at', 'outcome']).execute();
    const log = await newsroom.selectFrom('audit_entry').select('release').where('act', '=', 'lifted').execute();
    return {
      releases: new Set(editions.map(({ release }) => release)).size,
      sequences: editions.map(({ sequence }) => sequence),
      references: (await references.execute()).map(({ reference_number: number }) => number),
      lifted: lifts.filter(({ outcome }) => outcome === 'lifted').length,
      refused: lifts.filter(({ outcome }) => outcome === 'refused').length,
      early: lifts.filter((lift) => (lift.lifted_at as Instant) < lift.due_at).length,
      logged: log.length,
    };
  } finally {
    await engine.close();
  }
}

const everyNumber = Array.from({ length: TEXTS }, (_, index) => index + 1);
const eachOnce = {
  ...{ releases: TEXTS, sequences: everyNumber, references: everyNumber },
  ...{ lifted: TEXTS, refused: 0, early: 0, logged: TEXTS },
};

eachKept('two servers on one database', (make) => {
  test('lift each text once, and readers of either have it at its instant', async () => {
    const kept = await make();
    const texts = await fill(kept);
    const servers = await Promise.all([serve(kept), serve(kept)]);
    const last = texts.at(-1)?.dueAt ?? 0;
    const looks = await Promise.all(servers.map((server) => readUntil(server, texts, last)));
    await Promise.all(servers.map((server) => server.end('SIGTERM')));

    expect(looks.flatMap((own) => wrongIn(own, texts))).toEqual([]);
    expect(await lookAt(kept)).toEqual(eachOnce);
    const words = ['check', '--data', kept.data, '--database', kept.database];
    expect(execFileSync(dateline, words, { encoding: 'utf8' })).toContain('no difference');
  });

  test('lose nothing when one is killed between two lifts: the other goes on', async () => {
    const kept = await make();
    const texts = await fill(kept);
    const [one, other] = await Promise.all([serve(kept), serve(kept)]);
    const last = texts.at(-1)?.dueAt ?? 0;
    const middle = texts[TEXTS / 2]?.dueAt ?? 0;
    const killed = readUntil(other, texts, middle).then(async (looks) => {
      await other.end('SIGKILL');
      return looks;
    });
    const looks = await Promise.all([readUntil(one, texts, last), killed]);
    await one.end('SIGTERM');

    expect(looks.flatMap((own) => wrongIn(own, texts))).toEqual([]);
    expect(await lookAt(kept)).toEqual(eachOnce);
  });
});
