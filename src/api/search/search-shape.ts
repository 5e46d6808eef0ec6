import Type, { type TSchema } from 'typebox';
import { contents } from '../../search/query.ts';
import { Item } from '../lists/list-shape.ts';
import { Country, Locale, nullable, OfficeCode, oneOf, ReleaseTypeName, Url } from '../shapes.ts';
import { noteWords } from './note-words.ts';

const counted = <Shape extends TSchema>(value: Shape) =>
  Type.Array(Type.Object({ value, releases: Type.Integer({ minimum: 1 }) }));

export const Extract = Type.Object(
  {
    text: Type.String(),
    marks: Type.Array(
      Type.Object({ start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 1 }) }, { title: 'Mark' }),
      { description: 'Where the words looked for stand: from `start` up to but not including `end`, in UTF-16 units.' },
    ),
  },
  { title: 'Extract', description: 'Plain text, no markup.' },
);

export const Searched = Type.Object(
  {
    sort: oneOf(['best', 'newest']),
    notes: Type.Array(
      Type.Object(
        {
          note: oneOf(Object.keys(noteWords) as (keyof typeof noteWords)[]),
          about: Type.String({ description: 'The words of the query that it is about.' }),
          detail: Type.String({ description: 'What was made of them, and what to write.' }),
        },
        { title: 'QueryNote' },
      ),
      { maxItems: 13, description: 'What was not understood, or left out. The rest of the query was used.' },
    ),
    count: Type.Integer({ minimum: 0, description: 'How many releases were found; exact unless `more` is true.' }),
    more: Type.Boolean({ description: 'There are more: counting stopped.' }),
    hits: Type.Array(
      Type.Object(
        {
          item: Item,
          headline: Extract,
          extract: nullable(Extract, {
            description: 'Where the words stand; null where they stand in the headline alone.',
          }),
        },
        { title: 'Hit' },
      ),
      { maxItems: 50, description: 'Each release once, in the language found that suits `locale` best.' },
    ),
    facets: Type.Object(
      {
        offices: counted(OfficeCode),
        countries: counted(Country),
        topics: counted(Type.String()),
        types: counted(ReleaseTypeName),
        locales: counted(Locale),
        has: counted(oneOf(contents)),
        years: counted(Type.Integer()),
      },
      { title: 'Facets', description: 'How many of the releases found each choice would leave.' },
    ),
    didYouMean: nullable(Type.String(), { description: 'The query in words of this archive, where it found nothing.' }),
    links: Type.Object({
      self: Url,
      next: nullable(Url, {
        description:
          'What follows; null at the end, and after 10,000 releases: whoever wants all takes the bulk files.',
      }),
    }),
  },
  { title: 'Searched' },
);
