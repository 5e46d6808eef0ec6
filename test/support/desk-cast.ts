import { auditStore } from '../../src/audit/audit.store.ts';
import type { Engine } from '../../src/database/engine.ts';
import type { Tx } from '../../src/database/transaction.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import type { Office } from '../../src/offices/office.ts';
import type { Actor, Assignment, Person, Role } from '../../src/people/person.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Locale } from '../../src/platform/locales.ts';
import { pinStore } from '../../src/published/pin.store.ts';
import { publicationStore } from '../../src/published/publication.store.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';
import { draftStore } from '../../src/releases/draft.store.ts';
import type { Draft, DraftContent, DraftRelease } from '../../src/releases/draft.ts';
import { pictureStore } from '../../src/releases/picture.store.ts';
import type { KeptPicture } from '../../src/releases/picture.ts';
import { taskStore } from '../../src/releases/task.store.ts';
import { indexStore } from '../../src/search/index.store.ts';

/** The people of the desk at the Port of Calder. Ids that sort before any made at run time. */
export const mara = somebody(1, 'Mara', 'writer');
export const tomas = somebody(2, 'Tomas', 'editor');
export const ines = somebody(3, 'Ines', 'publisher');
export const ada = somebody(4, 'Ada', 'administrator');
/** Writes and approves: whatever she has written, somebody else approves. */
export const wen: Person = {
  ...somebody(5, 'Wen', 'writer'),
  assignments: [anywhere('writer'), anywhere('editor'), anywhere('publisher')],
};
/** Has an account, and nothing to do here. */
export const otto: Person = { ...somebody(6, 'Otto', 'writer'), assignments: [] };

export const deskPeople: readonly Person[] = [mara, tomas, ines, ada, wen, otto];

/** Offices of the desk's tests: harbour and Bruges. */
export const deskOffices: readonly Office[] = [
  office('CALDER', 'calder', ['GB'], ['en', 'cy'], 'Europe/London'),
  office('CO-BRUGES', 'bruges', ['BE'], ['nl', 'fr'], 'Europe/Brussels'),
];

export interface DeskForTest {
  readonly engine: Engine;
  readonly deps: DeskDeps;
  /** How often the schedule was said to have changed. */
  readonly told: { schedule: number };
}

/** Everything a verb of the desk is handed, over one engine: the cast has accounts, the offices are open. */
export async function openDeskForTest(engine: Engine, clock: Clock): Promise<DeskForTest> {
  const institution = institutionStore();
  const told = { schedule: 0 };
  const { inTransaction } = engine;
  const ids = idsInOrder();
  await inTransaction(async (tx) => {
    await institution.saveOrganisation(tx, {
      names: { en: 'Port of Calder' },
      introductions: {},
      locales: ['en', 'fr', 'zh-Hans', 'mn'].map((locale) => ({ locale, scope: 'any' })),
      defaultLocale: 'en',
      timeZone: 'Europe/London',
    });
    for (const one of deskOffices) await institution.saveOffice(tx, one);
    await institution.saveTopic(tx, { code: 'dredging', slug: 'dredging', names: { en: 'Dredging' } });
  });
  await addPeople(engine, deskPeople, clock);
  const deps: DeskDeps = {
    ...{ inTransaction, clock, institution, newId: ids },
    drafts: draftStore(),
    pictures: pictureStore(),
    tasks: taskStore(),
    pins: pinStore(),
    audit: auditStore(),
    publishing: {
      inTransaction,
      publications: publicationStore(engine),
      index: indexStore(engine),
      clock,
      beforePublic: async () => {},
    },
    onSchedule: (_: Tx) => {
      told.schedule += 1;
    },
  };
  return { engine, deps, told };
}

/** Accounts without a way to sign in: enough for what refers to people. */
export async function addPeople(engine: Engine, people: readonly Person[], clock: Clock): Promise<void> {
  const none = { password_hash: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null };
  for (const { id, name, email, language, standing } of people) {
    await engine.newsroom
      .insertInto('person')
      .values({ id, name, email, language, standing, ...none, created_at: clock.now() })
      .execute();
  }
}

/** @param at office and language that the roles are for; nothing said: any. */
export function somebody(
  number: number,
  name: string,
  role: Role,
  at: Partial<Pick<Assignment, 'office' | 'locale'>> = {},
): Person {
  const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const email = `${name.toLowerCase()}@calder.example`;
  return { id, name, email, language: 'en', standing: 'active', assignments: [{ ...anywhere(role), ...at }] };
}

function anywhere(role: Role): Assignment {
  return { role, office: null, locale: null };
}

/** Fixed, and later than those of the cast. */
export function idsInOrder(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `01999999-0000-7000-8000-${String(count).padStart(12, '0')}`;
  };
}

/** A text that the copy desk has nothing against. */
export function ferryText(changed: Partial<DraftContent> = {}): DraftContent {
  return {
    kicker: '',
    headline: 'The ferry sails at noon',
    summary: 'From Monday on there is a boat more.',
    place: 'Calder',
    body: '<p>The harbour office has decided. <strong>From Monday on</strong> there is a boat more.</p>',
    notes: '',
    pictures: [],
    ...changed,
  };
}

export function releaseOf(id: string, by: Actor, changed: Partial<DraftRelease> = {}): DraftRelease {
  return {
    ...{ id, office: 'CALDER', type: 'press-release', countries: ['GB'], topics: [], organisationWide: false },
    ...{ original: 'en', limitedTo: null, createdBy: by.id ?? '', createdAt: '2026-03-02T09:00:00.000Z' },
    ...changed,
  } as DraftRelease;
}

export function draftOf(release: string, locale: Locale, by: Actor, changed: Partial<Draft> = {}): Draft {
  return {
    ...{ release, locale, edition: 1, revision: 1, standing: { state: 'draft' }, content: ferryText(), slug: null },
    ...{
      source: null,
      publicSource: null,
      change: null,
      submitted: null,
      approved: null,
      scheduledBy: null,
      bundle: null,
    },
    ...{ forcedReason: null, changedBy: by.id ?? '', changedAt: '2026-03-02T09:00:00.000Z' },
    ...changed,
  } as Draft;
}

/** A picture of the quay: small, credited, described. */
export function quayPicture(number: number, changed: Partial<KeptPicture> = {}): KeptPicture {
  return {
    id: `01888888-0000-7000-8000-${String(number).padStart(12, '0')}`,
    hash: String(number).padStart(64, 'c'),
    ...{ mediaType: 'image/jpeg', bytes: 52_000, width: 1500, height: 1000, fileName: `quay-${number}.jpg` },
    rights: {
      ...{ credit: '© Mara Quill', creator: 'Mara Quill', agency: null },
      ...{ copyrightHolder: 'Port of Calder', copyrightYear: 2026, usageTerms: null },
    },
    ...{ caption: null, alt: null, uploadedBy: mara.id, uploadedAt: '2026-03-02T09:00:00.000Z' },
    ...changed,
  } as KeptPicture;
}

function office(code: string, slug: string, countries: string[], locales: Locale[], timeZone: string): Office {
  return { code, slug, names: { en: code }, introductions: {}, countries, locales, timeZone };
}
