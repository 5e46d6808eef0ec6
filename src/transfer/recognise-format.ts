import type { ArchiveFile } from './import-batch.ts';

/** The file's first character that is no white space tells: NDJSON begins with a brace. */
export async function formatOf(file: ArchiveFile): Promise<'listing' | 'ndjson'> {
  for await (const chunk of file.open()) {
    const text = Buffer.from(chunk.subarray(0, 4_096))
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart();
    return text.startsWith('{') ? 'ndjson' : 'listing';
  }
  return 'listing';
}
