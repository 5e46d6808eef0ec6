import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeArchive } from './archive.ts';
import { memoryOf, runBeside } from './children.ts';

/** Newsrooms of a size, each made once in a run, by the import that an operator would use. */
export interface GeneratedNewsrooms {
  of(releases: number): Promise<GeneratedNewsroom>;
}

export interface GeneratedNewsroom {
  /** For `--data`. */
  readonly folder: string;
  readonly releases: number;
  /** Releases and their translations. */
  readonly texts: number;
  /** From the start of the process that moved it in to its end. */
  readonly importSeconds: number;
  /** The most memory it had, in bytes. */
  readonly importMemory: number;
}

export function openGeneratedNewsrooms(folder: string, say: (line: string) => void): GeneratedNewsrooms {
  const made = new Map<number, Promise<GeneratedNewsroom>>();
  return {
    of: (releases) => {
      const one = made.get(releases) ?? moveIn(join(folder, `newsroom-${releases}`), releases, say);
      made.set(releases, one);
      return one;
    },
  };
}

async function moveIn(folder: string, releases: number, say: (line: string) => void): Promise<GeneratedNewsroom> {
  say(`Moving in ${releases} generated releases`);
  const file = `${folder}.ndjson`;
  const texts = await writeArchive(file, releases);
  const began = performance.now();
  const child = runBeside('bin/dateline', ['import', file, '--data', folder]);
  const end = child.ended.then((code) => ({ code, after: performance.now() - began }));
  let importMemory = 0;
  const look = () => {
    importMemory = Math.max(importMemory, memoryOf(child.pid, 'VmHWM'));
    return wait(50).then(() => null);
  };
  let ended = null;
  while (ended === null) ended = await Promise.race([end, look()]);
  if (ended.code !== 0)
    throw new Error(`The import ended with ${ended.code}: ${child.output().trim().split('\n').at(-1)}`);
  if (!child.output().includes(` ${texts} imported`)) throw new Error(`The import did not take all ${texts} texts.`);
  rmSync(file);
  return { folder, releases, texts, importSeconds: ended.after / 1000, importMemory };
}
