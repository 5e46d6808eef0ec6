import { API_PAGE } from '../published/addresses.ts';

/** Every address of the API, as routes write it. What each answers is loaded with the first request for one. */
export const apiPaths = {
  start: '/api/v1',
  organisation: '/api/v1/organisation',
  offices: '/api/v1/offices',
  office: '/api/v1/offices/:office',
  countries: '/api/v1/countries',
  topics: '/api/v1/topics',
  lists: '/api/v1/lists',
  organisationList: '/api/v1/lists/organisation',
  organisationMonths: '/api/v1/lists/organisation/months',
  list: '/api/v1/lists/:directory/:name',
  months: '/api/v1/lists/:directory/:name/months',
  release: '/api/v1/releases/:release',
  releaseOfReference: '/api/v1/releases/:office/:year/:number',
  edition: '/api/v1/releases/:release/editions/:locale/:edition',
  editionOfReference: '/api/v1/releases/:office/:year/:number/editions/:locale/:edition',
  search: '/api/v1/search',
  changes: '/api/v1/changes',
  bulk: '/api/v1/bulk',
  bulkFile: '/api/v1/bulk/:file',
  document: '/api/v1/openapi.json',
  docs: API_PAGE,
  docsStyle: '/api/v1/docs.css',
} as const;

export type ApiName = keyof typeof apiPaths;
