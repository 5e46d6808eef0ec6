import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CivilDay } from '../../platform/instant.ts';
import type { Kit, KitFile } from './compose-kit.ts';

/** An archive that is made while it is sent. */
export interface Zip {
  readonly bytes: number;
  readonly open: () => Readable;
}

/**
 * Files as one ZIP, byte for byte the same each time. Nothing is compressed: pictures are already, and so its length is known
 * before it is made. One original is read at a time, as fast as it is taken.
 *
 * @param read an original by its hash.
 */
export function zipOf({ files, day }: Pick<Kit, 'files' | 'day'>, read: (hash: string) => Readable): Zip {
  return {
    bytes: lengthOf(files, day),
    open() {
      const zip = new ZipFile();
      const output = zip.outputStream as Readable;
      let source: Readable | null = null;
      zip.on('error', (error: Error) => output.destroy(error));
      output.on('close', () => source?.destroy());
      put(zip, { files, day }, (hash, take) => {
        source = read(hash);
        source.on('error', (error) => output.destroy(error));
        take(source);
      });
      zip.end();
      return output;
    },
  };
}

/** Asked of an archive that never gets to its first original. */
function lengthOf(files: readonly KitFile[], day: CivilDay): number {
  const zip = new ZipFile();
  put(zip, { files, day }, () => {});
  let length = 0;
  const told: (bytes?: number) => void = (bytes = 0) => {
    length = bytes;
  };
  zip.end({ forceZip64Format: false, comment: '' }, told);
  return length;
}

type Opening = (hash: string, take: (source: Readable) => void) => void;

function put(zip: ZipFile, { files, day }: Pick<Kit, 'files' | 'day'>, open: Opening): void {
  const form = { mtime: noonOf(day), forceDosTimestamp: true, mode: 0o100644, compress: false };
  for (const file of files) {
    if ('words' in file) zip.addBuffer(file.words, file.name, form);
    else {
      const { hash, bytes } = file.original;
      zip.addReadStreamLazy(file.name, { ...form, size: bytes }, (done) => open(hash, (source) => done(null, source)));
    }
  }
}

/** On whatever clocks this machine has: a ZIP tells hours without a zone, and begins with 1980. */
function noonOf(day: CivilDay): Date {
  const [year = 1980, month = 1, date = 1] = day < '1980' ? [] : day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}
