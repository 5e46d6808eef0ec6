import type { Office, Topic } from './office.ts';

/** An office from its row: names, countries and languages are kept as JSON. */
export function officeFrom(row: {
  code: string;
  slug: string;
  former_slugs: string;
  names: string;
  introductions: string;
  countries: string;
  locales: string;
  time_zone: string;
}): Office {
  return {
    code: row.code,
    slug: row.slug,
    ...formerOf(row.former_slugs),
    names: JSON.parse(row.names),
    introductions: JSON.parse(row.introductions),
    countries: JSON.parse(row.countries),
    locales: JSON.parse(row.locales),
    timeZone: row.time_zone,
  };
}

export function topicFrom(row: { code: string; slug: string; former_slugs: string; names: string }): Topic {
  return { code: row.code, slug: row.slug, ...formerOf(row.former_slugs), names: JSON.parse(row.names) };
}

function formerOf(json: string): { readonly formerSlugs?: readonly string[] } {
  return json === '[]' ? {} : { formerSlugs: JSON.parse(json) };
}
