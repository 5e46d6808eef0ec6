import type { Locale } from '../platform/locales.ts';
import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';

/** Sets the language in which the desk speaks to somebody. */
export async function changeLanguage(
  deps: PeopleDeps,
  { by, language }: { readonly by: Person; readonly language: Locale },
): Promise<void> {
  if (language === by.language) return;
  await deps.inTransaction(async (tx) => {
    await deps.people.changeLanguage(tx, by.id, language);
    await writeDown(tx, deps, by, 'changed-language', { language });
  });
}
