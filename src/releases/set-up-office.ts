import type { Tx } from '../database/transaction.ts';
import { checkedOffice, officeFault, whyNoOffice } from '../offices/checked-office.ts';
import { takenSlugs } from '../offices/former-slugs.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import type { InstitutionRefusal } from '../offices/institution-refusal.ts';
import type { Office } from '../offices/office.ts';
import type { NewPlacement } from '../published/publication.ts';
import type { PublishDeps } from './publish-release.ts';

export interface OfficeDeps extends PublishDeps {
  readonly institution: InstitutionStore;
}

/**
 * Makes an office, or changes it. Releases that concern a country it newly covers join its list, each in the span it
 * falls in. Lists never lose members: a country is not taken away once its releases are there.
 *
 * @throws Fault OFFICE_INVALID
 */
export async function setUpOffice(deps: OfficeDeps, wanted: Office): Promise<'made' | 'changed'> {
  return deps.inTransaction((tx) => setUpOfficeWithin(tx, deps, wanted));
}

/** As setUpOffice, inside a transaction that does something more. */
export async function setUpOfficeWithin(tx: Tx, deps: OfficeDeps, wanted: Office): Promise<'made' | 'changed'> {
  const office = checkedOffice(wanted);
  const refusals = await whyNotBeside(tx, deps, office);
  if (refusals.length > 0) throw officeFault(office.code, refusals);
  const isKnown = (await deps.institution.offices(tx)).some(({ code }) => code === office.code);
  await deps.beforePublic(tx);
  await deps.institution.saveOffice(tx, office);
  await placeEarlier(tx, deps, office);
  return isKnown ? 'changed' : 'made';
}

/** Everything that speaks against keeping an office so. */
export async function whyNotOffice(tx: Tx, deps: OfficeDeps, wanted: Office): Promise<InstitutionRefusal[]> {
  return [...whyNoOffice(wanted), ...(await whyNotBeside(tx, deps, wanted))];
}

/** What other offices, and its own list, have against it. */
async function whyNotBeside(tx: Tx, deps: OfficeDeps, office: Office): Promise<InstitutionRefusal[]> {
  const offices = await deps.institution.offices(tx);
  const refusals: InstitutionRefusal[] = [];
  for (const taken of takenSlugs(office, offices)) refusals.push({ reason: 'slug-taken', ...taken });
  const known = offices.find(({ code }) => code === office.code);
  for (const country of known?.countries ?? []) {
    if (office.countries.includes(country)) continue;
    const count = await deps.publications.concerning(tx, office.code, country);
    if (count > 0) refusals.push({ reason: 'country-listed', country, count });
  }
  return refusals;
}

async function placeEarlier(tx: Tx, deps: OfficeDeps, office: Office): Promise<void> {
  const missing = await deps.publications.missingFrom(tx, office);
  const releases = [...(await deps.publications.releases(tx, missing)).values()];
  const lists = [`office:${office.code}`];
  const placements = releases.flatMap((release): NewPlacement[] => [
    { lists, scope: 'any', release: release.id, moment: release.published },
    ...[...release.versions].map(([scope, version]) => ({
      lists,
      scope,
      release: release.id,
      moment: version.published,
    })),
  ]);
  const order = ({ moment }: NewPlacement) => `${moment.at} ${String(moment.sequence).padStart(12, '0')}`;
  placements.sort((one, other) => (order(one) < order(other) ? -1 : 1));
  await deps.publications.place(tx, placements);
}
