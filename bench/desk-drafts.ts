import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '../src/database/engine.ts';
import { openDatabase } from '../src/database/open.ts';
import type { Tables } from '../src/database/schema.ts';
import type { DraftState } from '../src/releases/draft.ts';
import type { DeskPeople } from './at-desk.ts';
import { type Draw, drawFrom } from './draw.ts';
import { type Language, languages } from './institution.ts';
import { wordsIn } from './words.ts';

/** A draft that was written: what an act on it has to name. */
export interface WrittenText {
  readonly release: string;
  readonly locale: string;
}

type InWork = Exclude<DraftState, 'published' | 'discarded'>;

/** A desk with much in work. */
export interface FilledDesk {
  readonly texts: number;
  /** Some of those that stand so, drawn at random. */
  readonly inState: Readonly<Record<InWork, readonly WrittenText[]>>;
  /** Puts a bundle into the schedule behind the server's back, as another node would. */
  schedule(bundle: { readonly name: string; readonly texts: number; readonly at: Date }): Promise<void>;
  /** When the last bundle of this name was first read as public here, in milliseconds since 1970. */
  publicAfter(name: string): Promise<number>;
  close(): Promise<void>;
}

/** Each release in as many languages. */
export const LANGUAGES = 5;
const RELEASES_AT_ONCE = 2_000;
const CONTENTS = 200;
const KEPT = 1_000;
const DAY_MILLISECONDS = 86_400_000;

type DraftRow = Tables['draft'];
type Facts = Pick<Tables['release'], 'id' | 'office' | 'type' | 'countries' | 'topics' | 'organisation_wide'>;

/**
 * Takes up every release of a generated newsroom at the desk, in five languages: what is public already, and what is in work in the
 * others. Rows go in as the tables take them, many at once; the tables' own rules hold for them.
 */
export async function fillDesk(folder: string, people: DeskPeople): Promise<FilledDesk> {
  const engine = await openDatabase({ database: join(folder, 'newsroom.sqlite'), publishedDatabase: null });
  const draw = drawFrom(31);
  const contents = new Map(languages.map((locale) => [locale, contentsIn(locale, draw)]));
  const inState: Record<InWork, WrittenText[]> = { draft: [], submitted: [], approved: [], scheduled: [] };
  let texts = 0;

  const all = await publicReleases(engine);
  for (let from = 0; from < all.length; from += RELEASES_AT_ONCE) {
    // All of it takes minutes: whoever keeps connections to the server has to hear that it closed them.
    await wait(1);
    const some = all.slice(from, from + RELEASES_AT_ONCE);
    const drafts = some.flatMap(({ facts, isPublic }) => {
      return localesFrom(isPublic, draw).map((locale, place) => {
        const state = isPublic.includes(locale) ? 'published' : stateDrawn(draw);
        return draftRow({ release: facts.id, locale, office: facts.office, place, state, contents, people, draw });
      });
    });
    for (const { release, locale, state } of drafts) {
      const kept = state === 'published' ? null : inState[state];
      if (kept !== null && kept.length < KEPT && draw.chance(0.2)) kept.push({ release, locale });
    }
    texts += drafts.length;
    await engine.inTransaction(async (tx) => {
      const releases = some.map(({ facts, isPublic }) => releaseRow(facts, isPublic[0] ?? 'en', people));
      await engine.insertRows(tx, 'draft_release', releases);
      await engine.insertRows(tx, 'draft', drafts);
      // The history of what was saved last; of the rest, this is only about the size of lists.
      const inWork = drafts.filter(({ state }) => state === 'draft').slice(0, RELEASES_AT_ONCE);
      await engine.insertRows(tx, 'draft_revision', inWork.map(revisionRow));
    });
  }

  return {
    texts,
    inState,
    close: () => engine.close(),
    schedule: (bundle) => engine.inTransaction((tx) => writeBundle(tx, engine, { ...bundle, contents, people, draw })),
    publicAfter: (name) => publicAfter(engine, name),
  };
}

/** Looks at the public half as another node would. @throws when it is not public after half a minute. */
async function publicAfter({ newsroom, published }: Engine, name: string): Promise<number> {
  const bundle = newsroom.selectFrom('bundle').select('id').where('name', '=', name).orderBy('created_at', 'desc');
  const { id } = await bundle.executeTakeFirstOrThrow();
  const draft = newsroom.selectFrom('draft').select(['release', 'locale']).where('bundle', '=', id).limit(1);
  const { release, locale } = await draft.executeTakeFirstOrThrow();
  const edition = published.selectFrom('edition').select('number').where('release', '=', release);
  const began = Date.now();
  while ((await edition.where('locale', '=', locale).executeTakeFirst()) === undefined) {
    if (Date.now() - began > 30_000) throw new Error(`${name} was not public after 30 seconds.`);
    await wait(1);
  }
  return Date.now();
}

type Contents = ReadonlyMap<Language, readonly { readonly headline: string; readonly body: string }[]>;

function contentsIn(locale: Language, draw: Draw) {
  return Array.from({ length: CONTENTS }, () => ({
    headline: wordsIn(locale, draw, draw.between(60, 112)),
    body: Array.from({ length: 3 }, () => `<p>${wordsIn(locale, draw, 400)}.</p>`).join(''),
  }));
}

async function publicReleases(engine: Engine): Promise<{ facts: Facts; isPublic: Language[] }[]> {
  const versions = new Map<string, Language[]>();
  const read = engine.newsroom.selectFrom('language_version').select(['release', 'locale']).orderBy('sequence');
  for (const { release, locale } of await read.execute()) {
    versions.set(release, [...(versions.get(release) ?? []), locale as Language]);
  }
  const facts = engine.newsroom
    .selectFrom('release')
    .select(['id', 'office', 'type', 'countries', 'topics', 'organisation_wide'])
    .orderBy('sequence');
  return (await facts.execute()).map((one) => ({ facts: one, isPublic: versions.get(one.id) ?? [] }));
}

function localesFrom(isPublic: readonly Language[], draw: Draw): Language[] {
  const others = languages.filter((one) => !isPublic.includes(one));
  const from = draw.between(0, Math.max(0, others.length - 1));
  return [...isPublic, ...others.slice(from), ...others.slice(0, from)].slice(0, LANGUAGES);
}

function stateDrawn(draw: Draw): InWork {
  const chance = draw.next();
  if (chance < 0.002) return 'scheduled';
  if (chance < 0.15) return 'approved';
  return chance < 0.3 ? 'submitted' : 'draft';
}

interface Written {
  readonly release: string;
  readonly locale: Language;
  readonly office: string;
  readonly place: number;
  readonly state: InWork | 'published';
  readonly contents: Contents;
  readonly people: DeskPeople;
  readonly draw: Draw;
}

function draftRow({ release, locale, office, place, state, contents, people, draw }: Written): DraftRow {
  const { headline, body } = draw.one(contents.get(locale) ?? []);
  const at = new Date(Date.now() - draw.between(0, 3_000 * DAY_MILLISECONDS)).toISOString();
  const isSubmitted = state !== 'draft';
  const isApproved = isSubmitted && state !== 'submitted';
  const isScheduled = state === 'scheduled';
  const content = { kicker: '', headline, summary: headline.toLowerCase(), place: '', body, notes: '', pictures: [] };
  return {
    ...{ release, locale, office, position: place + 1, edition: 1, revision: 1, state, headline },
    content: JSON.stringify(content),
    slug: null,
    ...{ source_locale: null, source_edition: null, source_revision: null },
    ...{ public_source_edition: null, public_source_revision: null },
    ...{ change_kind: null, change_note: null, change_major: 0 },
    submitted_by: isSubmitted ? people.writer.id : null,
    submitted_at: isSubmitted ? at : null,
    approved_by: isApproved ? people.editor.id : null,
    approved_at: isApproved ? at : null,
    goes_public_at: isScheduled ? new Date(Date.now() + draw.between(1, 90) * DAY_MILLISECONDS).toISOString() : null,
    scheduled_by: isScheduled ? people.publisher.id : null,
    ...{ held_at: null, bundle: null, forced_reason: null, discarded_by: null, discarded_at: null },
    changed_by: draw.chance(0.01) ? people.writer.id : people.local.id,
    changed_at: at,
  };
}

function releaseRow(facts: Facts, original: string, { writer }: DeskPeople): Tables['draft_release'] {
  return { ...facts, original, is_limited: 0, created_by: writer.id, created_at: new Date().toISOString() };
}

function revisionRow({ release, locale, content, changed_by, changed_at }: DraftRow): Tables['draft_revision'] {
  return { release, locale, edition: 1, revision: 1, content, saved_by: changed_by, saved_at: changed_at };
}

/** New releases in five languages each, approved, all due at one instant. */
async function writeBundle(
  tx: Parameters<Engine['insertRows']>[0],
  engine: Engine,
  order: { name: string; texts: number; at: Date; contents: Contents; people: DeskPeople; draw: Draw },
): Promise<void> {
  const { name, texts, at, people } = order;
  const bundle = { id: randomUUID(), name, created_by: people.publisher.id, created_at: new Date().toISOString() };
  const releases = Array.from({ length: texts / LANGUAGES }, () => randomUUID()).sort();
  const facts = { office: 'HQ', type: 'news', countries: '["NL"]', topics: '["tides"]', organisation_wide: 0 } as const;
  const drafts = releases.flatMap((release, number) =>
    languages.slice(0, LANGUAGES).map((locale, place): DraftRow => {
      const row = draftRow({ ...order, release, locale, office: facts.office, place, state: 'scheduled' });
      const headline = `${name}, part ${number + 1}: ${row.headline}`;
      const content = JSON.stringify({ ...JSON.parse(row.content), headline });
      // Whoever put it into the schedule has just changed it.
      const changed = { goes_public_at: at.toISOString(), bundle: bundle.id, changed_at: bundle.created_at };
      return { ...row, headline, content, ...changed };
    }),
  );
  await engine.insertRows(tx, 'bundle', [bundle]);
  const rows = releases.map((id) => releaseRow({ id, ...facts }, 'en', people));
  await engine.insertRows(tx, 'draft_release', rows);
  await engine.insertRows(tx, 'draft', drafts);
}
