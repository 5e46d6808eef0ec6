import { expect, test } from 'vitest';
import { addPasskey, beginPasskey } from '../../src/people/add-passkey.ts';
import { disablePerson } from '../../src/people/disable-person.ts';
import { personOf } from '../../src/people/person-of-session.ts';
import { removePasskey } from '../../src/people/remove-passkey.ts';
import { askForPasskey, signInByPasskey } from '../../src/people/sign-in-by-passkey.ts';
import { after } from '../../src/platform/instant.ts';
import { makeDeskPeople } from '../support/desk-people.ts';
import { eachEngine } from '../support/engines.ts';
import { peopleDepsOn } from '../support/people-deps.ts';
import { softwarePasskey } from '../support/software-passkey.ts';

const origin = 'https://news.calder.example';
const from = { address: '192.0.2.1', agent: 'A browser' };

eachEngine('a passkey', (open) => {
  async function openWithPasskey() {
    const engine = await open();
    const deps = peopleDepsOn(engine);
    const cast = await makeDeskPeople(engine);
    const passkey = softwarePasskey(origin);
    const response = passkey.create(await beginPasskey(deps, cast.mara));
    expect(await addPasskey(deps, { by: cast.mara, response, name: 'Work phone' })).toEqual({ ok: true });
    return { deps, ...cast, passkey, response };
  }

  test('opens the desk without a password, and says whose it is', async () => {
    const { deps, mara, passkey } = await openWithPasskey();
    const response = passkey.get(await askForPasskey(deps));
    const outcome = await signInByPasskey(deps, { response, from, replaces: null });
    if (outcome.outcome !== 'signed-in') expect.fail(outcome.outcome);
    expect(await personOf(deps, outcome.token)).toMatchObject({ id: mara.id });
    const [kept] = await deps.inTransaction((tx) => deps.passkeys.passkeysOf(tx, mara.id));
    expect(kept).toMatchObject({ name: 'Work phone', transports: ['internal'], usedAt: deps.clock.now() });
  });

  test('is refused with a challenge that was answered, is too old, or was sent for something else', async () => {
    const { deps, mara, passkey, response: registered } = await openWithPasskey();
    const refused = { ok: false, refusals: [{ reason: 'passkey-refused' }] };
    expect(await addPasskey(deps, { by: mara, response: registered, name: 'Again' })).toEqual(refused);

    const response = passkey.get(await askForPasskey(deps));
    const signIn = (given: unknown) => signInByPasskey(deps, { response: given, from, replaces: null });
    expect((await signIn(response)).outcome).toBe('signed-in');
    expect(await signIn(response)).toEqual({ outcome: 'refused' });

    const old = passkey.get(await askForPasskey(deps));
    deps.clock.advanceTo(after(deps.clock.now(), 300));
    expect(await signIn(old)).toEqual({ outcome: 'refused' });
    expect(await signIn(passkey.get(await beginPasskey(deps, mara)))).toEqual({ outcome: 'refused' });
    expect(await signIn({ response: { clientDataJSON: 'x' } })).toEqual({ outcome: 'refused' });
    expect(await signIn(null)).toEqual({ outcome: 'refused' });
  });

  test('of somebody else is not added to an account', async () => {
    const { deps, mara, tomas } = await openWithPasskey();
    const other = softwarePasskey(origin);
    const response = other.create(await beginPasskey(deps, tomas));
    expect((await addPasskey(deps, { by: mara, response, name: 'Not mine' })).ok).toBe(false);
  });

  test('is refused from another site, without a finger or PIN, and when it counts backwards', async () => {
    const { deps, passkey } = await openWithPasskey();
    const signIn = async (more: object) => {
      const response = passkey.get(await askForPasskey(deps), more);
      return (await signInByPasskey(deps, { response, from, replaces: null })).outcome;
    };
    expect(await signIn({ origin: 'https://news.calder.example.evil.example' })).toBe('refused');
    expect(await signIn({ isVerified: false })).toBe('refused');
    passkey.counter = 7;
    expect(await signIn({})).toBe('signed-in');
    expect(await signIn({})).toBe('refused');
    passkey.counter = 6;
    expect(await signIn({})).toBe('refused');
    passkey.counter = 8;
    expect(await signIn({})).toBe('signed-in');
    const acts = await deps.inTransaction((tx) => deps.audit.read(tx, { act: 'sign-in-refused' }, 9));
    expect(acts).toHaveLength(4);
  });

  test('opens nothing for who was shut out, nor once it is removed', async () => {
    const { deps, mara, tomas, odile, passkey } = await openWithPasskey();
    const signIn = async () => {
      const response = passkey.get(await askForPasskey(deps));
      return (await signInByPasskey(deps, { response, from, replaces: null })).outcome;
    };
    await removePasskey(deps, { by: tomas, passkey: passkey.id });
    expect(await removePasskey(deps, { by: mara, passkey: passkey.id })).toMatchObject({
      refusals: [{ field: 'passkey' }],
    });
    expect(await signIn()).toBe('signed-in');
    await deps.inTransaction((tx) => deps.people.changePassword(tx, mara.id, '$argon2id$x'));
    expect(await removePasskey(deps, { by: mara, passkey: passkey.id })).toEqual({ ok: true });
    expect(await signIn()).toBe('refused');

    const another = softwarePasskey(origin);
    const registered = another.create(await beginPasskey(deps, tomas));
    await addPasskey(deps, { by: tomas, response: registered, name: 'Key' });
    await disablePerson(deps, { by: odile, person: tomas.id });
    const response = another.get(await askForPasskey(deps));
    expect((await signInByPasskey(deps, { response, from, replaces: null })).outcome).toBe('refused');
  });
});
