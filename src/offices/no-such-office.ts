import { Fault } from '../platform/faults.ts';
import { nearest } from '../platform/nearest.ts';

/**
 * Why a code names no office. One that differs only in case, or by a letter or two, was probably meant.
 *
 * @param codes those that are here.
 */
export function noSuchOffice(code: string, codes: Iterable<string>): Fault {
  const inCapitals = new Map([...codes].map((one) => [one.toUpperCase(), one]));
  const meant = inCapitals.get(nearest(code.toUpperCase(), [...inCapitals.keys()]) ?? '');
  return meant === undefined ? new Fault('OFFICE_UNKNOWN', { code }) : new Fault('OFFICE_MISSPELT', { code, meant });
}
