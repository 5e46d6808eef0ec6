import type { Tx } from '../../database/transaction.ts';
import type { InstitutionStore } from '../../offices/institution.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import type { InstitutionKept, OrganisationKept } from '../contract-institution.ts';

/** A newsroom that nobody has named yet. */
const unnamed: OrganisationKept = {
  names: {},
  introductions: {},
  locales: [{ locale: 'en', scope: 'any' }],
  defaultLocale: 'en',
  timeZone: 'UTC',
};

/** Everything that is kept of the institution, and what somebody may change of it. */
export async function institutionKept(
  tx: Tx,
  { institution }: { readonly institution: InstitutionStore },
  person: Person,
): Promise<InstitutionKept> {
  const organisation = (await institution.organisation(tx)) ?? unnamed;
  const offices = (await institution.offices(tx)).map((office) => {
    const { code, names, introductions, locales } = office;
    const tags = [...organisation.locales.map(({ locale }) => locale), ...locales];
    const all = [...new Set([...tags, ...Object.keys(names), ...Object.keys(introductions)])];
    const mayDescribe = all.filter((locale) => may(person, 'describe-office', { office: code, locale }));
    return { ...office, mayDescribe };
  });
  const newsroom = { office: null, locale: null };
  return {
    ...{ organisation, offices, topics: await institution.topics(tx) },
    mayKeepOffices: may(person, 'keep-offices', newsroom),
    mayKeepOrganisation: may(person, 'keep-organisation', newsroom),
    mayKeepKeys: may(person, 'keep-keys', newsroom),
  };
}
