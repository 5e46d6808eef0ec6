import type { Tx } from '../database/transaction.ts';
import { checkedOrganisation, organisationFault, whyNoOrganisation } from '../offices/checked-organisation.ts';
import type { InstitutionRefusal } from '../offices/institution-refusal.ts';
import type { Organisation } from '../offices/office.ts';
import type { OfficeDeps } from './set-up-office.ts';

/**
 * Names the organisation, or changes what is said of it; every page says it from then on. A language in which there are public
 * texts stays: their addresses would lead nowhere.
 *
 * @throws Fault ORGANISATION_INVALID
 */
export async function setUpOrganisation(deps: OfficeDeps, wanted: Organisation): Promise<'made' | 'changed'> {
  return deps.inTransaction((tx) => setUpOrganisationWithin(tx, deps, wanted));
}

/** As setUpOrganisation, inside a transaction that does something more. */
export async function setUpOrganisationWithin(
  tx: Tx,
  deps: OfficeDeps,
  wanted: Organisation,
): Promise<'made' | 'changed'> {
  const organisation = checkedOrganisation(wanted);
  const known = await deps.institution.organisation(tx);
  const refusals = await whyNotLeft(tx, deps, organisation);
  if (refusals.length > 0) throw organisationFault(refusals, []);
  await deps.beforePublic(tx);
  await deps.institution.saveOrganisation(tx, organisation);
  return known === null ? 'made' : 'changed';
}

/** Everything that speaks against keeping the organisation so. */
export async function whyNotOrganisation(
  tx: Tx,
  deps: OfficeDeps,
  wanted: Organisation,
): Promise<InstitutionRefusal[]> {
  return [...whyNoOrganisation(wanted), ...(await whyNotLeft(tx, deps, wanted))];
}

async function whyNotLeft(tx: Tx, deps: OfficeDeps, { locales }: Organisation): Promise<InstitutionRefusal[]> {
  const known = await deps.institution.organisation(tx);
  const refusals: InstitutionRefusal[] = [];
  for (const { locale } of known?.locales ?? []) {
    if (locales.some((one) => one.locale === locale)) continue;
    if (await deps.publications.hasTextsIn(tx, locale)) refusals.push({ reason: 'language-public', locale });
  }
  return refusals;
}
