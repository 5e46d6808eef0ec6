import Type from 'typebox';
import { Picture, ReferenceText } from '../releases/release-shape.ts';
import {
  Country,
  Id,
  InLocales,
  Instant,
  LARGEST_NUMBER,
  Locale,
  nullable,
  OfficeCode,
  oneOf,
  Published,
  ReleaseTypeName,
  Sequence,
  Standing,
  Url,
} from '../shapes.ts';

export const ListName = Type.String({
  description: 'What the list is of: `organisation`, `offices/CO-BEIJING`, `countries/CN`, `topics/…`, `types/news`.',
});

export const Lists = Type.Object(
  {
    lists: Type.Array(
      Type.Object(
        {
          list: ListName,
          names: nullable(InLocales, { description: 'Null where the code says what it is.' }),
          links: Type.Object({
            newest: Url,
            months: Url,
          }),
        },
        { title: 'ListNamed' },
      ),
    ),
  },
  { title: 'Lists' },
);

export const Item = Type.Object(
  {
    id: Id,
    reference: ReferenceText,
    type: ReleaseTypeName,
    office: OfficeCode,
    countries: Type.Array(Country),
    topics: Type.Array(Type.String()),
    published: Published,
    sequence: Type.Integer({
      ...Sequence,
      description: 'Together with `published.at` it decides the place: the later act stands above.',
    }),
    locale: Type.String({ ...Locale, description: 'Of the text shown.' }),
    fallback: Type.Boolean({ description: 'The release is not in the language asked for; another one is shown.' }),
    standing: Standing,
    changedAt: Type.String({ ...Instant, description: 'When readers last had reason to read the text again.' }),
    text: nullable(
      Type.Object(
        {
          kicker: nullable(Type.String()),
          headline: Type.String(),
          summary: nullable(Type.String()),
          picture: nullable(Picture),
        },
        { title: 'ItemText' },
      ),
      { description: 'Null for what was retracted in the language shown: the place stays.' },
    ),
    lastChange: nullable(
      Type.Object(
        {
          kind: oneOf(['correction', 'clarification', 'update']),
          note: Type.String(),
          at: Instant,
          edition: Type.Integer({ minimum: 2 }),
        },
        { title: 'LastChange' },
      ),
      { description: 'What led to the edition that stands now, when it is not the first.' },
    ),
    languages: Type.Array(
      Type.Object({ locale: Locale, standing: Standing, page: Url }, { title: 'LanguageOffered' }),
      { description: 'All languages of the release, oldest first.' },
    ),
    links: Type.Object({ release: Url, page: Url }),
  },
  { title: 'Item', description: 'A line of a list.' },
);

export const ListPage = Type.Object(
  {
    list: ListName,
    locale: Locale,
    scope: oneOf(['locale', 'any'], {
      description: 'Only texts in this language, or each release once, in another language where it must be.',
    }),
    page: nullable(Type.Integer({ minimum: 1 }), {
      description: 'Null for the newest page with the one before it joined: what the list’s own address shows.',
    }),
    newestPage: Type.Integer({ minimum: 0, description: 'The highest number; 0 for an empty list.' }),
    items: Type.Array(Item, { maxItems: 40, description: 'Newest first.' }),
    pinned: Type.Array(Item, {
      maxItems: 3,
      description:
        'What is kept in sight above the newest page, the latest pin first. It has its place in the list beside that.',
    }),
    links: Type.Object({
      self: Url,
      newer: nullable(Url, { description: 'The page above; null on the newest.' }),
      older: nullable(Url, { description: 'The page below; null on the oldest.' }),
      rest: nullable(Url, { description: 'Where a page of more than 40 goes on: read it before `older`.' }),
      months: Url,
      html: Type.String({ ...Url, description: 'Where people read the list.' }),
      atom: Url,
      rss: Url,
      json: Url,
    }),
  },
  {
    title: 'ListPage',
    description:
      'A page is a fixed span of a list. Once full it never changes its members, but for a release that is dated back into it.',
  },
);

export const Months = Type.Object(
  {
    list: ListName,
    locale: Locale,
    months: Type.Array(
      Type.Object(
        {
          year: Type.Integer({ minimum: 1, maximum: 9999 }),
          month: Type.Integer({ minimum: 1, maximum: 12 }),
          releases: Type.Integer({ minimum: 1, maximum: LARGEST_NUMBER }),
        },
        { title: 'Month' },
      ),
      { description: 'Newest first; a month without a release is left out.' },
    ),
  },
  { title: 'Months' },
);
