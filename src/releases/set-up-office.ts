import type { Tx } from '../database/transaction.ts';
import { checkedOffice } from '../offices/checked-office.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import type { Office } from '../offices/office.ts';
import { Fault } from '../platform/faults.ts';
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
  const offices = await deps.institution.offices(tx);
  const known = offices.find((one) => one.code === office.code);
  if (offices.some((one) => one.slug === office.slug && one.code !== office.code)) {
    throw new Fault('OFFICE_INVALID', { code: office.code, problem: `the slug ${office.slug} is another office’s.` });
  }
  await refuseLosses(tx, deps, office, known);
  await deps.beforePublic(tx);
  await deps.institution.saveOffice(tx, office);
  await placeEarlier(tx, deps, office);
  return known === undefined ? 'made' : 'changed';
}

async function refuseLosses(tx: Tx, deps: OfficeDeps, office: Office, known: Office | undefined): Promise<void> {
  for (const country of known?.countries ?? []) {
    if (office.countries.includes(country)) continue;
    const count = await deps.publications.concerning(tx, office.code, country);
    if (count === 0) continue;
    const problem = `${count} releases about ${country} are on its list, and lists never lose members. Keep ${country} in --countries.`;
    throw new Fault('OFFICE_INVALID', { code: office.code, problem });
  }
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
