import type { Person } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { useAsked } from './asked.ts';

/** The colleagues of whom this is true, by name, as `Ines or Luc`; empty: nobody; null until it is known. */
export function useColleagues(isMeant: (person: Person) => boolean): string | null {
  const { list } = useWords();
  const { answer } = useAsked('GET /desk/api/people', {});
  if (answer === undefined) return null;
  const meant = answer.people.filter((person) => person.standing === 'active' && isMeant(person));
  return list(meant.map(({ name }) => name));
}

/** Who can give a role. */
export function useAdministrators(): string | null {
  return useColleagues(({ assignments }) => assignments.some(({ role }) => role === 'administrator'));
}
