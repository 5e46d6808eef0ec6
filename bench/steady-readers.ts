import { join } from 'node:path';
import { type Running, runBeside, until } from './children.ts';

/** Readers who come at their own rate, however slow the answers are, in a process of their own. */
export interface SteadyReaders {
  /** @throws when an answer was not the page. */
  stop(): Promise<Waits>;
}

/** In milliseconds, from when each reader wanted their page to its last byte. */
export interface Waits {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly most: number;
  /** Whenever readers waited longer than was asked for. */
  readonly stalls: readonly Stall[];
}

/** Readers who waited long at the same time: one thing kept them all. */
export interface Stall {
  /** When the first of them wanted their page and when the last had it, in milliseconds since 1970. */
  from: number;
  until: number;
  readers: number;
  longest: number;
  /** Of the readers, those whose own process stood still meanwhile: it was not the server alone that kept them. */
  own: number;
}

export interface Reading {
  readonly port: number;
  readonly paths: readonly string[];
  readonly perSecond: number;
  /** In milliseconds: when somebody waits longer, that is told. */
  readonly longest: number;
}

/**
 * A process of their own, because whatever else a measurement does at the same time (fill the desk, unzip an answer) would count as the
 * readers' wait.
 */
export async function keepReading({ port, paths, perSecond, longest }: Reading): Promise<SteadyReaders> {
  const program = join(import.meta.dirname, 'read-steadily.js');
  const readers = runBeside(process.execPath, [program, ...[port, perSecond, longest].map(String), ...paths]);
  await until(() => readers.output().startsWith(BEGUN), readers);
  return {
    async stop() {
      await readers.stop();
      return toldBy(readers);
    },
  };
}

/** What the process says first, when its connections are open. */
export const BEGUN = 'begun';

async function toldBy(readers: Running): Promise<Waits> {
  const said = readers.output().trim();
  const lines = said.split('\n');
  if ((await readers.ended) !== 0) throw new Error(`The readers ended early: ${lines.at(-1)}`);
  return JSON.parse(lines.at(-1) ?? '');
}
