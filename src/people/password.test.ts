import { expect, test } from 'vitest';
import { hashPassword, isPassword, nobodys, passwordProblem } from './password.ts';

const mara = { name: 'Mara Vane', email: 'm.vane@calder.example' };

test.each([
  ['eleven long', /^It has 11 characters. Take at least 12/],
  ['x'.repeat(201), /^It has 201 characters; at most 200/],
  ['I am M.Vane@Calder.example', /holds your name or e-mail/],
  ['they call me m.vane here', /holds your name or e-mail/],
  ['MARA VANE went to sea', /holds your name or e-mail/],
  ['a weathervane on the roof', /holds your name or e-mail/],
  ['abababababababab', /repeats a few characters/],
])('“%s” is refused, with what to do', (password, problem) => {
  expect(passwordProblem(password, mara)).toMatch(problem);
});

test.each(['seven ferries leave', '七艘渡轮在九点从码头出发去布鲁日', 'x9$kQ2!pLw7z'])('“%s” will do', (password) => {
  expect(passwordProblem(password, mara)).toBeNull();
});

test('a short name stands in many words and forbids none of them', () => {
  expect(passwordProblem('a pond full of salmon', { name: 'Al Po', email: 'al@calder.example' })).toBeNull();
});

test('a password is kept as argon2id, with salt, and found again however its accents are written', async () => {
  const [first, second] = [await hashPassword('le café du port à neuf'), await hashPassword('le café du port à neuf')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(second).not.toBe(first);
  expect(await isPassword(first, 'le café du port à neuf'.normalize('NFD'))).toBe(true);
  expect(await isPassword(first, 'le cafe du port a neuf')).toBe(false);
});

test('who has no password is never right, and is compared at the same cost', async () => {
  const costOf = (hash: string) => hash.split('$').slice(0, 4);
  expect(costOf(nobodys)).toEqual(costOf(await hashPassword('seven ferries leave')));
  expect(await isPassword(null, 'six ferries leave')).toBe(false);
});
