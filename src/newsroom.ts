import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { auditStore } from './audit/audit.store.ts';
import { openDatabase } from './database/open.ts';
import type { Tx } from './database/transaction.ts';
import { type ApiKeys, apiKeys } from './desk/keys/api-keys.ts';
import { type DueReads, dueReads } from './embargo/due.query.ts';
import { liftStore } from './embargo/lift.store.ts';
import type { LiftReport } from './embargo/lift-due.ts';
import { loadLift } from './embargo/load-lift.ts';
import { rearmAfter } from './embargo/rearm-after.ts';
import { openLiftWatch } from './embargo/watch-due.ts';
import type { ExampleFilled } from './example/fill-newsroom.ts';
import { openNeighbour } from './http/neighbour.ts';
import { type NewsroomServer, openServer } from './http/open-server.ts';
import { openPageFiles } from './http/page-files.ts';
import { proxiesHere } from './http/proxies.ts';
import type { Route } from './http/route.ts';
import type { MapDeps, MapOrder } from './legacy/import-map.ts';
import type { Ask, MapOutcome } from './legacy/legacy-map.ts';
import type { Coverage, CoverageDeps } from './legacy/measure-coverage.ts';
import type { AskedFile } from './legacy/read-asked.ts';
import { loadDesk } from './load-desk.ts';
import { fixityStore } from './media/fixity/fixity.store.ts';
import { type Fixity, openOriginals } from './media/fixity/open-originals.ts';
import type { WatchOrder } from './media/fixity/watch-originals.ts';
import { institutionStore } from './offices/institution.store.ts';
import type { Office, Organisation } from './offices/office.ts';
import { type Administrators, administratorsOf } from './people/administrators.ts';
import type { OidcSettings } from './people/identity-provider.ts';
import type { PeopleDeps } from './people/people-deps.ts';
import { personStore } from './people/person.store.ts';
import type { Clock } from './platform/clock.ts';
import type { Logger } from './platform/log.ts';
import { openRounds } from './platform/rounds.ts';
import { systemTimers } from './platform/timers.ts';
import { publicHalf } from './public-half.ts';
import { checkReads } from './published/check.query.ts';
import { checkOriginals } from './published/check-originals.ts';
import { checkPublished, type Difference } from './published/check-published.ts';
import { countLookedAt, type LookedAt } from './published/count-looked-at.ts';
import { pinStore } from './published/pin.store.ts';
import { publicationStore } from './published/publication.store.ts';
import type { Published } from './published/published.ts';
import { draftStore } from './releases/draft.store.ts';
import type { EndOrder, EndOutcome } from './releases/end-order.ts';
import { pictureStore } from './releases/picture.store.ts';
import type { PublishOrder, PublishOutcome } from './releases/publish-order.ts';
import { publishRelease } from './releases/publish-release.ts';
import { retractRelease } from './releases/retract-release.ts';
import { setUpOffice } from './releases/set-up-office.ts';
import { setUpOrganisation } from './releases/set-up-organisation.ts';
import { taskStore } from './releases/task.store.ts';
import { withdrawRelease } from './releases/withdraw-release.ts';
import { indexStore } from './search/index.store.ts';
import type { Search } from './search/search.ts';
import { type SearchThreads, searchThreads } from './search/search-threads.ts';
import type { ArchiveCheck } from './transfer/check-archive.ts';
import type { ForeseenListing, ListingForesight } from './transfer/foresee-listing.ts';
import { importStore } from './transfer/import.store.ts';
import type { ArchiveFile, ImportDeps, LossReport } from './transfer/import-batch.ts';
import type { ListingOrder } from './transfer/import-listing.ts';

export interface NewsroomSettings {
  readonly data: string;
  readonly database: string;
  readonly databasePublic: string | null;
  /** For what only reads: a newsroom that is not there is refused, not made. */
  readonly mustBeThere?: boolean;
  readonly origin: string;
  readonly cacheBytes: number;
  readonly pageFiles: boolean;
  /** Requests a minute that the API answers to one address without a key; absent: nobody counts. */
  readonly apiRate?: number;
  /** Postings that a search reads at most; absent: as many as take a tenth of a second. */
  readonly searchPostings?: number;
  /** Addresses and networks of proxies that say where a request comes from; absent: those of this machine. */
  readonly trustedProxies?: readonly string[];
  /** Whom harvesters may write to; null or absent: the webmaster of the origin's host. */
  readonly adminEmail?: string | null;
  /** Does a server make the bulk files of the API? Absent: no. */
  readonly bulkFiles?: boolean;
  /** How a server reads the originals again; null or absent: it does not. */
  readonly originals?: WatchOrder | null;
  /** The organisation's own sign-in for the desk; null or absent where it has none. */
  readonly oidc?: OidcSettings | null;
  /** What a monitoring program shows for the desk’s figures; null or absent: there are none. */
  readonly metricsToken?: string | null;
}

/** What a test may choose: the time, the ids, where the log goes. */
export interface Surroundings {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Logger;
}

type Watch = Pick<ImportDeps, 'progress' | 'isInterrupted'> & { readonly isIndexedLater?: boolean };

export interface Newsroom extends ApiKeys, Administrators {
  readonly published: Published;
  readonly routes: readonly Route[];
  /** Looks for texts in everything that is public. */
  readonly search: Search;
  /** Null until it is named. */
  organisation(): Promise<Organisation | null>;
  setUpOrganisation(organisation: Organisation): Promise<'made' | 'changed'>;
  offices(): Promise<readonly Office[]>;
  setUpOffice(office: Office): Promise<'made' | 'changed'>;
  publish(orders: readonly PublishOrder[]): Promise<PublishOutcome>;
  withdraw(order: EndOrder): Promise<EndOutcome>;
  retract(order: EndOrder): Promise<EndOutcome>;
  importListing(order: ListingOrder, watch: Watch): Promise<LossReport[]>;
  /** Tells of lists which of their items would come in; writes nothing. */
  foreseeListing(order: ForeseenListing): Promise<ListingForesight>;
  importArchive(file: ArchiveFile, watch: Watch): Promise<LossReport>;
  /** Looks at archives before any of them moves in; writes nothing. */
  checkArchives(): Promise<ArchiveCheck>;
  /** Brings the search index up to date, as a running server does by itself. */
  bringIndexUp: SearchThreads['bringUp'];
  exportArchive(): AsyncIterable<string>;
  /** Takes a map of old addresses in. */
  importLegacyMap(order: MapOrder, progress: MapDeps['progress']): Promise<MapOutcome>;
  /** Tells what readers get who ask for the addresses of a file. */
  measureCoverage(file: AskedFile, watch: Omit<CoverageDeps, 'ask'>): Promise<Coverage>;
  /** @param looked told now and then how much has been looked at. */
  check(looked?: (so: LookedAt) => void): AsyncIterable<Difference>;
  /** Are the original pictures still what they were? */
  readonly originals: Fixity;
  /** Makes the bulk files of the API that are behind, as a server does by itself. @returns the years made. */
  makeBulk(): Promise<readonly number[]>;
  /** Fills an empty newsroom with the example; does nothing in any other: null. */
  fillWithExample(progress: (done: number, of: number) => void): Promise<ExampleFilled | null>;
  /** What is in the schedule, not held, and due: the longest due first, at most 500. */
  whatIsDue(): ReturnType<DueReads['dueNow']>;
  /** Makes public what is due, as the watch of a running server does. */
  liftDue(): Promise<LiftReport>;
  /** Looks at the links of some public texts, as a running server does every ten seconds. */
  lookAfterLinks(): Promise<void>;
  /** Lifts what is due, then serves readers and the desk, and keeps watch over the schedule. */
  openServer(): Promise<NewsroomServer>;
  close(): Promise<void>;
}

/** How often what is spent is cleaned away. */
const UPKEEP_MILLISECONDS = 600_000;

/** How often some links of public texts are looked at: 200 texts at a time. */
const LINKS_MILLISECONDS = 10_000;

/** Builds the whole newsroom: the only wiring. @throws Fault DATABASE_UNAVAILABLE, DATABASE_NEWER, NEWSROOM_MISSING */
export async function openNewsroom(settings: NewsroomSettings, around: Surroundings): Promise<Newsroom> {
  const { clock, newId, log } = around;
  const { database, databasePublic: publishedDatabase, mustBeThere = false } = settings;
  const engine = await openDatabase({ database, publishedDatabase, mustBeThere });
  const { inTransaction } = engine;
  const { origin, apiRate = 1e9, adminEmail = null, trustedProxies = proxiesHere, searchPostings } = settings;
  const keeping = { data: settings.data, store: fixityStore(engine.newsroom), inTransaction, clock };
  const { media, fixity, isUnsound } = openOriginals({ ...keeping, timers: systemTimers, log });
  const pageFolder = join(settings.data, 'page-files');
  const pageFiles = openPageFiles(pageFolder);
  const publications = publicationStore(engine);
  const [institution, pins] = [institutionStore(), pinStore()];
  const publishing = {
    inTransaction,
    publications,
    index: indexStore(engine),
    clock,
    beforePublic: async (tx: Tx) => {
      // Another process may be serving page files: the folder tells, not this one's settings.
      if (existsSync(pageFolder)) await pageFiles.renew((await publications.version(tx)) + 1);
    },
  };
  const offices = { ...publishing, institution };
  const drafting = {
    ...{ inTransaction, clock, newId, institution, publishing, audit: auditStore() },
    ...{ drafts: draftStore(), pictures: pictureStore(), tasks: taskStore(), pins, onSchedule: () => {} },
  };
  const due = dueReads(engine, clock);
  const lift = loadLift({ ...drafting, due, lifts: liftStore() });
  const watch = openLiftWatch({ nextDue: due.nextDue, ...lift, clock, log, timers: systemTimers });
  const { audit } = drafting;
  const people = async (): Promise<PeopleDeps> => {
    const { peopleStores } = await import('./people/people.store.ts');
    const isOffice = async (tx: Tx, code: string) =>
      (await publications.offices(tx)).some((office) => office.code === code);
    return { ...peopleStores(engine.newsroom), inTransaction, clock, newId, randomBytes, origin, audit, isOffice };
  };
  const desk = async () => {
    const { openDeskHalf } = await import('./desk-half.ts');
    const { oidc = null, metricsToken = null } = settings;
    const scheduling = { ...drafting, ...rearmAfter(inTransaction, watch.rearm) };
    const around = { people: await people(), origin, trustedProxies, oidc, metricsToken, log };
    return openDeskHalf({ ...scheduling, published, media, originals: fixity, ...around });
  };
  const keepUp = async () => (await import('./people/forget-spent.ts')).forgetSpent(await people());
  /** Opened when a link is first asked for, and kept: opening one takes as long as a dozen pages. */
  let linkReader: ReturnType<typeof openReader> | null = null;
  /** A look at some links of public texts: those to other sites are not asked for. */
  const lookAfterLinks = async () => {
    const { lookForLostLinks } = await import('./desk/looking-back/look-for-lost-links.ts');
    const { isThere } = await import('./legacy/measure-coverage.ts');
    const isLinkThere = async (path: string) => {
      linkReader ??= openReader();
      return isThere((await linkReader).ask, path);
    };
    await lookForLostLinks({ inTransaction, clock, origin, isThere: isLinkThere });
  };
  const { examine: examinePicture, keep: keepPicture } = media;
  const moving = { ...drafting, store: importStore(engine), examinePicture, keepPicture };
  const searching = searchThreads({ database, publishedDatabase, mostPostings: searchPostings }, publishing.index);
  const { published, bulk, ...readers } = publicHalf({
    ...{ half: engine, search: searching.search, media, isUnsound, clock },
    ...{ origin, apiRate, adminEmail },
    ...{ bulkFolder: join(settings.data, 'bulk'), newId, log },
  });
  const serverOrder = { ...readers, origin, trustedProxies, log, newRequestId: newId };
  /** Lets work ask for addresses as a reader would: nothing is kept, nothing listens, and a problem needs no page. */
  const openReader = async (): Promise<{ ask: Ask; close: () => Promise<void> }> => {
    const problems = { problem: async () => ({ body: '', type: 'text/plain' }) };
    const server = await openServer({ ...serverOrder, problems, cacheBytes: 0, pageFiles: null });
    const ask: Ask = async (url) => {
      const { status, headers } = await server.visit({ method: 'GET', url, headers: {} });
      // An answer without a socket waits for nothing: between two, interruptions are heard and the last one is let go.
      await setImmediate();
      return { status, location: headers['location'] ?? null };
    };
    return { ask, close: () => server.close() };
  };
  const asked = async <Outcome>(work: (ask: Ask) => Promise<Outcome>) => {
    const reader = await openReader();
    try {
      return await work(reader.ask);
    } finally {
      await reader.close();
    }
  };

  return {
    ...{ published, routes: readers.routes, search: searching.search, bringIndexUp: searching.bringUp },
    organisation: () => inTransaction((tx) => institution.organisation(tx)),
    setUpOrganisation: (organisation) => setUpOrganisation(offices, organisation),
    offices: () => inTransaction((tx) => institution.offices(tx)),
    setUpOffice: (office) => setUpOffice(offices, office),
    publish: (orders) => publishRelease(publishing, orders),
    withdraw: (order) => withdrawRelease(publishing, order),
    retract: (order) => retractRelease(publishing, order),
    // What serving pages does not need is loaded when it is asked for: a start takes half the time.
    async importListing(order, watch) {
      const { importListing } = await import('./transfer/import-listing.ts');
      return searching.indexed(watch, (watched) => importListing({ ...moving, ...watched }, order));
    },
    foreseeListing: async (order) => (await import('./transfer/foresee-listing.ts')).foreseeListing(moving, order),
    async importArchive(file, watch) {
      const { importArchive } = await import('./transfer/import-archive.ts');
      return searching.indexed(watch, (watched) => importArchive({ ...moving, ...watched }, file));
    },
    checkArchives: async () => (await import('./transfer/import-archive.ts')).checkHere(moving),
    async *exportArchive() {
      const { archiveReads } = await import('./transfer/archive.query.ts');
      const { exportArchive } = await import('./transfer/export-archive.ts');
      const reads = archiveReads(engine.newsroom);
      yield* exportArchive({ inTransaction, institution, reads, original: media.wholeOriginal });
    },
    async importLegacyMap(order, progress) {
      const { importMap } = await import('./legacy/import-map.ts');
      const { legacyStore } = await import('./legacy/legacy.store.ts');
      const { inTransaction, beforePublic } = publishing;
      const deps = { inTransaction, beforePublic, store: legacyStore(engine), origin, progress };
      return asked((ask) => importMap({ ...deps, ask }, order));
    },
    async measureCoverage(file, watch) {
      const { measureCoverage } = await import('./legacy/measure-coverage.ts');
      return asked((ask) => measureCoverage({ ...watch, ask }, file));
    },
    async *check(looked = () => {}) {
      const reads = checkReads(engine.newsroom);
      yield* checkPublished(countLookedAt(reads, looked));
      const { checkIndex } = await import('./search/check-index.ts');
      const { indexCheckReads } = await import('./search/check-index.query.ts');
      yield* checkIndex(indexCheckReads(engine.newsroom));
      yield* checkOriginals(reads.originals(), media.bytesKept);
      const { checkTargets } = await import('./legacy/check-targets.ts');
      const { targetsInOrder } = await import('./legacy/target.query.ts');
      const reader = await openReader();
      try {
        yield* checkTargets(targetsInOrder(engine.newsroom), reader.ask);
      } finally {
        await reader.close();
      }
    },
    ...apiKeys({ inTransaction, clock, newId, randomBytes }),
    originals: fixity,
    makeBulk: async () => (await bulk.make(new AbortController().signal)).made ?? [],
    async fillWithExample(progress) {
      const { fillNewsroom } = await import('./example/fill-newsroom.ts');
      const { fillDesk } = await import('./example/fill-desk.ts');
      const desk = { ...drafting, people: personStore() };
      const filling = { pins, addAssets: moving.store.addAssets, keepPicture: media.keep, newId, progress };
      return fillNewsroom({ ...offices, ...filling, fillDesk: (tx) => fillDesk(tx, desk) });
    },
    ...administratorsOf(people),
    whatIsDue: () => due.dueNow(500),
    liftDue: lift.liftDue,
    lookAfterLinks,
    openServer: async () => {
      // Inside a transaction, so that it cannot cross a publication's.
      if (settings.pageFiles) await inTransaction(async (tx) => pageFiles.renew(await publications.version(tx)));
      await watch.begin();
      const neighbour = openNeighbour('/desk', { load: loadDesk, open: desk }, log);
      const rounds = { timers: systemTimers, log };
      const beside = [
        searching.watch(log),
        openRounds({ ...rounds, round: keepUp, everyMilliseconds: UPKEEP_MILLISECONDS }),
        openRounds({ ...rounds, round: lookAfterLinks, everyMilliseconds: LINKS_MILLISECONDS }),
        ...(settings.bulkFiles === true ? [bulk.watch()] : []),
        ...(settings.originals == null ? [] : [fixity.watch(settings.originals)]),
        engine.tidyBeside(),
      ];
      const files = settings.pageFiles ? pageFiles : null;
      const server = await openServer({
        ...serverOrder,
        ...{ cacheBytes: settings.cacheBytes, pageFiles: files, beforeAnswer: watch.beforeAnswer, neighbour },
      });
      return {
        ...server,
        async close() {
          await server.close();
          await neighbour.close();
          await watch.close();
          for (const one of beside) await one.close();
        },
      };
    },
    async close() {
      await (await linkReader)?.close();
      await searching.search.close();
      await engine.close();
    },
  };
}
