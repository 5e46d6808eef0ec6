import Type from 'typebox';
import { Release } from '../releases/release-shape.ts';

export const Problem = Type.Object(
  {
    type: Type.String({ format: 'uri', description: 'Which kind of problem; the address explains it.' }),
    title: Type.String({ description: 'The kind, in words that are the same every time.' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What is wrong this time, and what to do.' }),
    instance: Type.String({ description: 'The number of the request: name it when you report the problem.' }),
    release: Type.Optional(Release),
  },
  { title: 'Problem', description: 'RFC 9457. `release` is there where a release is gone: what is left of it.' },
);
