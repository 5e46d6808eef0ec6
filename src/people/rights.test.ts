import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayGrant } from './may-grant.ts';
import { type Actor, type Assignment, clockwork, type Role, roles } from './person.ts';
import { type Act, may, rights } from './rights.ts';

/** The tables of the document, each as rows by their first cell, and those by the head of the column. */
const tables = tablesIn(readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8'));
const [byRole, coverage, granting] = tables as [Table, Table, Table];

type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

const offices = { Calder: 'CALDER', Bruges: 'CO-BRUGES', 'any office': null, 'the newsroom': null };
const languages = { Welsh: 'cy', Dutch: 'nl', 'any language': null };

test('the document has a line for every act, and for no other', () => {
  const acts = [...byRole.keys()].map((cell) => cell.replaceAll('`', ''));
  expect(acts).toEqual(Object.keys(rights));
});

test('every act, by every role, for every office and language, is allowed as the document says', () => {
  const wrong: unknown[] = [];
  let tried = 0;
  for (const act of Object.keys(rights) as Act[]) {
    for (const role of roles) {
      for (const [assigned, subjects] of coverage) {
        for (const [subject, counts] of subjects) {
          const expected = isYes(byRole.get(`\`${act}\``)?.get(role)) && isYes(counts);
          const isAllowed = may(holding({ role, ...placeOf(assigned) }), act, placeOf(subject));
          if (isAllowed !== expected) wrong.push({ act, role, assigned, subject, isAllowed });
          tried += 1;
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(tried).toBe(Object.keys(rights).length * 5 * 4 * 9);
});

test('roles do not add up: two that each lack something allow nothing more', () => {
  const both = holding(
    { role: 'publisher', office: 'CALDER', locale: null },
    { role: 'writer', office: null, locale: null },
  );
  expect(may(both, 'publish', { office: 'CO-BRUGES', locale: 'nl' })).toBe(false);
  expect(may(both, 'publish', { office: 'CALDER', locale: 'nl' })).toBe(true);
});

test('who has no role, and the clock, may do nothing', () => {
  for (const act of Object.keys(rights) as Act[]) {
    expect(may(holding(), act, { office: null, locale: null })).toBe(false);
    expect(may(clockwork, act, { office: null, locale: null })).toBe(false);
  }
});

test('roles are given as the document says', () => {
  expect(granting.size).toBe(8);
  for (const [who, roleCells] of granting) {
    const [role = '', place = 'any office in any language'] = who.split(' for ');
    const actor = holding({ role: role as Role, ...placeOf(place) });
    for (const [granted, cell] of roleCells) {
      const given = granted.startsWith('a role for ')
        ? roles.filter((one) => one !== 'administrator').map((one) => ({ role: one, ...placeOf(granted.slice(11)) }))
        : [{ role: 'administrator', office: null, locale: null } as const];
      for (const one of given) expect([who, one, mayGrant(actor, one)]).toEqual([who, one, isYes(cell)]);
    }
  }
});

function holding(...assignments: Assignment[]): Actor {
  return { id: '00000000-0000-7000-8000-00000000000a', name: 'Mara', assignments };
}

/** @param words like `Calder in Welsh`, `any office in any language`, `Bruges itself`. */
function placeOf(words: string): { office: string | null; locale: string | null } {
  const [office = '', language = 'any language'] = words.replace(/ itself$/, '').split(' in ');
  if (!(office in offices) || !(language in languages)) expect.fail(`“${words}” names nothing that is tried here`);
  return { office: offices[office as 'Calder'], locale: languages[language as 'Welsh'] };
}

function isYes(cell: string | undefined): boolean {
  if (cell !== 'yes' && cell !== '–') expect.fail(`“${cell}” is neither yes nor –`);
  return cell === 'yes';
}

function tablesIn(document: string): Table[] {
  const blocks = document.split(/\n\n+/).filter((block) => block.trimStart().startsWith('|'));
  return blocks.map((block) => {
    const [head = [], , ...rows] = block.trim().split('\n').map(cellsOf);
    const named = head.map((name, column) => [name, column] as const).filter(([name]) => name !== 'what it is');
    return new Map(
      rows.map((row) => [row[0] ?? '', new Map(named.slice(1).map(([name, column]) => [name, row[column] ?? '']))]),
    );
  });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
