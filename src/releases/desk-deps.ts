import type { AuditStore } from '../audit/entry.ts';
import type { InTransaction, Tx } from '../database/transaction.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import type { Actor } from '../people/person.ts';
import type { Clock } from '../platform/clock.ts';
import type { Locale } from '../platform/locales.ts';
import type { PinStore } from '../published/pin.ts';
import type { DraftStore } from './draft.ts';
import type { KeptPictureStore } from './picture.ts';
import type { PublishDeps } from './publish-release.ts';
import type { TaskStore } from './task.ts';

/** What every verb of the desk is handed. */
export interface DeskDeps {
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly institution: Pick<InstitutionStore, 'organisation' | 'topics'>;
  readonly drafts: DraftStore;
  readonly pictures: KeptPictureStore;
  readonly tasks: TaskStore;
  readonly pins: PinStore;
  readonly audit: AuditStore;
  readonly publishing: PublishDeps;
  /** Told, inside the transaction, that something was put into the schedule or taken out of it. */
  readonly onSchedule: (tx: Tx) => void;
}

/** Who acts on which text. */
export interface TextOrder {
  readonly by: Actor;
  readonly release: string;
  readonly locale: Locale;
}

/** An act on a text as somebody saw it: refused when it was saved since. */
export interface SeenOrder extends TextOrder {
  readonly revision: number;
}
