import Type from 'typebox';
import { Country, InLocales, Locale, OfficeCode, oneOf, Sequence, Url } from '../shapes.ts';

export const Start = Type.Object(
  {
    names: InLocales,
    sequence: Type.Integer({ ...Sequence, description: 'Public acts so far: where the change stream ends.' }),
    links: Type.Object({
      document: Url,
      docs: Url,
      organisation: Url,
      offices: Url,
      countries: Url,
      topics: Url,
      lists: Url,
      search: Url,
      changes: Url,
      bulk: Url,
    }),
  },
  { title: 'Start' },
);

export const Organisation = Type.Object(
  {
    names: InLocales,
    introductions: InLocales,
    locales: Type.Array(
      Type.Object({
        locale: Locale,
        scope: oneOf(['locale', 'any'], {
          description:
            '`locale`: lists in this language show only texts in it. `any`: they show each release once, in another language where it must be.',
        }),
      }),
      { description: 'The languages of the site, in the order it offers them.' },
    ),
    defaultLocale: Locale,
    timeZone: Type.String({ description: 'IANA name.' }),
    links: Type.Object({ list: Url, page: Url }),
  },
  { title: 'Organisation', description: 'The institution this newsroom belongs to.' },
);

export const Office = Type.Object(
  {
    code: OfficeCode,
    slug: Type.String({ description: 'Its name in addresses of the site; it may be changed, the code never is.' }),
    names: InLocales,
    introductions: InLocales,
    countries: Type.Array(Country, { description: 'Releases that concern one of these are on its list.' }),
    locales: Type.Array(Locale, { description: 'The languages it works in.' }),
    timeZone: Type.String({ description: 'IANA name. Its days are what its releases are dated by.' }),
    links: Type.Object({ self: Url, list: Url, page: Url }),
  },
  { title: 'Office', description: 'It issues releases.' },
);

export const Offices = Type.Object({ offices: Type.Array(Office) }, { title: 'Offices' });

export const Countries = Type.Object(
  {
    countries: Type.Array(
      Type.Object(
        {
          code: Country,
          offices: Type.Array(OfficeCode, { description: 'Those that cover it.' }),
          links: Type.Object({ list: Url, page: Url }),
        },
        { title: 'CountryListed' },
      ),
    ),
  },
  { title: 'Countries' },
);

export const Topics = Type.Object(
  {
    topics: Type.Array(
      Type.Object(
        { code: Type.String(), slug: Type.String(), names: InLocales, links: Type.Object({ list: Url, page: Url }) },
        { title: 'Topic', description: 'A subject that the organisation files its releases under.' },
      ),
    ),
  },
  { title: 'Topics' },
);
