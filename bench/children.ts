import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A program that runs beside the measurement, and ends with it. */
export interface Running {
  readonly pid: number;
  /** What it has written so far. */
  readonly output: () => string;
  /** Its exit code, when it ends. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();

export function runBeside(program: string, words: readonly string[]): Running {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000);
    });
  }
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve(code ?? 128);
    });
  });
  // Whoever waits hears of it; nobody has to.
  ended.catch(() => null);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Processor time that a process and its children have had, in seconds. */
export function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const own = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + cpuSeconds(Number(child)), own);
}

/** What /proc counts in on Linux, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

/** @param field VmRSS: what it has now; VmHWM: the most it ever had. @returns bytes; 0 when it has ended. */
export function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** Asks again every few milliseconds until it is so, for at most 60 seconds. */
export async function until(isSo: () => boolean | Promise<boolean>, child: Running): Promise<void> {
  const began = performance.now();
  let code: number | null = null;
  child.ended.then(
    (ended) => {
      code = ended;
    },
    () => null,
  );
  while (!(await isSo())) {
    if (code !== null) throw new Error(`It ended with ${code}: ${child.output().trim().split('\n').at(-1)}`);
    if (performance.now() - began > 60_000) throw new Error(`It did not answer: ${child.output().trim()}`);
    await wait(3);
  }
}
