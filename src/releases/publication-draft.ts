import type { Tx } from '../database/transaction.ts';
import type { Office } from '../offices/office.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type {
  KnownRelease,
  KnownVersion,
  Moment,
  NewEdition,
  NewPlacement,
  NewRelease,
  NewVersion,
  Publication,
  PublicationStore,
} from '../published/publication.ts';
import { formatReference, type Reference } from '../published/reference.ts';
import type { PublishOrder } from './publish-order.ts';

/** What a publishing transaction knows and is about to write. */
export type Draft = Awaited<ReturnType<typeof beginDraft>>;

/** Asks the published half for everything these orders touch, so that each order is then decided in memory. */
export async function beginDraft(tx: Tx, store: PublicationStore, orders: readonly PublishOrder[]) {
  const offices = await store.offices(tx);
  const sequenceBefore = await store.sequence(tx);
  const known = new Map(await store.releases(tx, [...new Set(orders.map((order) => order.release.id))]));
  const assets = await store.knownAssets(tx, [
    ...new Set(orders.flatMap((order) => order.pictures.map((p) => p.asset))),
  ]);
  const owners = new Map(await store.ownersOf(tx, [...new Set(orders.flatMap((order) => order.legacyPaths))]));
  const lastNumbers = new Map<string, { office: string; year: number; last: number }>();
  const given = new Set<string>();

  const releases: NewRelease[] = [];
  const versions: NewVersion[] = [];
  const editions: NewEdition[] = [];
  const placements: NewPlacement[] = [];
  const paths: Publication['paths'][number][] = [];
  const leaving: Publication['leaving'][number][] = [];
  let acts = 0;

  const lastNumber = async (at: Tx, office: string, year: number) => {
    const key = `${office}/${year}`;
    const counter = lastNumbers.get(key) ?? { office, year, last: await store.lastReference(at, office, year) };
    lastNumbers.set(key, counter);
    return counter;
  };

  return {
    offices,
    office: (code: string): Office | null => offices.find((office) => office.code === code) ?? null,
    release: (id: string): KnownRelease | null => known.get(id) ?? null,
    hasAsset: (id: string): boolean => assets.has(id),
    ownerOf: (path: string): string | null => owners.get(path) ?? null,

    nextSequence(): number {
      acts += 1;
      return sequenceBefore + acts;
    },

    async isTaken(at: Tx, reference: Reference): Promise<boolean> {
      const counter = await lastNumber(at, reference.office, reference.year);
      if (given.has(formatReference(reference))) return true;
      return reference.number <= counter.last && store.isReferenceTaken(at, reference);
    },

    /** The reference that the source had, or the next number of that office and year. */
    async takeReference(at: Tx, wanted: Reference | null, office: string, year: number): Promise<Reference> {
      const counter = await lastNumber(at, wanted?.office ?? office, wanted?.year ?? year);
      const reference = wanted ?? { office, year, number: counter.last + 1 };
      counter.last = Math.max(counter.last, reference.number);
      given.add(formatReference(reference));
      return reference;
    },

    addRelease: (release: NewRelease) => void releases.push(release),
    addVersion: (version: NewVersion) => void versions.push(version),
    place: (placement: NewPlacement) => void placements.push(placement),
    leave: (row: Publication['leaving'][number]) => void leaving.push(row),
    know: (release: KnownRelease) => void known.set(release.id, release),

    addPath(path: string, release: string, locale: Locale, outcome: 'text' | 'moved'): void {
      if (owners.has(path)) return;
      owners.set(path, release);
      paths.push({ path, release, locale, outcome });
    },

    addEdition(order: PublishOrder, number: number, moment: Moment): void {
      editions.push({
        ...order.text,
        release: order.release.id,
        locale: order.locale,
        number,
        pictures: order.pictures,
        publishedAt: moment.at,
        sequence: moment.sequence,
        change: order.change,
        translatedFrom: order.translatedFrom,
      });
    },

    /** So that a later order of the same bundle finds what this one made. */
    remember(id: string, locale: Locale, version: KnownVersion): void {
      const release = known.get(id);
      if (release !== undefined)
        known.set(id, { ...release, versions: new Map(release.versions).set(locale, version) });
    },

    publication: (doneAt: Instant): Publication => ({
      releases,
      versions,
      editions,
      placements,
      paths,
      references: lastNumbers,
      leaving,
      acts,
      doneAt,
    }),
  };
}
