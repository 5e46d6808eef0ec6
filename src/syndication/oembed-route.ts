import type { Answer, Route, SurfaceSettings, Visit } from '../http/route.ts';
import { element, xmlDocument } from '../platform/xml.ts';
import { embedPath } from '../published/addresses.ts';
import { embedCode, LIST_FRAME_HEIGHT } from '../published/embed-code.ts';
import type { Published } from '../published/published.ts';
import { listName, organisationName } from './list-name.ts';
import { type NamedPage, namedPage, pathOnSite } from './named-page.ts';

/** In pixels, where the other site sets no limit. */
const FRAME = { width: 600, list: LIST_FRAME_HEIGHT, text: 240 };

/** In seconds: the frame itself is always of this moment. */
const CACHE_AGE = 3_600;

/** Tells other sites the frame that shows a list or a text. @see https://oembed.com */
export function oembedRoute(published: Published, settings: SurfaceSettings): Route {
  return {
    name: 'oembed',
    path: '/oembed',
    isForOtherSites: true,
    answer: (visit) => answerOembed(published, settings.origin, visit),
  };
}

async function answerOembed(published: Published, origin: string, { query }: Visit): Promise<Answer> {
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return refused(501, 'There is no such format. Ask for json or xml.');
  const limits = { width: limitIn(query.get('maxwidth')), height: limitIn(query.get('maxheight')) };
  if (limits.width === 'unreadable' || limits.height === 'unreadable') {
    return refused(400, 'maxwidth and maxheight are whole numbers of pixels. Write maxwidth=600, or leave it out.');
  }
  const url = query.get('url');
  if (url === null || url === '') {
    return refused(400, `There is no url. Add the address of a list or a release: url=${origin}/…`);
  }
  const path = pathOnSite(url, origin);
  const page = path === null ? null : await namedPage(published, path);
  if (page === null) return refused(404, `That is no list or release of ${origin}. Take an address from its pages.`);
  if (page.is === 'retracted') return refused(404, 'That release was retracted. Take the frame out of your page.');

  const width = Math.min(FRAME.width, limits.width ?? FRAME.width);
  const wanted = FRAME[page.is];
  const height = Math.min(wanted, limits.height ?? wanted);
  const told = await describe(published, { page, origin, width, height });
  return format === 'json'
    ? answer('application/json; charset=utf-8', JSON.stringify(told))
    : answer('text/xml; charset=utf-8', asXml(told));
}

interface FrameOrder {
  readonly page: Exclude<NamedPage, { is: 'retracted' }>;
  readonly origin: string;
  readonly width: number;
  readonly height: number;
}

async function describe(published: Published, { page, origin, width, height }: FrameOrder) {
  const institution = await published.institution();
  const isList = page.is === 'list';
  const { locale } = isList ? page : page.text;
  const title = isList ? listName(page.subject, locale, institution) : page.text.headline;
  const html = embedCode({ address: origin + embedPath(page.path), title, width, height });
  const office = isList
    ? {}
    : { author_name: listName({ kind: 'office', code: page.text.office }, locale, institution) };
  return {
    ...{ version: '1.0', type: 'rich', title, ...office, provider_name: organisationName(institution, locale) },
    ...{ provider_url: `${origin}/${locale}`, cache_age: CACHE_AGE, html, width, height },
  } as const;
}

function asXml(told: Awaited<ReturnType<typeof describe>>): string {
  return xmlDocument(
    element(
      'oembed',
      {},
      element('version', {}, told.version),
      element('type', {}, told.type),
      element('title', {}, told.title),
      told.author_name !== undefined && element('author_name', {}, told.author_name),
      element('provider_name', {}, told.provider_name),
      element('provider_url', {}, told.provider_url),
      element('cache_age', {}, String(told.cache_age)),
      element('html', {}, told.html),
      element('width', {}, String(told.width)),
      element('height', {}, String(told.height)),
    ),
    null,
  );
}

/** Null where there is none. */
function limitIn(text: string | null): number | null | 'unreadable' {
  if (text === null) return null;
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 'unreadable';
}

const everySite = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

function answer(type: string, body: string): Answer {
  return { status: 200, type, body, headers: everySite, keep: false };
}

function refused(status: 400 | 404 | 501, message: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${message}\n`, headers: everySite, keep: false };
}
