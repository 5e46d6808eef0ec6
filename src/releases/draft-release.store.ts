import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { ReleaseType } from '../published/list.ts';
import type { DraftRelease, DraftStore } from './draft.ts';

/** The releases of the desk, and who may know of them. */
export function draftReleases(): Pick<
  DraftStore,
  'release' | 'releases' | 'addRelease' | 'changeRelease' | 'knownPeople'
> {
  return {
    release: async (tx, id) => (await releasesAmong(inside(tx), [id])).get(id) ?? null,

    async releases(tx, ids) {
      const releases = new Map<string, DraftRelease>();
      for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
        const some = await releasesAmong(inside(tx), ids.slice(from, from + IDS_AT_ONCE));
        for (const [id, release] of some) releases.set(id, release);
      }
      return releases;
    },

    async addRelease(tx, release) {
      await inside(tx).insertInto('draft_release').values(rowOf(release)).execute();
      await addReaders(inside(tx), release);
    },

    async changeRelease(tx, release) {
      const { id, ...changed } = rowOf(release);
      await inside(tx).updateTable('draft_release').set(changed).where('id', '=', id).execute();
      await inside(tx).deleteFrom('draft_reader').where('release', '=', id).execute();
      await addReaders(inside(tx), release);
    },

    async knownPeople(tx, ids) {
      if (ids.length === 0) return new Set();
      const rows = await inside(tx).selectFrom('person').select('id').where('id', 'in', ids).execute();
      return new Set(rows.map((row) => row.id));
    },
  };
}

/** Asked at once in one query. */
const IDS_AT_ONCE = 500;

async function releasesAmong(db: NewsroomHandle, ids: readonly string[]): Promise<Map<string, DraftRelease>> {
  const rows = await db.selectFrom('draft_release').selectAll().where('id', 'in', ids).execute();
  const limited = rows.filter((row) => row.is_limited === 1).map(({ id }) => id);
  const readers = limited.length === 0 ? [] : await readersOf(db, limited);
  const limitedTo = ({ id, is_limited }: Tables['draft_release']) =>
    is_limited === 1 ? readers.filter(({ release }) => release === id).map(({ person }) => person) : null;
  return new Map(rows.map((row) => [row.id, releaseFrom(row, limitedTo(row))]));
}

function readersOf(db: NewsroomHandle, releases: readonly string[]): Promise<Tables['draft_reader'][]> {
  return db.selectFrom('draft_reader').selectAll().where('release', 'in', releases).orderBy('person').execute();
}

async function addReaders(db: NewsroomHandle, { id, limitedTo }: DraftRelease): Promise<void> {
  const rows = [...new Set(limitedTo)].map((person) => ({ release: id, person }));
  if (rows.length > 0) await db.insertInto('draft_reader').values(rows).execute();
}

function rowOf(release: DraftRelease): Tables['draft_release'] {
  const { id, office, type, original } = release;
  return {
    ...{ id, office, type, original },
    countries: JSON.stringify(release.countries),
    topics: JSON.stringify(release.topics),
    organisation_wide: release.organisationWide ? 1 : 0,
    is_limited: release.limitedTo === null ? 0 : 1,
    created_by: release.createdBy,
    created_at: release.createdAt,
  };
}

function releaseFrom(row: Tables['draft_release'], limitedTo: readonly string[] | null): DraftRelease {
  const { id, office, original } = row;
  return {
    ...{ id, office, original, limitedTo },
    type: row.type as ReleaseType,
    countries: JSON.parse(row.countries),
    topics: JSON.parse(row.topics),
    organisationWide: row.organisation_wide === 1,
    createdBy: row.created_by,
    createdAt: row.created_at as Instant,
  };
}
