import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import type { PeopleOutcome } from './refusal.ts';

/** What whoever has the machine may do about administrators, without being one. */
export interface Administrators {
  /** The link by which the first administrator comes in; null once there is one. */
  firstAdministratorLink(): Promise<string | null>;
  /** By name, those too who have not come in yet or are shut out. */
  administrators(): Promise<readonly Person[]>;
  /** A link for one who can no longer come in. */
  letAdministratorIn(email: string): Promise<PeopleOutcome<{ readonly person: Person; readonly link: string }>>;
}

/** Not by way of the desk, whose libraries would keep the first readers waiting. */
export function administratorsOf(people: () => Promise<PeopleDeps>): Administrators {
  return {
    async firstAdministratorLink() {
      const { firstAdministratorLink } = await import('./first-administrator-link.ts');
      return firstAdministratorLink(await people());
    },
    async administrators() {
      const { isAdministrator } = await import('./may-grant.ts');
      const deps = await people();
      return (await deps.inTransaction((tx) => deps.people.everybody(tx))).filter(isAdministrator);
    },
    async letAdministratorIn(email) {
      const { letAdministratorIn } = await import('./let-administrator-in.ts');
      return letAdministratorIn(await people(), { email });
    },
  };
}
