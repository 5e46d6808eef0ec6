import type { Office } from './office.ts';

/** An office from its row: names, countries and languages are kept as JSON. */
export function officeFrom(row: {
  code: string;
  slug: string;
  names: string;
  introductions: string;
  countries: string;
  locales: string;
  time_zone: string;
}): Office {
  return {
    code: row.code,
    slug: row.slug,
    names: JSON.parse(row.names),
    introductions: JSON.parse(row.introductions),
    countries: JSON.parse(row.countries),
    locales: JSON.parse(row.locales),
    timeZone: row.time_zone,
  };
}
