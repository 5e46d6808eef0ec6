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
  /** Of the command that then made its search index. */
  readonly indexSeconds: number;
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
  const moved = await run(['import', file, '--data', folder, '--index-later']);
  if (!moved.output.includes(` ${texts} imported`)) throw new Error(`The import did not take all ${texts} texts.`);
  rmSync(file);
  say(`Indexing ${texts} texts`);
  const indexed = await run(['index', '--data', folder]);
  const { seconds: importSeconds, memory: importMemory } = moved;
  return { folder, releases, texts, importSeconds, importMemory, indexSeconds: indexed.seconds };
}

/** A command from the start of its process to its end, and the most memory it had. */
async function run(words: readonly string[]): Promise<{ seconds: number; memory: number; output: string }> {
  const began = performance.now();
  const child = runBeside('bin/dateline', words);
  const end = child.ended.then((code) => ({ code, after: performance.now() - began }));
  let memory = 0;
  const look = () => {
    memory = Math.max(memory, memoryOf(child.pid, 'VmHWM'));
    return wait(50).then(() => null);
  };
  let ended = null;
  while (ended === null) ended = await Promise.race([end, look()]);
  const output = child.output();
  if (ended.code !== 0) throw new Error(`${words[0]} ended with ${ended.code}: ${output.trim().split('\n').at(-1)}`);
  return { seconds: ended.after / 1000, memory, output };
}
