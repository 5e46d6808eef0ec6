import type { Told } from '../../audit/entry.ts';
import type { Organisation } from '../../offices/office.ts';
import type { Person } from '../../people/person.ts';
import { type DeskOutcome, refused } from '../../releases/desk-outcome.ts';
import { enterAct } from '../../releases/enter-act.ts';
import { whyNotAllowed } from '../../releases/open-text.ts';
import { setUpOrganisationWithin, whyNotOrganisation } from '../../releases/set-up-organisation.ts';
import type { OrganisationChange } from '../contract-institution.ts';
import type { KeepDeps } from './keep-deps.ts';
import { patchedTexts } from './patched-texts.ts';
import { toldChanges } from './told-changes.ts';

/** Names the organisation, or changes what is named of it. Where nothing is different, nothing is written. */
export async function keepOrganisation(deps: KeepDeps, by: Person, change: OrganisationChange): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const known = await deps.institution.organisation(tx);
    const wanted = patched(known, change);
    const refusals = whyNotAllowed(by, 'keep-organisation', { office: null, locale: null });
    refusals.push(...(await whyNotOrganisation(tx, deps, wanted)));
    if (refusals.length > 0) return refused(...refusals);

    const detail: Told = toldChanges(known, wanted);
    if (Object.keys(detail).length === 0) return { ok: true };
    await setUpOrganisationWithin(tx, deps, wanted);
    const on = { release: null, locale: null, office: null };
    await enterAct(tx, deps, { by, act: 'kept-organisation', on, detail });
    return { ok: true };
  });
}

function patched(known: Organisation | null, change: OrganisationChange): Organisation {
  const locales = change.locales ?? known?.locales ?? [];
  return {
    names: patchedTexts(known?.names, change.names),
    introductions: patchedTexts(known?.introductions, change.introductions),
    locales,
    defaultLocale: change.defaultLocale ?? known?.defaultLocale ?? locales[0]?.locale ?? 'en',
    timeZone: change.timeZone ?? known?.timeZone ?? 'UTC',
  };
}
