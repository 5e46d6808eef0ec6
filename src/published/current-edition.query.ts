import { type JoinBuilder, sql } from 'kysely';

/** Joins `edition` to a `language_version as version`: the edition that is current there. A retracted text has none. */
export function currentEdition<Tables, Named extends keyof Tables>(join: JoinBuilder<Tables, Named>) {
  return join.on(
    sql<boolean>`edition.release = version.release and edition.locale = version.locale and edition.number = version.edition`,
  );
}
