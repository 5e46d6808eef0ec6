import { createContext, use } from 'react';
import type { InstitutionSeen, Me } from '../../src/desk/contract.ts';
import type { Role } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** Who is signed in, and the institution they work for: every screen but the door knows both. */
export interface Desk {
  readonly me: Me;
  readonly institution: InstitutionSeen;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  // Only a mistake in the tree of frame.tsx leads here.
  if (desk === null) throw new TypeError('There is no desk above.');
  return desk;
}

/** Whether somebody has one of these roles anywhere: decides what is offered, never what is allowed. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const { me } = useDesk();
  return me.person.assignments.some(({ role }) => roles.includes(role));
}

/** A name in the language of the desk, else in any. */
export function useNames() {
  const { institution } = useDesk();
  const { language } = useWords();
  const first = (names: Readonly<Record<string, string>>, fallback: string) =>
    names[language] ??
    names[language.split('-')[0] ?? ''] ??
    names[institution.defaultLocale] ??
    Object.values(names)[0] ??
    fallback;
  return {
    organisation: first(institution.names, ''),
    office: (code: string) => first(institution.offices.find((one) => one.code === code)?.names ?? {}, code),
    topic: (code: string) => first(institution.topics.find((one) => one.code === code)?.names ?? {}, code),
  };
}

/** The zone on whose clock an office works. */
export function useZoneOf(office: string): string {
  const { institution } = useDesk();
  return institution.offices.find(({ code }) => code === office)?.timeZone ?? institution.timeZone;
}

/** Which way a text in this language runs. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const language = locale.split('-')[0] ?? '';
  return ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'].includes(language) ? 'rtl' : 'ltr';
}
