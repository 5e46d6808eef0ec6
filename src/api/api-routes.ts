import type { Answer, Route, Visit } from '../http/route.ts';
import type { Clock } from '../platform/clock.ts';
import type { KeyReads } from '../published/api-key.ts';
import type { Published } from '../published/published.ts';
import type { WholeReleases } from '../published/whole-release.ts';
import type { Search } from '../search/search.ts';
import { type ApiName, apiPaths } from './api-paths.ts';
import type { BulkFolder } from './bulk/bulk-folder.ts';

export interface ApiDeps {
  readonly published: Published;
  readonly releases: WholeReleases;
  readonly search: Search;
  readonly keys: KeyReads;
  readonly bulk: BulkFolder;
  readonly clock: Clock;
  /** Public origin without a slash at the end. */
  readonly origin: string;
  /** Requests a minute that are answered to one address without a key. */
  readonly anonymousRate: number;
}

export interface Api {
  answer(name: ApiName, visit: Visit): Promise<Answer | null>;
}

/** The public API. Its operations and their shapes are loaded with the first request: a start does without them. */
export function apiRoutes(deps: ApiDeps): Route[] {
  let opening: Promise<Api> | null = null;
  const opened = () => {
    // After a failure the next request tries again.
    opening ??= open(deps).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  const routes = Object.entries(apiPaths) as [ApiName, string][];
  return routes.map(([name, path]) => ({
    name: `api-${name}`,
    path,
    isForOtherSites: true,
    answer: async (visit) => (await opened()).answer(name, visit),
  }));
}

async function open(deps: ApiDeps): Promise<Api> {
  const { openApi } = await import('./open-api.ts');
  return openApi(deps);
}
