import { Fault } from '../platform/faults.ts';
import { isTimeZone } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import type { InstitutionRefusal } from './institution-refusal.ts';
import type { Organisation } from './office.ts';
import { checkedIntroductions, checkedNames, whyNoTags, whyNoTexts } from './why-no-texts.ts';

/**
 * The organisation as it may be kept: canonical language tags, each once, the default among them, a zone that exists.
 *
 * @throws Fault ORGANISATION_INVALID with everything that is wrong with its facts; TEXT_INVALID, LOCALE_INVALID
 */
export function checkedOrganisation(organisation: Organisation): Organisation {
  const locales = organisation.locales.map(({ locale, scope }) => ({ locale: localeOf(locale), scope }));
  const defaultLocale = localeOf(organisation.defaultLocale);
  const named: InstitutionRefusal[] = Object.keys(organisation.names).length === 0 ? [{ reason: 'name-missing' }] : [];
  const refusals = [...named, ...whyNoFacts({ ...organisation, locales, defaultLocale })];
  if (refusals.length > 0)
    throw organisationFault(
      refusals,
      locales.map(({ locale }) => locale),
    );
  return {
    names: checkedNames(organisation.names),
    introductions: checkedIntroductions(organisation.introductions),
    locales,
    defaultLocale,
    timeZone: organisation.timeZone,
  };
}

/** Everything that is wrong with the organisation in itself. */
export function whyNoOrganisation(organisation: Organisation): InstitutionRefusal[] {
  const { locales, defaultLocale } = organisation;
  const tags = whyNoTags([...locales.map(({ locale }) => locale), defaultLocale]);
  return [...tags, ...(tags.length > 0 ? [] : whyNoFacts(organisation)), ...whyNoTexts(organisation)];
}

function whyNoFacts({ locales, defaultLocale, timeZone }: Organisation): InstitutionRefusal[] {
  const refusals: InstitutionRefusal[] = [];
  const tags = locales.map(({ locale }) => localeOf(locale));
  const twice = tags.find((tag, at) => tags.indexOf(tag) < at);
  if (twice !== undefined) refusals.push({ reason: 'language-twice', locale: twice });
  const locale = localeOf(defaultLocale);
  if (!tags.includes(locale)) refusals.push({ reason: 'default-language-missing', locale });
  if (!isTimeZone(timeZone)) refusals.push({ reason: 'time-zone-unknown', timeZone });
  return refusals;
}

/** Says all of it, for whoever types a command. @param tags its languages. */
export function organisationFault(refusals: readonly InstitutionRefusal[], tags: readonly string[]): Fault {
  const problem = refusals.map((one) => sentenceOf(one, tags)).join(' ');
  return new Fault('ORGANISATION_INVALID', { problem });
}

function sentenceOf(refusal: InstitutionRefusal, tags: readonly string[]): string {
  switch (refusal.reason) {
    case 'name-missing':
      return 'it has no name. Give one with --name en="…".';
    case 'language-twice':
      return `the language ${refusal.locale} is named twice. Name each once in --locales.`;
    case 'default-language-missing':
      return `the default language ${refusal.locale} is not among its languages (${tags.join(', ')}). Change --default-locale or --locales.`;
    case 'language-public':
      return `there are public texts in ${refusal.locale}, and every address stays. Keep ${refusal.locale} in --locales.`;
    case 'time-zone-unknown':
      return `“${refusal.timeZone}” is not a time zone. Write one like Europe/Paris.`;
    default:
      return `${refusal.reason}.`;
  }
}
