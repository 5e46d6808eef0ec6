import { randomBytes, randomUUID } from 'node:crypto';
import type { Engine } from '../../src/database/engine.ts';
import { personStore } from '../../src/people/person.store.ts';
import type { Person } from '../../src/people/person.ts';
import { hashOf, newToken } from '../../src/people/secret.ts';
import { sessionStore } from '../../src/people/session.store.ts';
import { SESSION_SECONDS } from '../../src/people/session.ts';
import { after, type Instant, instantOf } from '../../src/platform/instant.ts';
import type { Locale } from '../../src/platform/locales.ts';

/** Who works at the desk of the Port of Calder. */
export interface DeskPeople {
  /** Writes. */
  readonly mara: Person;
  /** Approves. */
  readonly tomas: Person;
  /** Publishes. */
  readonly ines: Person;
  /** Is administrator, of everything. */
  readonly odile: Person;
}

/** Which office and language their roles are for; null, and left out: any. */
export interface Where {
  readonly office?: string | null;
  readonly locale?: Locale | null;
}

const beforeEverything = instantOf('2026-01-01T00:00:00Z');

/** Makes the cast in an engine, active and without a password; their ids are the same everywhere. */
export async function makeDeskPeople(engine: Engine, where: Where = {}): Promise<DeskPeople> {
  const cast = deskPeople(where);
  const people = personStore();
  await engine.inTransaction(async (tx) => {
    for (const person of Object.values(cast)) await people.add(tx, person, beforeEverything);
  });
  return cast;
}

/** The cast as values, for what needs no database. */
export function deskPeople({ office = null, locale = null }: Where = {}): DeskPeople {
  return {
    mara: personNamed('Mara', 1, [{ role: 'writer', office, locale }]),
    tomas: personNamed('Tomas', 2, [{ role: 'editor', office, locale }]),
    ines: personNamed('Ines', 3, [{ role: 'publisher', office, locale }]),
    odile: personNamed('Odile', 4, [{ role: 'administrator', office: null, locale: null }]),
  };
}

/** One more person of the cast's kind. @param number from 5 on; makes the id. */
export function personNamed(name: string, number: number, assignments: Person['assignments']): Person {
  return {
    id: `00000000-0000-7000-8000-0000000de5${number.toString(16).padStart(2, '0')}`,
    name,
    email: `${name.toLowerCase()}@calder.example`,
    language: 'en',
    standing: 'active',
    assignments,
  };
}

/** Signs somebody in without asking. @returns what their cookie (`__Host-dateline`, or `dateline` over http) holds. */
export async function sessionFor(engine: Engine, person: Person, at: Instant): Promise<string> {
  const token = newToken(randomBytes);
  const session = {
    id: randomUUID(),
    person: person.id,
    createdAt: at,
    seenAt: at,
    expiresAt: after(at, SESSION_SECONDS),
    endedAt: null,
    address: '192.0.2.7',
    agent: 'A browser of the tests',
  };
  await engine.inTransaction((tx) => sessionStore().add(tx, hashOf(token), session));
  return token;
}
