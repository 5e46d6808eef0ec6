import type { Actor, Assignment, Person } from './person.ts';

/**
 * May they give this role to somebody, or take it away? An administrator any; an office administrator those of their own
 * office (and language, where theirs is for one), and never that of an administrator.
 */
export function mayGrant(actor: Actor, { role, office, locale }: Assignment): boolean {
  if (isAdministrator(actor)) return true;
  if (role === 'administrator') return false;
  return actor.assignments.some(
    (one) =>
      one.role === 'office-administrator' &&
      (one.office === null || one.office === office) &&
      (one.locale === null || one.locale === locale),
  );
}

/** May they act on this person's account? Only where every role of that person is theirs to grant: a link lets in everywhere. */
export function mayKeep(actor: Actor, { assignments }: Person): boolean {
  if (isAdministrator(actor)) return true;
  return assignments.length > 0 && assignments.every((one) => mayGrant(actor, one));
}

export function isAdministrator({ assignments }: Pick<Actor, 'assignments'>): boolean {
  return assignments.some(({ role }) => role === 'administrator');
}
