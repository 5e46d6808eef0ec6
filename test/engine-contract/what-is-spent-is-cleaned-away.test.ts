import { expect, test } from 'vitest';
import { forgetSpent } from '../../src/people/forget-spent.ts';
import type { Session } from '../../src/people/session.ts';
import { after, type Instant } from '../../src/platform/instant.ts';
import { addPeople, mara, tomas } from '../support/desk-cast.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { peopleDepsOn } from '../support/people-deps.ts';

const HOUR = 3_600;

async function openPeople(open: OpenEngine) {
  const engine = await open();
  const deps = peopleDepsOn(engine);
  await addPeople(engine, [mara, tomas], deps.clock);
  const now = deps.clock.now();
  const signIn = (id: string, changed: Partial<Session>) => {
    const session = {
      id,
      person: mara.id,
      createdAt: now,
      seenAt: now,
      expiresAt: after(now, 99 * HOUR),
      endedAt: null,
    };
    const from = { address: '192.0.2.1', agent: 'A browser' };
    return deps.inTransaction((tx) => deps.sessions.add(tx, id.padEnd(64, 'a'), { ...session, ...from, ...changed }));
  };
  const left = async () => {
    const sessions = await engine.newsroom.selectFrom('session').select('id').orderBy('id').execute();
    const links = await engine.newsroom.selectFrom('single_use_link').select('hash').orderBy('hash').execute();
    const challenges = await engine.newsroom.selectFrom('challenge').select('hash').orderBy('hash').execute();
    return [sessions.map(({ id }) => id), ...[links, challenges].map((rows) => rows.map(({ hash }) => hash[0]))];
  };
  return { deps, now, signIn, left };
}

eachEngine('what lets nobody in any more', (open) => {
  test('is cleaned away, and what does stays', async () => {
    const { deps, now, signIn, left } = await openPeople(open);
    await signIn('alive', { seenAt: after(now, -11 * HOUR) });
    await signIn('ended', { endedAt: now });
    await signIn('expired', { expiresAt: now });
    await signIn('left-alone', { seenAt: after(now, -12 * HOUR) });
    const link = { purpose: 'reset', createdAt: now, usedAt: null } as const;
    const challenge = { purpose: 'register', content: {} } as const;
    await deps.inTransaction(async (tx) => {
      const add = (hash: string, person: string, expiresAt: Instant) =>
        deps.links.replace(tx, hash.repeat(64), { ...link, person, expiresAt });
      await add('1', mara.id, after(now, HOUR));
      await deps.links.use(tx, '1'.repeat(64), now);
      await add('2', mara.id, after(now, HOUR));
      await add('3', tomas.id, now);
      await deps.challenges.add(tx, '4'.repeat(64), { ...challenge, expiresAt: now });
      await deps.challenges.add(tx, '5'.repeat(64), { ...challenge, expiresAt: after(now, 1) });
    });
    expect(await forgetSpent(deps)).toEqual({ sessions: 3, links: 2, challenges: 1 });
    expect(await left()).toEqual([['alive'], ['2'], ['5']]);
    expect(await forgetSpent(deps)).toEqual({ sessions: 0, links: 0, challenges: 0 });
  });

  test('goes 500 at a time, so that nobody at the desk waits', async () => {
    const { deps, now, signIn, left } = await openPeople(open);
    for (let number = 0; number < 503; number += 1) await signIn(`s${number}`, { endedAt: now });
    expect(await forgetSpent(deps)).toMatchObject({ sessions: 500 });
    expect(await forgetSpent(deps)).toMatchObject({ sessions: 3 });
    expect(await left()).toEqual([[], [], []]);
  });
});
