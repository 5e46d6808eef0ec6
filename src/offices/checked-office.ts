import { Fault } from '../platform/faults.ts';
import { isTimeZone } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { isCountry } from './country.ts';
import type { InstitutionRefusal } from './institution-refusal.ts';
import type { Office } from './office.ts';
import { checkedIntroductions, checkedNames, whyNoTags, whyNoTexts } from './why-no-texts.ts';

/**
 * An office as it may be kept: canonical language tags, known countries, a zone that exists.
 *
 * @throws Fault OFFICE_INVALID with everything that is wrong with its facts; TEXT_INVALID, LOCALE_INVALID
 */
export function checkedOffice(office: Office): Office {
  const refusals = whyNoFacts(office);
  if (Object.keys(office.names).length === 0) refusals.push({ reason: 'name-missing' });
  if (refusals.length > 0) throw officeFault(office.code, refusals);
  return {
    ...office,
    names: checkedNames(office.names),
    introductions: checkedIntroductions(office.introductions),
    locales: office.locales.map(localeOf),
    countries: [...new Set(office.countries)],
  };
}

/** Everything that is wrong with an office in itself. */
export function whyNoOffice(office: Office): InstitutionRefusal[] {
  return [...whyNoFacts(office), ...whyNoTags(office.locales), ...whyNoTexts(office)];
}

function whyNoFacts({ code, slug, formerSlugs = [], timeZone, countries }: Office): InstitutionRefusal[] {
  const refusals: InstitutionRefusal[] = [];
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code) || code.length > 24) refusals.push({ reason: 'code-malformed', code });
  for (const one of [slug, ...formerSlugs])
    if (!isPlainSlug(one)) refusals.push({ reason: 'slug-malformed', slug: one });
  if (!isTimeZone(timeZone)) refusals.push({ reason: 'time-zone-unknown', timeZone });
  for (const country of countries) if (!isCountry(country)) refusals.push({ reason: 'country-unknown', country });
  return refusals;
}

/** Lower-case letters, digits and single hyphens, at most 200. */
export function isPlainSlug(slug: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 200;
}

/** Says all of it, for whoever types a command or brings an archive. */
export function officeFault(code: string, refusals: readonly InstitutionRefusal[]): Fault {
  return new Fault('OFFICE_INVALID', { code, problem: sentences(refusals.map(sentenceOf)) });
}

function sentenceOf(refusal: InstitutionRefusal): string {
  switch (refusal.reason) {
    case 'code-malformed':
      return 'the code must be capital letters, digits and single hyphens, at most 24, such as CO-BEIJING.';
    case 'slug-malformed':
      return 'the slug must be lower-case letters, digits and single hyphens.';
    case 'slug-taken':
      return `the slug ${refusal.slug} is another office’s.`;
    case 'name-missing':
      return 'it has no name. Give one with --name en="…".';
    case 'time-zone-unknown':
      return `“${refusal.timeZone}” is not a time zone. Write one like Asia/Shanghai.`;
    case 'country-unknown':
      return `“${refusal.country}” is not a country code. Write one like CN (ISO 3166-1).`;
    case 'country-listed': {
      const { country, count } = refusal;
      return `${count} releases about ${country} are on its list, and lists never lose members. Keep ${country} in --countries.`;
    }
    default:
      return `${refusal.reason}.`;
  }
}

/** The first follows a colon. */
function sentences([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((one) => one.charAt(0).toUpperCase() + one.slice(1))].join(' ');
}
