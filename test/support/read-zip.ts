import { fromBuffer } from 'yauzl';

export interface Unzipped {
  readonly name: string;
  readonly bytes: Buffer;
  readonly changedAt: string;
}

/** The files of a ZIP, read by a reader that is not ours: it checks lengths and sums, and refuses unsafe names. */
export function readZip(bytes: Buffer): Promise<Unzipped[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (failure, zip) => {
      if (failure !== null) return reject(failure);
      const files: Unzipped[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem !== null) return reject(problem);
          const pieces: Buffer[] = [];
          stream.on('error', reject);
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            const changedAt = entry.getLastModDate({ timezone: 'UTC' }).toISOString().slice(0, 10);
            files.push({ name: entry.fileName, bytes: Buffer.concat(pieces), changedAt });
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
