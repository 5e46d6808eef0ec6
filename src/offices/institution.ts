import type { Tx } from '../database/transaction.ts';
import type { Boilerplate, Office, Organisation, Topic } from './office.ts';

/** Who publishes here, as the newsroom keeps it. Every change is public at once. */
export interface InstitutionStore {
  organisation(tx: Tx): Promise<Organisation | null>;
  offices(tx: Tx): Promise<readonly Office[]>;
  topics(tx: Tx): Promise<readonly Topic[]>;
  boilerplates(tx: Tx): Promise<readonly Boilerplate[]>;
  /** Makes it, or replaces what may change. */
  saveOrganisation(tx: Tx, organisation: Organisation): Promise<void>;
  saveOffice(tx: Tx, office: Office): Promise<void>;
  saveTopic(tx: Tx, topic: Topic): Promise<void>;
  /** Names them in this order from now on. */
  orderOffices(tx: Tx, codes: readonly string[]): Promise<void>;
  orderTopics(tx: Tx, codes: readonly string[]): Promise<void>;
  /** Words that were true on a day stay: a second text for the same day is refused by the database. */
  saveBoilerplate(tx: Tx, boilerplate: Boilerplate): Promise<void>;
}
