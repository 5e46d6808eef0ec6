import Type from 'typebox';
import {
  Change,
  Country,
  Id,
  Instant,
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

export const ReferenceText = Type.String({
  description: '`<office code>/<year>/<n>`: given once, at first publication, and never again.',
  examples: ['CO-BEIJING/2017/3'],
});

export const Picture = Type.Object(
  {
    id: Id,
    alt: Type.String({ description: 'What is to be seen, in the language of the text.' }),
    caption: nullable(Type.String(), { description: 'In the language of the text.' }),
    credit: nullable(Type.String(), { description: 'The line to print beside it, made from what follows.' }),
    creator: nullable(Type.String()),
    agency: nullable(Type.String()),
    copyrightHolder: nullable(Type.String()),
    copyrightYear: nullable(Type.Integer({ minimum: 1800, maximum: 9999 }), {
      description: 'Kept with the picture, or not known; never the year of asking.',
    }),
    usageTerms: nullable(Type.String()),
    file: nullable(
      Type.Object(
        {
          hash: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the original.' }),
          mediaType: Type.String(),
          bytes: Type.Integer({ minimum: 1 }),
          width: Type.Integer({ minimum: 1, description: 'In pixels.' }),
          height: Type.Integer({ minimum: 1, description: 'In pixels.' }),
          url: Url,
          renditions: Type.Array(
            Type.Object({
              width: Type.Integer({ minimum: 1, description: 'In pixels; the height follows from the original.' }),
              avif: Url,
              webp: Url,
              jpeg: Url,
            }),
            { description: 'Narrowest first; empty where the original is narrower than all.' },
          ),
        },
        { title: 'PictureFile', description: 'The original as it came in. Its address never leads to other bytes.' },
      ),
      { description: 'Null where the archive has the credit of a picture, and not the picture itself.' },
    ),
  },
  { title: 'Picture' },
);

export const TranslatedFrom = Type.Object(
  { locale: Locale, edition: Type.Integer({ minimum: 1 }) },
  { title: 'TranslatedFrom' },
);

const editionFacts = {
  number: Type.Integer({ minimum: 1 }),
  publishedAt: Type.String({
    ...Instant,
    description: 'When this edition went public. Of a first one as exactly as `published` of its language says.',
  }),
  sequence: Sequence,
  change: nullable(Change, { description: 'What led to it from the one before; null for the first.' }),
  translatedFrom: nullable(TranslatedFrom),
  links: Type.Object({
    self: Url,
    page: Type.String({ ...Url, description: 'Where people read it.' }),
    pressKit: Type.String({
      ...Url,
      description: 'A ZIP of its words, its original pictures and what is said of them.',
    }),
    plainText: Type.String({ ...Url, description: 'Its words without any form.' }),
  }),
};

export const EditionFacts = Type.Object(editionFacts, { title: 'EditionFacts' });

export const Edition = Type.Object(
  {
    ...editionFacts,
    kicker: nullable(Type.String()),
    headline: Type.String(),
    summary: nullable(Type.String()),
    place: nullable(Type.String(), { description: 'The place that stands before the first words.' }),
    body: Type.String({ description: 'HTML of a small closed subset: no script, no style, no attribute that acts.' }),
    notes: nullable(Type.String(), { description: 'Notes to editors, in the same subset of HTML.' }),
    pictures: Type.Array(Picture),
  },
  { title: 'Edition', description: 'One text as it was public. It never changes.' },
);

export const End = Type.Object(
  { at: Instant, sequence: Sequence, reason: Type.String({ description: 'In the language of the text.' }) },
  { title: 'End', description: 'When and why a text was withdrawn or retracted.' },
);

export const languageFacts = {
  locale: Locale,
  standing: Standing,
  published: Published,
  sequence: Sequence,
  changedAt: Type.String({ ...Instant, description: 'When readers last had reason to read again.' }),
  end: nullable(End, { description: 'Null as long as it is published.' }),
  links: Type.Object({ page: Type.String({ ...Url, description: 'Where people read it.' }) }),
};

export const Language = Type.Object(
  {
    ...languageFacts,
    edition: nullable(Edition, { description: 'The current one in full; null once it is retracted.' }),
    editions: Type.Array(EditionFacts, { description: 'All, the current one last; none once it is retracted.' }),
    behindCorrection: Type.Boolean({
      description: 'The text it was translated from was corrected since, and this one has not followed yet.',
    }),
  },
  { title: 'Language', description: 'A release in one language.' },
);

export const releaseFacts = {
  id: Id,
  reference: ReferenceText,
  type: ReleaseTypeName,
  office: OfficeCode,
  countries: Type.Array(Country, { description: 'Those it concerns.' }),
  topics: Type.Array(Type.String(), { description: 'Codes of topics.' }),
  organisationWide: Type.Boolean({ description: 'It stands on the list of every office.' }),
  origin: oneOf(['written', 'imported'], {
    description: 'Was it written here, or moved in from an older archive?',
  }),
  published: Published,
  sequence: Sequence,
  links: Type.Object({
    self: Url,
    permanent: Type.String({ ...Url, description: 'The short address that leads to the release for ever.' }),
    office: Url,
  }),
};

export const ReleaseFacts = Type.Object(releaseFacts, {
  title: 'ReleaseFacts',
  description: 'What is said of a release once and for all.',
});

export const Release = Type.Object(
  { ...releaseFacts, languages: Type.Array(Language, { description: 'Oldest first.' }) },
  { title: 'Release', description: 'The thing issued, in all its languages.' },
);

export const EditionFound = Type.Object(
  {
    release: ReleaseFacts,
    language: Type.Object(languageFacts, { title: 'LanguageFacts' }),
    current: Type.Boolean({ description: 'Is it the edition that stands now?' }),
    edition: Edition,
  },
  { title: 'EditionFound' },
);
