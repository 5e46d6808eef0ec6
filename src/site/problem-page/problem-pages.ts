import type { ProblemPages, SurfaceSettings } from '../../http/route.ts';
import { type Locale, localeOf } from '../../platform/locales.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Institution, Published } from '../../published/published.ts';
import { interfaceWords } from '../../words/languages.ts';
import { HTML, pageOf } from '../around/answers.ts';
import { bestLanguage } from '../around/best-language.ts';
import { stationeryFor } from '../around/stationery.ts';
import { ProblemPageView } from './problem-page.view.tsx';

/** Says what went wrong in the language of the address, else the reader's, even when nothing can be looked up. */
export function problemPages(published: Published, settings: SurfaceSettings): ProblemPages {
  const nobody = unnamedInstitution(settings.defaultLocale ?? 'en');
  return {
    async problem({ status, path, acceptLanguage, requestId }) {
      const institution = await published.institution().catch(() => nobody);
      const { locales, defaultLocale } = institution.organisation;
      const offered = locales.map(({ locale }) => locale);
      const named = siteLocale(path.split('/', 2)[1], institution);
      const locale = named ?? bestLanguage(acceptLanguage, offered, defaultLocale);
      const stationery = stationeryFor(institution, locale, settings.origin);
      return { body: pageOf(ProblemPageView({ status, requestId, stationery })), type: HTML };
    },
  };
}

/** For when the database cannot be asked who publishes here. */
function unnamedInstitution(defaultLocale: Locale): Institution {
  const locales = Object.keys(interfaceWords).map((locale) => ({ locale: localeOf(locale), scope: 'any' as const }));
  const organisation = { names: {}, introductions: {}, locales, defaultLocale, timeZone: 'UTC' };
  return { organisation, offices: [], topics: [], countries: [], types: [] };
}
