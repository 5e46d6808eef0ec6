import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault } from '../platform/faults.ts';
import type { PictureWords } from './picture-words.ts';

/** What was written in a picture besides its pixels. */
export interface PictureRead {
  /** The picture without the place where it was taken. */
  readonly bytes: Buffer;
  /** SHA-256 of these bytes, in hexadecimal. */
  readonly hash: string;
  readonly words: PictureWords;
}

/** The line that comes before the bytes; these only where they are others than those that went in. */
export type PictureAnswered =
  | { readonly hash: string; readonly words: PictureWords; readonly isChanged: boolean }
  /** What is wrong with it, and what to do. */
  | { readonly problem: string };

export interface ReadingLimits {
  readonly milliseconds: number;
  /** Of the process's heap; the bytes themselves lie outside of it. */
  readonly megabytes: number;
}

/** A camera's picture takes half a second, most of it to start the process, and 30 MB. */
const limits: ReadingLimits = { milliseconds: 15_000, megabytes: 192 };

/**
 * Reads what is written in a picture and takes the place out of it, in a process of its own: bytes from outside can be made so
 * that this takes seconds, or more memory than there is. Readers share the thread that would wait for it, and a thread that runs
 * out of memory takes the whole process with it.
 *
 * @throws Fault MEDIA_REFUSED
 */
export async function readApart(bytes: Buffer, { milliseconds, megabytes } = limits): Promise<PictureRead> {
  const { head, rest } = answerIn(await said(bytes, { milliseconds, megabytes }));
  if ('problem' in head) throw new Fault('MEDIA_REFUSED', { problem: head.problem });
  return { hash: head.hash, words: head.words, bytes: head.isChanged ? rest : bytes };
}

function said(bytes: Buffer, { milliseconds, megabytes }: ReadingLimits): Promise<Buffer> {
  const file = import.meta.url.endsWith('.ts') ? './picture-process.ts' : './picture-process.js';
  const words = [`--max-old-space-size=${megabytes}`, fileURLToPath(new URL(file, import.meta.url))];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Settings, and passwords among them, are nothing for it.
      env: {},
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    // Whoever dies does not read to the end.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(parts));
      const cause = new TypeError(`it ended with ${code ?? signal}`);
      reject(new Fault('MEDIA_REFUSED', { problem: tooMuch }, { cause }));
    });
  });
}

function answerIn(said: Buffer): { readonly head: PictureAnswered; readonly rest: Buffer } {
  const end = said.indexOf('\n');
  return { head: JSON.parse(said.toString('utf8', 0, end)), rest: said.subarray(end + 1) };
}

const tooMuch = 'far too much is written in it besides the picture. Save it anew, without its metadata.';
