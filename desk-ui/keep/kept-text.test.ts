import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../api.ts';
import type { Content } from '../types.ts';
import { type Autosave, type SaveState, startAutosave, type Theirs } from './autosave.ts';
import { type Keep, openKeep, type Typed } from './kept-text.ts';

const empty: Content = { kicker: '', headline: '', summary: '', place: '', body: '', notes: '', pictures: [] };
const words = (headline: string): Typed => ({ content: { ...empty, headline }, slug: null });

/** What a browser gives: a small real one. */
function box(room = 10_000): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

type SaveOutcome = Outcome<{ revision: number; findings: [] }>;
let storage: Storage;
let keep: Keep;
let answers: SaveOutcome[];
let sent: { typed: Typed; revision: number }[];
let states: SaveState['kind'][];
let desk: Autosave;

beforeEach(() => {
  vi.useFakeTimers();
  storage = box();
  [answers, sent, states] = [[], [], []];
  keep = openKeep(storage, 'mara', 'ferry', 'en');
  desk = open();
});
afterEach(() => vi.useRealTimers());

function open(): Autosave {
  return startAutosave({
    base: words('Ferries'),
    revision: 3,
    keep,
    save: async (typed, revision) => {
      sent.push({ typed, revision });
      return answers.shift() ?? { kind: 'done', answer: { revision: revision + 1, findings: [] } };
    },
    now: () => new Date('2026-03-02T09:00:00Z'),
    onState: ({ kind }) => states.push(kind),
    onFindings: () => {},
  });
}

test('what is typed is kept in the browser at once and sent three seconds after the last key', async () => {
  desk.change(words('Ferries r'));
  await vi.advanceTimersByTimeAsync(2_000);
  desk.change(words('Ferries run'));
  expect(keep.read()?.typed.content.headline).toBe('Ferries run');
  await vi.advanceTimersByTimeAsync(2_999);
  expect(sent).toEqual([]);

  await vi.advanceTimersByTimeAsync(1);
  expect(sent.map(({ typed, revision }) => [typed.content.headline, revision])).toEqual([['Ferries run', 3]]);
  expect([desk.revision, desk.state.kind, keep.read()]).toEqual([4, 'saved', null]);
});

test('without a connection the text stays in the browser, and is sent when there is one again', async () => {
  answers = [{ kind: 'offline' }, { kind: 'offline' }];
  desk.change(words('Ferries run'));
  await desk.flush();
  expect(desk.state).toEqual({ kind: 'offline', isKept: true });
  desk.change(words('Ferries run daily'));
  expect([desk.state.kind, keep.read()?.typed.content.headline]).toEqual(['offline', 'Ferries run daily']);

  await vi.advanceTimersByTimeAsync(20_000);
  expect([desk.state.kind, desk.revision, keep.read()]).toEqual(['saved', 4, null]);
});

test('a tab that is closed while offline finds its text again', async () => {
  answers = [{ kind: 'offline' }];
  desk.change(words('Ferries run'));
  await desk.flush();

  const found = openKeep(storage, 'mara', 'ferry', 'en').read();
  expect([found?.typed.content.headline, found?.base.content.headline, found?.revision]).toEqual([
    'Ferries run',
    'Ferries',
    3,
  ]);
  expect(openKeep(storage, 'tomas', 'ferry', 'en').read()).toBeNull();
});

test('what is typed while a save is under way is sent after it', async () => {
  desk.change(words('one'));
  const first = desk.flush();
  desk.change(words('two'));
  await first;
  expect([desk.state.kind, keep.read()?.typed.content.headline, keep.read()?.revision]).toEqual(['unsaved', 'two', 4]);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent.map(({ typed, revision }) => [typed.content.headline, revision])).toEqual([
    ['one', 3],
    ['two', 4],
  ]);
});

test('when somebody saved first nothing is sent again until a person has merged', async () => {
  const theirs: Theirs = {
    ...{ edition: 1, revision: 7, savedBy: 'tomas', savedAt: '2026-03-02T08:59:00.000Z' as Theirs['savedAt'] },
    content: { ...empty, headline: 'Boats' },
  };
  answers = [{ kind: 'refused', refusals: [{ reason: 'changed-meanwhile', theirs }] }];
  desk.change(words('Ferries run'));
  await desk.flush();
  desk.change(words('Ferries run daily'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([desk.state.kind, sent.length, keep.read()?.typed.content.headline]).toEqual([
    'conflict',
    1,
    'Ferries run daily',
  ]);

  await desk.takeMerged({ content: theirs.content, slug: null }, 7, words('Boats run daily'));
  expect(sent.at(-1)).toEqual({ typed: words('Boats run daily'), revision: 7 });
  expect([desk.state.kind, desk.revision, keep.read()]).toEqual(['saved', 8, null]);
});

test('a browser without room says so', async () => {
  keep = openKeep(box(10), 'mara', 'ferry', 'en');
  answers = [{ kind: 'offline' }];
  desk = open();
  desk.change(words('Ferries run'));
  expect(desk.state).toEqual({ kind: 'unsaved', isKept: false });
});

test('what is typed and taken back needs no save', async () => {
  desk.change(words('Ferries run'));
  desk.change(words('Ferries'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, keep.read(), states]).toEqual([[], null, ['unsaved', 'saved']]);
});
