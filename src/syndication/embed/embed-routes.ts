import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { contentSecurityPolicy } from '../../http/security-headers.ts';
import { embedPath, listPath } from '../../published/addresses.ts';
import { type ListBase, listBases, namedList } from '../../published/named-list.ts';
import type { Published } from '../../published/published.ts';
import { listName, organisationName } from '../list-name.ts';
import { namedPage } from '../named-page.ts';
import { EmbeddedList, EmbeddedText, EmbeddedTombstone } from './embed.view.tsx';
import { embedStyle, embedStylePath } from './embed-style.ts';

/** How many releases the frame of a list shows. */
const SHOWN = 10;

/** Small pages that other sites may show in a frame: of every list, and of every text. */
export function embedRoutes(published: Published, settings: SurfaceSettings): Route[] {
  const { origin } = settings;
  const lists = listBases.map((base): Route => {
    const answer = (visit: Visit) => answerList({ published, origin, base }, visit);
    return { name: 'embedded-list', path: embedPath(base.path), answer };
  });
  const text: Route = {
    name: 'embedded-text',
    path: embedPath('/:locale/releases/:reference/:slug'),
    answer: (visit) => answerText(published, origin, visit),
  };
  return [...lists, text, styleRoute];
}

const styleRoute: Route = {
  name: 'asset',
  path: embedStylePath,
  answer: async () => {
    const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
    return { status: 200, type: 'text/css; charset=utf-8', body: embedStyle, headers, keep: true };
  },
};

interface AskedList {
  readonly published: Published;
  readonly origin: string;
  readonly base: ListBase;
}

async function answerList({ published, origin, base }: AskedList, visit: Visit): Promise<Answer | null> {
  const named = await namedList(published, base.directory, visit.params);
  if (named === null) return null;
  const { institution, locale, subject } = named;
  const path = listPath(locale, subject, institution);
  if (!isSpelled(visit.path, embedPath(path))) return movedTo(embedPath(path));

  const { items } = await published.newestPage(subject, locale);
  const organisation = organisationName(institution, locale);
  const office = (code: string) => listName({ kind: 'office', code }, locale, institution);
  const name = listName(subject, locale, institution);
  const list = { locale, name, organisation, office, address: origin + path, items: items.slice(0, SHOWN) };
  return frame(EmbeddedList(list));
}

async function answerText(published: Published, origin: string, visit: Visit): Promise<Answer | null> {
  const named = await namedPage(published, visit.path.replace(/\/embed$/, ''));
  if (named?.is === 'retracted') return frame(EmbeddedTombstone(named), 410);
  if (named?.is !== 'text') return null;
  const { text, path } = named;
  if (!isSpelled(visit.path, embedPath(path))) return movedTo(embedPath(path));

  const institution = await published.institution();
  const office = listName({ kind: 'office', code: text.office }, text.locale, institution);
  const organisation = organisationName(institution, text.locale);
  return frame(EmbeddedText({ text, office, organisation, address: origin + path }));
}

/** These pages alone may stand in another site's frame. They have no form and nothing to press that would change anything. */
const framed = {
  'content-security-policy': contentSecurityPolicy
    .replace("form-action 'self'", "form-action 'none'")
    .replace("frame-ancestors 'none'", 'frame-ancestors *'),
  'cross-origin-resource-policy': 'cross-origin',
};

function frame(page: VNode, status: 200 | 410 = 200): Answer {
  const body = `<!doctype html>${renderToString(page)}`;
  return { status, type: 'text/html; charset=utf-8', body, headers: framed, keep: true };
}
