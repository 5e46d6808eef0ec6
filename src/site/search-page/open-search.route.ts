import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Route, SurfaceSettings } from '../../http/route.ts';
import { element, xmlDocument } from '../../platform/xml.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Published } from '../../published/published.ts';
import { type Stationery, stationeryFor } from '../around/stationery.ts';
import { assetPath, openSearchPath, searchPath } from '../site-addresses.ts';
import { iconFile } from '../style/assets.ts';

/** An OpenSearch 1.1 description: a browser that has read it searches here from its own field. */
export function openSearchRoute(published: Published, { origin }: SurfaceSettings): Route {
  return {
    name: 'opensearch',
    path: '/:locale/opensearch.xml',
    answer: async ({ params, path }) => {
      const institution = await published.institution();
      const locale = siteLocale(params['locale'], institution);
      if (locale === null) return null;
      if (!isSpelled(path, openSearchPath(locale))) return movedTo(openSearchPath(locale));
      const body = describe(stationeryFor(institution, locale, origin));
      return { status: 200, type: 'application/opensearchdescription+xml; charset=utf-8', body, keep: true };
    },
  };
}

/** In characters, as the format has it. */
const LONGEST_NAME = 16;

function describe({ locale, organisation, origin, words }: Stationery): string {
  const results = { type: 'text/html', template: `${origin}${searchPath(locale)}?q={searchTerms}` };
  return xmlDocument(
    element(
      'OpenSearchDescription',
      {},
      element('ShortName', {}, [...organisation.text].slice(0, LONGEST_NAME).join('').trim()),
      element('Description', {}, `${words('searchAll')} – ${organisation.text}`),
      element('Url', results),
      element('Image', { width: 32, height: 32, type: 'image/svg+xml' }, origin + assetPath(iconFile)),
      element('Language', {}, locale),
      element('InputEncoding', {}, 'UTF-8'),
    ),
    'http://a9.com/-/spec/opensearch/1.1/',
  );
}
