import { previewStore } from '../../src/desk/previews/preview.store.ts';
import type { PreviewDeps } from '../../src/desk/previews/share-preview.ts';
import { personStore } from '../../src/people/person.store.ts';
import { hashOf } from '../../src/people/secret.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';

/** What shared previews need beside the rest of the desk. */
export function previewDeps(deps: DeskDeps): PreviewDeps {
  return { ...deps, previews: previewStore(), people: personStore(), newToken: deps.newId, hashOf };
}
