import type { Tx } from '../database/transaction.ts';
import type { InstitutionStore } from '../offices/institution.ts';
import { Fault } from '../platform/faults.ts';
import { safeHtml } from '../platform/html.ts';
import { civilDayOf, instantOf } from '../platform/instant.ts';
import type { PinStore } from '../published/pin.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import { editionText } from '../releases/edition-text.ts';
import { endWithin } from '../releases/end-release.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import { type PublishDeps, publishWithin } from '../releases/publish-release.ts';
import { drawPicture } from './draw-pictures.ts';
import {
  type ExampleAct,
  type ExampleNewsroom,
  type ExamplePicture,
  type ExampleRelease,
  readExample,
} from './read-example.ts';

export interface FillDeps extends PublishDeps {
  readonly institution: InstitutionStore;
  readonly pins: PinStore;
  readonly addAssets: (tx: Tx, assets: readonly PublishedAsset[]) => Promise<unknown>;
  readonly keepPicture: (bytes: Buffer) => Promise<NonNullable<PublishedAsset['kept']>>;
  readonly newId: () => string;
  /** Puts people and texts in work at the desk, in the same transaction. */
  readonly fillDesk: (tx: Tx) => Promise<void>;
  readonly progress: (done: number, of: number) => void;
}

/** What the example brought in: its texts, and what was done to some of them later. */
export interface ExampleFilled {
  readonly texts: number;
  readonly languages: number;
  readonly corrections: number;
  readonly withdrawals: number;
  readonly retractions: number;
}

/**
 * Fills a newsroom that has no office yet with the example newsroom, in one transaction: all of it or nothing.
 *
 * @returns null when the newsroom is not empty.
 */
export async function fillNewsroom(deps: FillDeps): Promise<ExampleFilled | null> {
  const isEmpty = await deps.inTransaction(async (tx) => (await deps.institution.offices(tx)).length === 0);
  if (!isEmpty) return null;
  const example = await readExample();
  const assets = await drawAll(deps, example.pictures);
  return deps.inTransaction(async (tx) => {
    if ((await deps.institution.offices(tx)).length > 0) return null;
    await saveInstitution(tx, deps, example);
    await deps.addAssets(tx, [...assets.values()]);
    const published = await publishAll(tx, deps, example, assets);
    for (const { list, release, at } of example.pins)
      await deps.pins.add(tx, { list, release, pinnedAt: instantOf(at) });
    await deps.fillDesk(tx);
    return published;
  });
}

/** Whoever looks at Dateline for the first time waits for it; each takes one processor. */
const DRAWN_AT_ONCE = 2;

async function drawAll(deps: FillDeps, pictures: readonly ExamplePicture[]): Promise<Map<string, PublishedAsset>> {
  const kept = new Map<string, NonNullable<PublishedAsset['kept']>>();
  const waiting = pictures.values();
  const takeTurns = async () => {
    for (const picture of waiting) kept.set(picture.key, await deps.keepPicture(await drawPicture(picture)));
  };
  await Promise.all(Array.from({ length: DRAWN_AT_ONCE }, takeTurns));
  return new Map(
    pictures.map((picture) => [picture.key, assetOf(deps.newId(), picture, kept.get(picture.key) ?? null)]),
  );
}

function assetOf(id: string, picture: ExamplePicture, kept: PublishedAsset['kept']): PublishedAsset {
  return {
    id,
    kept,
    credit: null,
    creator: picture.creator,
    agency: picture.creditLine,
    copyrightHolder: picture.copyrightHolder,
    copyrightYear: picture.copyrightYear,
    usageTerms: picture.usageTerms,
  };
}

async function saveInstitution(tx: Tx, deps: FillDeps, example: ExampleNewsroom): Promise<void> {
  const { institution } = deps;
  await deps.beforePublic(tx);
  await institution.saveOrganisation(tx, example.organisation);
  for (const topic of example.topics) await institution.saveTopic(tx, topic);
  for (const { boilerplate, ...office } of example.offices) {
    await institution.saveOffice(tx, office);
    for (const words of boilerplate) {
      await institution.saveBoilerplate(tx, {
        office: office.code,
        locale: words.locale,
        from: civilDayOf(words.from),
        boilerplate: safeHtml(words.boilerplate, 'boilerplate'),
        contacts: safeHtml(words.contacts, 'contacts'),
      });
    }
  }
}

async function publishAll(
  tx: Tx,
  deps: FillDeps,
  example: ExampleNewsroom,
  assets: ReadonlyMap<string, PublishedAsset>,
): Promise<ExampleFilled> {
  const acts = example.releases.flatMap((release) => release.acts.map((act) => ({ release, act })));
  // A day sorts before the instants of that day; acts of one release keep their order.
  acts.sort((one, other) => (one.act.at < other.act.at ? -1 : one.act.at > other.act.at ? 1 : 0));
  for (const [index, { release, act }] of acts.entries()) {
    const outcome = await perform(tx, deps, release, act, assets);
    if (!outcome.ok) {
      const problem = `${release.id} ${act.act} ${act.at}: ${JSON.stringify(outcome.refusals[0])}`;
      throw new Fault('RELEASE_REFUSED', { problem });
    }
    deps.progress(index + 1, acts.length);
  }
  return countActs(acts.map(({ act }) => act));
}

function countActs(acts: readonly ExampleAct[]): ExampleFilled {
  const countOf = (kind: ExampleAct['act']) => acts.filter(({ act }) => act === kind).length;
  return {
    texts: countOf('publish'),
    languages: new Set(acts.map(({ locale }) => locale)).size,
    corrections: countOf('correct'),
    withdrawals: countOf('withdraw'),
    retractions: countOf('retract'),
  };
}

function perform(
  tx: Tx,
  deps: FillDeps,
  release: ExampleRelease,
  act: ExampleAct,
  assets: ReadonlyMap<string, PublishedAsset>,
) {
  if (act.act === 'publish' || act.act === 'correct') return publishWithin(tx, deps, [orderOf(release, act, assets)]);
  const standing = act.act === 'withdraw' ? 'withdrawn' : 'retracted';
  const { locale, reason } = act;
  return endWithin(tx, deps, { release: release.id, locale, reason, at: instantOf(act.at) }, standing);
}

function orderOf(
  release: ExampleRelease,
  act: Extract<ExampleAct, { act: 'publish' | 'correct' }>,
  assets: ReadonlyMap<string, PublishedAsset>,
): PublishOrder {
  const { id, office, type, countries, topics, organisationWide } = release;
  return {
    release: { id, office, type, countries, topics, organisationWide, reference: null, origin: 'imported' },
    locale: act.locale,
    slug: act.slug ?? null,
    text: editionText(act),
    pictures: act.pictures.map(({ picture, alt, caption }) => {
      const asset = assets.get(picture);
      if (asset === undefined) throw new Fault('RELEASE_REFUSED', { problem: `there is no picture ${picture}` });
      return { asset: asset.id, alt, caption };
    }),
    at: act.at.length === 10 ? { day: civilDayOf(act.at) } : { instant: instantOf(act.at) },
    change: act.act === 'correct' ? { kind: act.kind, note: act.note, major: act.major } : null,
    translatedFrom: act.translationOf ?? null,
    legacyPaths: [],
  };
}
