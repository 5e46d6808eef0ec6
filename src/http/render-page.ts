import { type Keeping, readFromOf } from './known-changes.ts';
import { type PackedPage, packAnswer } from './packed-page.ts';
import type { KeptPage, PageCache } from './page-cache.ts';
import { isCanonical } from './public-path.ts';
import type { Answer } from './route.ts';

export interface RenderDeps {
  readonly cache: PageCache;
  /** After what it changed was taken in. */
  readonly version: () => number | Promise<number>;
  readonly noting: Keeping['noting'];
  /** Headers that every answer carries. */
  readonly common: readonly string[];
  /** Told of each page that was kept. */
  readonly onKept: (url: string, kept: KeptPage) => void;
}

export type RenderPage = (order: {
  readonly url: string;
  readonly zip: boolean;
  readonly answer: () => Promise<Answer | null>;
}) => Promise<PackedPage | null>;

/**
 * Renders a page, and keeps it with what it was rendered from. Those who ask for the same page of the same version at the
 * same time share one rendering: after a publish everybody wants the same list.
 *
 * @returns a function that answers null where the route does.
 */
export function pageRenderer(deps: RenderDeps): RenderPage {
  const underWay = new Map<string, { version: number; page: Promise<PackedPage | null> }>();

  return async ({ url, zip, answer }) => {
    const version = await deps.version();
    if (!isCanonical(url)) return packed(deps, await answer(), zip);

    // A rendering of an older version may have read an older list, so it is not shared.
    const other = underWay.get(url);
    if (other?.version === version) {
      const shared = await other.page.catch(() => null);
      if (shared !== null) return shared;
    }
    const rendering = renderKept(deps, { url, zip, version, answer });
    const mine = { version, page: rendering.then(({ page, isShared }) => (isShared ? page : null)) };
    // Who shares it hears of a failure from its own rendering; here it is awaited below.
    mine.page.catch(() => null);
    underWay.set(url, mine);
    try {
      return (await rendering).page;
    } finally {
      if (underWay.get(url) === mine) underWay.delete(url);
    }
  };
}

async function renderKept(
  deps: RenderDeps,
  order: { url: string; zip: boolean; version: number; answer: () => Promise<Answer | null> },
): Promise<{ page: PackedPage | null; isShared: boolean }> {
  const { url, version } = order;
  const { outcome: answer, readFrom } = await deps.noting(order.answer);
  // Problems and redirects have no end of addresses, so they are never kept.
  const mayKeep = answer !== null && answer.keep && answer.status === 200;
  const page = await packed(deps, answer, order.zip || mayKeep);
  if (page === null || !mayKeep) return { page, isShared: false };

  // What was published meanwhile is looked for before it is kept, and each time it is found.
  await deps.version();
  const kept = deps.cache.keep(url, { page, version, readFrom: readFromOf(readFrom) });
  if (kept !== null) deps.onKept(url, kept);
  return { page, isShared: true };
}

async function packed(deps: RenderDeps, answer: Answer | null, zip: boolean): Promise<PackedPage | null> {
  return answer === null ? null : packAnswer(answer, { zip, common: deps.common });
}
