import { cpuSeconds, runBeside } from './children.ts';

export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Per second of processor time that the servers had. */
  readonly perCpuSecond: number;
}

export const SECONDS = 2;

/**
 * Asks as fast as it can for 2 seconds, over 64 connections that are kept, with gzip.
 *
 * @param servers process ids whose time is counted, with their children's.
 * @param script of wrk, for more than one address.
 * @throws when an answer was not 2xx or 3xx.
 */
export async function load(url: string, servers: readonly number[], script?: string): Promise<Load> {
  const spent = () => servers.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const before = spent();
  const more = script === undefined ? [] : ['-s', script];
  const wrk = runBeside('wrk', ['-t1', '-c64', `-d${SECONDS}s`, '-H', 'Accept-Encoding: gzip', ...more, url]);
  const code = await wrk.ended;
  const cpu = spent() - before;
  const output = wrk.output();
  const [, count, seconds] = /(\d+) requests in ([\d.]+)s/.exec(output) ?? [];
  if (code !== 0 || count === undefined) throw new Error(`wrk ended with ${code}: ${output.trim()}`);
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(output);
  if (bad !== null) throw new Error(`${bad[1]} of ${count} answers of ${url} were not the page.`);
  const requests = Number(count);
  return { requests, perSecond: requests / Number(seconds), perCpuSecond: requests / cpu };
}
