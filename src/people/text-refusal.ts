import { Fault } from '../platform/faults.ts';
import { lineOfText } from '../platform/text.ts';
import type { PeopleRefusal } from './refusal.ts';

/** What is wrong with a line that somebody typed, as a refusal; empty: it will do. */
export function lineRefusals(text: string, field: string, limit: number): PeopleRefusal[] {
  try {
    lineOfText(text, field, limit);
    return [];
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return [{ reason: 'text-invalid', field, problem: String(fault.detail['problem']) }];
  }
}

/** As browsers check it: whether somebody reads there, only a letter can tell. */
export const emailPattern = '^[^\\s@\\u0000-\\u001f\\u007f]+@[^\\s@\\u0000-\\u001f\\u007f]+$';
export const LONGEST_EMAIL = 254;
export const LONGEST_NAME = 200;

export function emailRefusals(email: string): PeopleRefusal[] {
  if (email.length <= LONGEST_EMAIL && new RegExp(emailPattern).test(email)) return [];
  return [
    { reason: 'text-invalid', field: 'email', problem: 'It is no e-mail address. Write one like you@example.org.' },
  ];
}
