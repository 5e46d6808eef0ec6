import { answerOperation } from './answer-operation.ts';
import type { ApiName } from './api-paths.ts';
import type { Api, ApiDeps } from './api-routes.ts';
import { bulkOperations } from './bulk/bulk.route.ts';
import { changesOperations } from './changes/changes.route.ts';
import { documentOperations } from './document/document.route.ts';
import { institutionOperations } from './institution/institution.route.ts';
import { openBuckets } from './keys/buckets.ts';
import { openGate } from './keys/gate.ts';
import { listOperations } from './lists/list.route.ts';
import type { Operation } from './operation.ts';
import { releaseOperations } from './releases/release.route.ts';
import { releaseWriter } from './releases/write-release.ts';
import { searchOperations } from './search/search.route.ts';

/** All operations, and the gate before them. */
export function openApi({ published, releases, search, bulk, keys, clock, origin, anonymousRate }: ApiDeps): Api {
  const writer = releaseWriter(origin);
  const operations: Readonly<Record<ApiName, Operation>> = {
    ...institutionOperations({ published, releases }, origin),
    ...listOperations({ published, writer, origin }),
    ...releaseOperations(releases, writer),
    ...searchOperations({ published, releases, search, writer, origin }),
    ...changesOperations({ releases, writer }, origin),
    ...bulkOperations({ releases, bulk, origin }),
    ...documentOperations(published, origin, () => operations),
  };
  const gate = openGate({ keys, take: openBuckets(clock), anonymousRate });
  return { answer: (name, visit) => answerOperation(operations[name], visit, { gate, origin }) };
}
