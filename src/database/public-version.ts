import { sql } from 'kysely';
import type { NewsroomHandle } from './schema.ts';

/** What one version of the public half changed. */
export interface PublicChange {
  readonly version: number;
  /** Names of what changed (published/subject.ts); null: anything may have. */
  readonly subjects: readonly string[] | null;
}

/** A process that has missed more versions than this keeps nothing that is older. */
const VERSIONS_REMEMBERED = 200;

/**
 * Tells every process which of that which it has kept of the public half is no longer so.
 *
 * @param acts public acts, by which the sequence grows.
 */
export async function renewPublicVersion(
  db: NewsroomHandle,
  { subjects, acts = 0 }: { readonly subjects: ReadonlySet<string> | null; readonly acts?: number },
): Promise<void> {
  const { rows } = await sql<{ name: string; value: number }>`update counter
    set value = value + case name when 'sequence' then ${sql.lit(acts)} else 1 end returning name, value`.execute(db);
  // Both counters are there from the first migration on.
  const version = rows.find(({ name }) => name === 'version')?.value as number;
  const named = subjects === null ? null : JSON.stringify([...subjects]);
  await db.insertInto('public_change').values({ version, subjects: named }).execute();
  await db
    .deleteFrom('public_change')
    .where('version', '<=', version - VERSIONS_REMEMBERED)
    .execute();
}

export function publicChangeFrom({ version, subjects }: { version: number; subjects: string | null }): PublicChange {
  return { version, subjects: subjects === null ? null : JSON.parse(subjects) };
}
