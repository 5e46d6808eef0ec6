import type { Locale } from '../platform/locales.ts';
import type { Actor, Role } from './person.ts';

/**
 * Which role may do what: the one table. An assignment counts for its office and its language, or for any; acts on
 * an office ask for no language.
 */
export const rights = {
  'read-drafts': ['writer', 'editor', 'publisher', 'office-administrator', 'administrator'],
  draft: ['writer', 'editor', 'publisher'],
  revise: ['writer', 'editor', 'publisher'],
  translate: ['writer', 'editor', 'publisher'],
  submit: ['writer', 'editor', 'publisher'],
  discard: ['writer', 'editor', 'publisher'],
  restore: ['writer', 'editor', 'publisher'],
  recall: ['writer', 'editor', 'publisher'],
  'add-picture': ['writer', 'editor', 'publisher'],
  'share-preview': ['writer', 'editor', 'publisher'],
  settle: ['writer', 'editor', 'publisher'],
  'limit-readers': ['editor', 'publisher'],
  return: ['editor', 'publisher'],
  approve: ['editor'],
  override: ['editor', 'publisher'],
  bundle: ['publisher'],
  unbundle: ['publisher'],
  schedule: ['publisher'],
  hold: ['publisher'],
  publish: ['publisher'],
  'force-publish': ['publisher'],
  correct: ['publisher'],
  withdraw: ['publisher'],
  retract: ['publisher'],
  pin: ['publisher'],
  'take-down': ['administrator'],
  'keep-boilerplate': ['office-administrator', 'administrator'],
  'describe-office': ['office-administrator', 'administrator'],
  'keep-people': ['office-administrator', 'administrator'],
  'keep-offices': ['administrator'],
  'keep-organisation': ['administrator'],
  'keep-keys': ['administrator'],
  'read-audit': ['office-administrator', 'administrator'],
  'read-health': ['writer', 'editor', 'publisher', 'office-administrator', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof rights;

/** What is acted on; null where an act asks for no office or no language. */
export interface Subject {
  readonly office: string | null;
  readonly locale: Locale | null;
}

export function may(actor: Actor, act: Act, { office, locale }: Subject): boolean {
  const allowed: readonly Role[] = rights[act];
  return actor.assignments.some(
    (one) =>
      allowed.includes(one.role) &&
      (one.office === null || office === null || one.office === office) &&
      (one.locale === null || locale === null || one.locale === locale),
  );
}
