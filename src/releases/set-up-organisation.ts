import { checkedOrganisation } from '../offices/checked-organisation.ts';
import type { Organisation } from '../offices/office.ts';
import type { OfficeDeps } from './set-up-office.ts';

/**
 * Names the organisation, or changes what is said of it; every page says it from then on.
 *
 * @throws Fault ORGANISATION_INVALID
 */
export async function setUpOrganisation(deps: OfficeDeps, wanted: Organisation): Promise<'made' | 'changed'> {
  const organisation = checkedOrganisation(wanted);
  return deps.inTransaction(async (tx) => {
    const known = await deps.institution.organisation(tx);
    await deps.beforePublic(tx);
    await deps.institution.saveOrganisation(tx, organisation);
    return known === null ? 'made' : 'changed';
  });
}
