import { expect, test } from 'vitest';
import { instantOf } from '../platform/instant.ts';
import { isAlive, type Session } from './session.ts';

const now = instantOf('2026-03-02T09:00:00Z');
const session: Session = {
  id: 's',
  person: 'p',
  createdAt: now,
  seenAt: now,
  expiresAt: instantOf('2026-03-16T09:00:00Z'),
  endedAt: null,
  address: '192.0.2.1',
  agent: 'A browser',
};

test('a session lives twelve hours without being seen, and never past its last day', () => {
  const last = { ...session, expiresAt: instantOf('2026-03-03T09:00:00Z') };
  expect(isAlive(last, instantOf('2026-03-02T20:59:59.999Z'))).toBe(true);
  expect(isAlive(last, instantOf('2026-03-02T21:00:00Z'))).toBe(false);
  const busy = { ...last, seenAt: instantOf('2026-03-03T08:59:00Z') };
  expect(isAlive(busy, instantOf('2026-03-03T08:59:59Z'))).toBe(true);
  expect(isAlive(busy, instantOf('2026-03-03T09:00:00Z'))).toBe(false);
  expect(isAlive({ ...busy, endedAt: now }, now)).toBe(false);
});
