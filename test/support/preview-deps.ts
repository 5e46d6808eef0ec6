import { previewStore } from '../../src/desk/previews/preview.store.ts';
import type { ReviewDeps } from '../../src/desk/reviews/make-remark.ts';
import { remarkStore } from '../../src/desk/reviews/remark.store.ts';
import { personStore } from '../../src/people/person.store.ts';
import { hashOf } from '../../src/people/secret.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';

/** What shared previews, and reviews by them, need beside the rest of the desk. */
export function previewDeps(deps: DeskDeps): DeskDeps & ReviewDeps {
  return {
    ...deps,
    previews: previewStore(),
    remarks: remarkStore(),
    people: personStore(),
    newToken: deps.newId,
    hashOf,
  };
}
