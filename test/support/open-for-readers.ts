import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Newsroom, type NewsroomSettings, openNewsroom } from '../../src/newsroom.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import type { ArchiveLine } from '../../src/transfer/archive-line.ts';
import { archiveOf, fileOf } from './archives.ts';
import { FILLED_AT, putExampleInto } from './example-newsroom.ts';

export const origin = 'https://newsroom.example';

export type EditionLine = Extract<ArchiveLine, { kind: 'edition' }>;

export interface OpenForReaders {
  readonly newsroom: Newsroom;
  readonly clock: FixedClock;
  /** Where it keeps everything. */
  readonly folder: string;
  get(url: string, headers?: Record<string, string>): Promise<Answered>;
  /** What is no text. */
  bytes(url: string): Promise<Buffer>;
  ask(method: string, url: string, headers?: Record<string, string>): Promise<Answered>;
  moveIn(lines: readonly ArchiveLine[]): ReturnType<Newsroom['importArchive']>;
  close(): Promise<void>;
}

/** Settings that most newsrooms leave out. */
export type Further = Pick<NewsroomSettings, 'metricsToken' | 'apiRate' | 'trustedProxies' | 'searchPostings'>;

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export const watch = { progress: () => {}, isInterrupted: () => false };

/**
 * A newsroom of its own in a folder of its own, at noon on 24 November 2026, with its server.
 *
 * @param database null: a file in that folder.
 * @param at what it takes for its own address.
 */
export function openForReaders(
  database: string | null = null,
  at = origin,
  more: Further = {},
): Promise<OpenForReaders> {
  return openIn(newFolder(), { databasePublic: null, origin: at, ...(database !== null && { database }), ...more });
}

/** The same with the example newsroom in it. */
export async function openExample(): Promise<OpenForReaders> {
  const folder = newFolder();
  await putExampleInto(folder);
  return openIn(folder, { databasePublic: null, origin });
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'dateline-journey-'));

async function openIn(
  folder: string,
  order: Pick<NewsroomSettings, 'databasePublic' | 'origin'> & Further & { readonly database?: string },
): Promise<OpenForReaders> {
  const clock = fixedClock(FILLED_AT);
  let made = 0;
  // Others than what moved in with the example.
  const newId = () => `01900000-0000-7000-8001-${String(++made).padStart(12, '0')}`;
  const settings = { data: folder, database: join(folder, 'newsroom.sqlite'), ...order };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const newsroom = await openNewsroom({ ...settings, cacheBytes: 1e7, pageFiles: false }, { clock, newId, log });
  const server = await newsroom.openServer();
  const visit = async (method: string, url: string, headers: Record<string, string> = {}) => {
    const { body, ...answered } = await server.visit({ method, url, headers });
    return { ...answered, body: body.toString('utf8') };
  };
  return {
    newsroom,
    clock,
    folder,
    get: (url, headers) => visit('GET', url.startsWith(origin) ? url.slice(origin.length) : url, headers),
    bytes: async (url) => (await server.visit({ method: 'GET', url, headers: {} })).body,
    ask: visit,
    moveIn: (lines) => newsroom.importArchive(fileOf(archiveOf(lines), 'archive.ndjson', 65_536), watch),
    async close() {
      await server.close();
      await newsroom.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every value of this attribute on the page, entities resolved. */
export function attributesOf(page: string, name: string): string[] {
  return [...page.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => plain(value));
}

/** The addresses that a page's `link` elements of this relation lead to, by language. */
export function alternatesOf(page: string): Map<string, string> {
  const links = [...page.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
  return new Map(
    links
      .filter((link) => /rel="alternate"/.test(link) && /hreflang="/.test(link) && !/type="/.test(link))
      .map((link) => [attributesOf(link, 'hreflang')[0] ?? '', attributesOf(link, 'href')[0] ?? '']),
  );
}

export function locationsIn(map: string): string[] {
  return [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => plain(address));
}

function plain(value: string): string {
  return value
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
