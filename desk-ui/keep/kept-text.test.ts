import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '../api.ts';
import type { Content } from '../types.ts';
import { type Autosave, type SaveState, startAutosave, type Theirs } from './autosave.ts';
import { type Keep, type KeptText, openKeep, type Typed } from './kept-text.ts';

const empty: Content = { kicker: '', headline: '', summary: '', place: '', body: '', notes: '', pictures: [] };
const words = (headline: string): Typed => ({ content: { ...empty, headline }, slug: null });

const them = { edition: 1, savedBy: 'tomas', savedAt: '2026-03-02T08:59:00.000Z' as Theirs['savedAt'] };

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

function open(
  kept: KeptText | null = null,
  save = async (typed: Typed, revision: number): Promise<SaveOutcome> => {
    sent.push({ typed, revision });
    return answers.shift() ?? { kind: 'done', answer: { revision: revision + 1, findings: [] } };
  },
): Autosave {
  return startAutosave({
    base: words('Ferries'),
    revision: 3,
    kept,
    keep,
    save,
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
  // The first may have arrived: it is sent again before the other.
  expect([desk.state.kind, desk.revision, keep.read()]).toEqual(['saved', 5, null]);
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
  const theirs: Theirs = { ...them, revision: 7, content: { ...empty, headline: 'Boats' } };
  const met: SaveOutcome = { kind: 'refused', refusals: [{ reason: 'changed-meanwhile', theirs }] };
  // Nor does the newsroom hold what one began from.
  answers = [met, met];
  desk.change(words('Ferries run'));
  await desk.flush();
  desk.change(words('Ferries run daily'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([desk.state.kind, sent.length, keep.read()?.typed.content.headline]).toEqual([
    'conflict',
    2,
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

/** A newsroom that holds one text, and says of each save what ours would. */
function newsroom(headline: string, revision: number) {
  const held = { headline, revision };
  const save = async (typed: Typed, seen: number): Promise<SaveOutcome> => {
    sent.push({ typed, revision: seen });
    const wanted = typed.content.headline;
    if (wanted !== held.headline && seen !== held.revision) {
      const theirs = { ...them, revision: held.revision, content: { ...empty, headline: held.headline } };
      return { kind: 'refused', refusals: [{ reason: 'changed-meanwhile', theirs }] };
    }
    if (wanted !== held.headline) Object.assign(held, { headline: wanted, revision: held.revision + 1 });
    return { kind: 'done', answer: { revision: held.revision, findings: [] } };
  };
  return { held, save };
}

test('a save that arrived without an answer is not taken for somebody else’s', async () => {
  const { held, save } = newsroom('Ferries', 3);
  const lost = async (...order: Parameters<typeof save>): Promise<SaveOutcome> => {
    await save(...order);
    return { kind: 'offline' };
  };
  desk = open(null, lost);
  desk.change(words('Ferries run'));
  await desk.flush();
  expect([held, desk.state.kind]).toEqual([{ headline: 'Ferries run', revision: 4 }, 'offline']);

  // The tab is closed, and opened again; or the newsroom is only back.
  const kept = keep.read();
  desk = open(kept && { ...kept, typed: words('Ferries run daily') }, save);
  desk.listen();
  await vi.advanceTimersByTimeAsync(0);
  expect([held, desk.state.kind, keep.read()]).toEqual([{ headline: 'Ferries run daily', revision: 5 }, 'saved', null]);
});

test('what was put back is saved by itself, and a save of the closed tab that comes after all is one’s own', async () => {
  const { held, save } = newsroom('Ferries', 3);
  desk.change(words('Ferries run'));
  const kept = keep.read();
  Object.assign(held, { headline: 'Ferries run', revision: 4 });
  desk = open(kept, save);
  desk.listen();
  desk.change(words('Ferries run daily'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect([held.headline, desk.revision, desk.state.kind]).toEqual(['Ferries run daily', 5, 'saved']);
});

test('a later revision with the same words, as when the note was saved, stands in nobody’s way', async () => {
  const { held, save } = newsroom('Ferries', 3);
  desk = open(null, save);
  desk.change(words('Ferries run'));
  held.revision = 9;
  await desk.flush();
  expect([held, desk.revision, desk.state.kind]).toEqual([{ headline: 'Ferries run', revision: 10 }, 10, 'saved']);
});

test('two who wait for the same save do not send the next one twice', async () => {
  const { held, save } = newsroom('Ferries', 3);
  desk = open(null, save);
  desk.change(words('one'));
  const first = desk.flush();
  desk.change(words('two'));
  await Promise.all([first, desk.flush(), desk.flush()]);
  expect([held, desk.state.kind]).toEqual([{ headline: 'two', revision: 5 }, 'saved']);
  expect(sent.map(({ revision }) => revision)).toEqual([3, 4]);
});

test('what somebody types in a text that was opened again stays, whenever the save of before is answered', async () => {
  const { save } = newsroom('Ferries', 3);
  desk = open(null, save);
  desk.change(words('one'));
  desk.stop();
  const again = open(keep.read(), save);
  again.change(words('one and two'));
  await vi.advanceTimersByTimeAsync(0);
  expect(keep.read()?.typed.content.headline).toBe('one and two');
  await again.flush();
  expect([again.state.kind, keep.read()]).toEqual(['saved', null]);
});
