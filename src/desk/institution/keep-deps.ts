import type { AuditStore } from '../../audit/entry.ts';
import type { OfficeDeps } from '../../releases/set-up-office.ts';

/** What every verb on the institution is handed. */
export interface KeepDeps extends OfficeDeps {
  readonly audit: AuditStore;
}
