import Type from 'typebox';
import { Instant, Sequence, Url } from '../shapes.ts';

export const Bulk = Type.Object(
  {
    sequence: Type.Integer({
      ...Sequence,
      description: 'Everything up to this act is in the files. Take all of them, then follow the changes since it.',
    }),
    years: Type.Array(
      Type.Object(
        {
          year: Type.Integer({
            minimum: 1,
            maximum: 9999,
            description: 'Of the first publication, on the office’s calendar.',
          }),
          releases: Type.Integer({ minimum: 0, description: 'Lines: one release each, gone ones too.' }),
          bytes: Type.Integer({ minimum: 1, description: 'Compressed, as it is sent.' }),
          sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of those bytes.' }),
          sequence: Type.Integer({ ...Sequence, description: 'What the file was made from.' }),
          madeAt: Instant,
          links: Type.Object({ file: Url }),
        },
        { title: 'BulkYear' },
      ),
      { description: 'Oldest first. A year that has not been made yet is missing.' },
    ),
    links: Type.Object({ changes: Url }),
  },
  { title: 'Bulk' },
);
