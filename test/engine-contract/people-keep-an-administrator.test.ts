import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../src/people/assign.ts';
import { disablePerson } from '../../src/people/disable-person.ts';
import { enablePerson } from '../../src/people/enable-person.ts';
import { makeResetLink } from '../../src/people/make-reset-link.ts';
import { type Assignment, type Person, roles } from '../../src/people/person.ts';
import { makeDeskPeople, personNamed } from '../support/desk-people.ts';
import { eachEngine } from '../support/engines.ts';
import { peopleDepsOn } from '../support/people-deps.ts';

const administrator: Assignment = { role: 'administrator', office: null, locale: null };
const offices = ['CALDER', 'CO-BRUGES', null];

const assignment: fc.Arbitrary<Assignment> = fc
  .record({
    role: fc.constantFrom(...roles),
    office: fc.constantFrom(...offices),
    locale: fc.constantFrom('en', 'cy', null),
  })
  .map((one) => (one.role === 'administrator' ? administrator : one));

const act = fc.record({
  verb: fc.constantFrom('assign', 'disable', 'enable'),
  by: fc.nat(3),
  whom: fc.nat(3),
  assignments: fc.array(assignment, { maxLength: 3 }),
});

eachEngine('the last administrator', (open) => {
  test('stays, whatever is assigned and whoever is shut out, one after the other or at once', async () => {
    const engine = await open();
    const deps = { ...peopleDepsOn(engine), isOffice: async () => true };
    const cast = Object.values(await makeDeskPeople(engine));
    const everybody = async () => {
      const people = await deps.inTransaction((tx) => deps.people.everybody(tx));
      return new Map(people.map((person) => [person.id, person]));
    };
    const isKept = async () => (await deps.inTransaction((tx) => deps.people.countActiveAdministrators(tx, null))) > 0;

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), fc.boolean(), async (acts, isAtOnce) => {
        await deps.inTransaction(async (tx) => {
          for (const person of cast) {
            await deps.people.changeStanding(tx, person.id, 'active');
            await deps.people.changePassword(tx, person.id, '$argon2id$x');
            await deps.people.assign(tx, person.id, [administrator]);
          }
        });
        const before = await everybody();
        const doIt = async ({ verb, by, whom, assignments }: (typeof acts)[number]) => {
          // At once, everybody acts on what they saw at first: rights they may have lost since.
          const seen = isAtOnce ? before : await everybody();
          const actor = seen.get(cast[by]?.id ?? '') as Person;
          const person = cast[whom]?.id ?? '';
          if (verb === 'assign') await assign(deps, { by: actor, person, assignments });
          else await (verb === 'disable' ? disablePerson : enablePerson)(deps, { by: actor, person });
        };
        if (isAtOnce) await Promise.all(acts.map(doIt));
        else for (const one of acts) await doIt(one);
        expect(await isKept()).toBe(true);
      }),
      { numRuns: engine.name === 'sqlite' ? 60 : 25 },
    );
  });

  test('an office administrator keeps the people of their office, and nobody who may go further', async () => {
    const engine = await open();
    const deps = { ...peopleDepsOn(engine), isOffice: async () => true };
    const { mara, odile } = await makeDeskPeople(engine, { office: 'CALDER' });
    const keeper = personNamed('Nia', 5, [{ role: 'office-administrator', office: 'CALDER', locale: null }]);
    const both = personNamed('Bram', 6, [
      { role: 'writer', office: 'CALDER', locale: null },
      { role: 'writer', office: 'CO-BRUGES', locale: null },
    ]);
    await deps.inTransaction(async (tx) => {
      for (const one of [keeper, both]) await deps.people.add(tx, one, deps.clock.now());
    });
    const refused = { ok: false, refusals: [{ reason: 'not-allowed', act: 'keep-people' }] };
    for (const person of [odile.id, both.id]) {
      expect(await disablePerson(deps, { by: keeper, person })).toEqual(refused);
      expect(await enablePerson(deps, { by: keeper, person })).toEqual(refused);
      expect(await makeResetLink(deps, { by: keeper, person })).toEqual(refused);
    }
    expect((await makeResetLink(deps, { by: keeper, person: mara.id })).ok).toBe(true);
    const editor = { role: 'editor', office: 'CALDER', locale: 'cy' } as const;
    const elsewhere = { ...editor, office: 'CO-BRUGES' } as const;
    expect(await assign(deps, { by: keeper, person: mara.id, assignments: [editor] })).toEqual({ ok: true });
    expect(await assign(deps, { by: keeper, person: mara.id, assignments: [editor, elsewhere] })).toEqual(refused);
    expect(await assign(deps, { by: keeper, person: keeper.id, assignments: [administrator] })).toEqual(refused);
    expect(await assign(deps, { by: keeper, person: odile.id, assignments: [] })).toMatchObject({
      refusals: [{ reason: 'not-allowed' }, { reason: 'last-administrator' }],
    });
    const stays = both.assignments.filter(({ office }) => office === 'CO-BRUGES');
    expect(await assign(deps, { by: keeper, person: both.id, assignments: [...stays, editor] })).toEqual({ ok: true });
  });
});
