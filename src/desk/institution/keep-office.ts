import type { Told } from '../../audit/entry.ts';
import type { Office } from '../../offices/office.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import { type DeskOutcome, type DeskRefusal, refused } from '../../releases/desk-outcome.ts';
import { enterAct } from '../../releases/enter-act.ts';
import { setUpOfficeWithin, whyNotOffice } from '../../releases/set-up-office.ts';
import type { OfficeChange } from '../contract-institution.ts';
import type { KeepDeps } from './keep-deps.ts';
import { languagesChanged, patchedTexts } from './patched-texts.ts';
import { placeIn, toldPlace } from './place-in.ts';
import { toldChanges } from './told-changes.ts';

/**
 * Makes an office, or changes what is named of it. Its facts are for whoever keeps offices; its names and introductions also for
 * whoever may describe it in that language. Where nothing is different, nothing is written.
 */
export async function keepOffice(deps: KeepDeps, by: Person, change: OfficeChange): Promise<DeskOutcome> {
  const { code, isNew, position } = change;
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const offices = await deps.institution.offices(tx);
    const known = offices.find((one) => one.code === code) ?? null;
    const wanted = patched(known, change);
    const { before, after } = placeIn(offices, code, position);
    const isMoved = before.indexOf(code) !== after.indexOf(code);
    const refusals = whyNotAllowed(by, { known, wanted, isMoved });
    if (isNew && known !== null) refusals.push({ reason: 'code-taken', code });
    if (!isNew && known === null) refusals.push({ reason: 'office-unknown', office: code });
    else refusals.push(...(await whyNotOffice(tx, deps, wanted)));
    if (refusals.length > 0) return refused(...refusals);

    const detail: Told = { ...toldChanges(known, wanted), ...toldPlace(before, after, code) };
    if (Object.keys(detail).length === 0) return { ok: true };
    await setUpOfficeWithin(tx, deps, wanted);
    if (isMoved) await deps.institution.orderOffices(tx, after);
    const on = { release: null, locale: null, office: code };
    await enterAct(tx, deps, { by, act: 'kept-office', on, detail });
    return { ok: true };
  });
}

function patched(known: Office | null, change: OfficeChange): Office {
  return {
    code: change.code,
    slug: change.slug ?? known?.slug ?? change.code.toLowerCase(),
    names: patchedTexts(known?.names, change.names),
    introductions: patchedTexts(known?.introductions, change.introductions),
    countries: change.countries ?? known?.countries ?? [],
    locales: change.locales ?? known?.locales ?? [],
    timeZone: change.timeZone ?? known?.timeZone ?? '',
  };
}

interface Wanted {
  readonly known: Office | null;
  readonly wanted: Office;
  readonly isMoved: boolean;
}

function whyNotAllowed(by: Person, { known, wanted, isMoved }: Wanted): DeskRefusal[] {
  if (may(by, 'keep-offices', { office: null, locale: null })) return [];
  if (known === null || isMoved || factsOf(known) !== factsOf(wanted)) {
    return [{ reason: 'not-allowed', act: 'keep-offices' }];
  }
  const office = wanted.code;
  const { names, introductions } = wanted;
  const locales = [...languagesChanged(known.names, names), ...languagesChanged(known.introductions, introductions)];
  // Who changes nothing needs the right for the office all the same.
  const isAllowed = [null, ...locales].every((locale) => may(by, 'describe-office', { office, locale }));
  return isAllowed ? [] : [{ reason: 'not-allowed', act: 'describe-office' }];
}

function factsOf({ slug, countries, locales, timeZone }: Office): string {
  return JSON.stringify([slug, countries, locales, timeZone]);
}
