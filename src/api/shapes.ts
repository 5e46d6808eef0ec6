import Type, { type Static, type TSchema } from 'typebox';
import { releaseTypes } from '../published/list.ts';

/** Shapes that many answers have in common. A `title` makes a shape a component of the document, under that name. */

/** What an answer of this shape may be made from: nothing of it is changed on its way out. */
export type Told<Shape extends TSchema> = Fixed<Static<Shape>>;

type Fixed<Value> = Value extends object ? { readonly [Key in keyof Value]: Fixed<Value[Key]> } : Value;

export const nullable = <Shape extends TSchema>(shape: Shape, options: { description?: string } = {}) =>
  Type.Union([shape, Type.Null()], options);

export const oneOf = <const Words extends readonly string[]>(
  words: Words,
  options: { description?: string; title?: string; examples?: readonly string[] } = {},
) => Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], ...options });

/** What PostgreSQL keeps in an `integer`. */
export const LARGEST_NUMBER = 2_147_483_647;

export const Sequence = Type.Integer({
  minimum: 0,
  maximum: LARGEST_NUMBER,
  description: 'The number of a public act: each act of the newsroom has the next one.',
});

export const Instant = Type.String({
  format: 'date-time',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  description: 'A point in time: UTC, always with milliseconds, so that the order of the texts is the order of time.',
});

export const Day = Type.String({
  format: 'date',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'A day of a calendar on a wall.',
});

export const Id = Type.String({ format: 'uuid', description: 'A UUID, in lower case.' });

export const Locale = Type.String({
  minLength: 2,
  maxLength: 35,
  description: 'A language tag (BCP 47): `en`, `zh-Hans`, `mn`.',
});

export const Url = Type.String({ format: 'uri', description: 'An absolute address.' });

export const OfficeCode = Type.String({ description: 'The code of an office: `CO-BEIJING`.' });

export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2: `CN`.' });

export const ReleaseTypeName = oneOf(releaseTypes, { description: 'What kind of release it is.' });

export const InLocales = Type.Unsafe<Readonly<Record<string, string>>>({
  type: 'object',
  additionalProperties: { type: 'string' },
  title: 'InLocales',
  description: 'A text by the language it is in: `{"en": "…", "fr": "…"}`.',
});

export const Published = Type.Object(
  {
    at: Type.String({
      ...Instant,
      description:
        'The instant. Where only the day is known it is the first of that day in the office’s zone, serves for order alone, and is not to be shown.',
    }),
    day: Type.String({ ...Day, description: 'The day of it in the issuing office’s time zone.' }),
    precision: oneOf(['instant', 'day'], { description: 'Is the instant known, or only the day?' }),
  },
  { title: 'Published', description: 'When a text went public.' },
);

export const Standing = oneOf(['published', 'withdrawn', 'retracted'], {
  title: 'Standing',
  description:
    'Withdrawn: the text stands under a banner that gives the reason. Retracted: the text is gone, and the reason is left.',
});

export const Change = Type.Object(
  {
    kind: oneOf(['correction', 'clarification', 'update']),
    note: Type.String({ description: 'The public note, in the language of the text.' }),
    major: Type.Boolean({ description: 'Do readers have reason to read again?' }),
  },
  { title: 'Change', description: 'What leads from one edition to the next.' },
);
