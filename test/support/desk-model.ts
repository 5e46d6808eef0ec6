import type { Person } from '../../src/people/person.ts';
import { type Act, rights } from '../../src/people/rights.ts';
import type { DraftState } from '../../src/releases/draft.ts';
import { ada, ines, mara, otto, tomas, wen } from './desk-cast.ts';

/** A text as anyone would write it down. */
export interface ModelText {
  state: DraftState;
  edition: number;
  revision: number;
  /** Null: not a word was written. */
  headline: string | null;
  /** Null for a first edition. */
  note: string | null;
  hands: Set<string>;
  /** Whoever began it or saved last. */
  changedBy: string;
  submittedBy: string | null;
  bundle: number | null;
  standing: 'none' | 'published' | 'withdrawn' | 'retracted';
  /** Of every edition that was public. */
  headlines: string[];
}

export interface ModelRelease {
  readers: Set<string> | null;
  readonly texts: Map<string, ModelText>;
}

export type ModelVerb =
  | { readonly verb: 'revise'; readonly headline: string }
  | { readonly verb: 'note'; readonly note: string }
  | { readonly verb: 'return'; readonly reason: string }
  | { readonly verb: 'publish'; readonly forced: string | null }
  | { readonly verb: 'add'; readonly source: 'en' | null }
  | { readonly verb: 'limit'; readonly people: readonly string[] | null }
  /** `isWhole`: with every other language of the release. */
  | { readonly verb: 'discard' | 'restore'; readonly isWhole: boolean }
  | {
      readonly verb:
        | 'submit'
        | 'recall'
        | 'approve'
        | 'correct'
        | 'withdraw'
        | 'retract'
        | 'take down'
        | 'bundle'
        | 'unbundle';
    };

/** Somebody does something to the text as they saw it. */
export interface ModelStep {
  readonly by: Person;
  readonly release: number;
  readonly locale: string;
  readonly isStale: boolean;
  readonly act: ModelVerb;
}

export const modelPeople: readonly Person[] = [mara, tomas, ines, ada, wen, otto];

export function newText(changedBy: string): ModelText {
  return {
    ...{ state: 'draft', edition: 1, revision: 1, headline: null, note: null, hands: new Set(), bundle: null },
    ...{ changedBy, submittedBy: null, standing: 'none', headlines: [] },
  };
}

/** What the step comes to: `null`, there is no such text for this person; else every reason against it, none when it is done. */
export function expectedOf(releases: readonly ModelRelease[], step: ModelStep): readonly string[] | null {
  const { by, locale, act } = step;
  const release = releases[step.release] as ModelRelease;
  if (!isKnown(release, by)) return null;
  const text = release.texts.get(locale);
  const no = (...checks: (readonly [boolean, string])[]) => checks.filter(([is]) => is).map(([, reason]) => reason);
  const right = (name: Act) => [!can(by, name), 'not-allowed'] as const;
  if (act.verb === 'limit') return no(right('limit-readers'));
  if (act.verb === 'add') {
    const isGone = (one: ModelText | undefined) => one?.state === 'discarded' && one.edition === 1;
    return no(
      right(act.source === null ? 'draft' : 'translate'),
      [text !== undefined, isGone(text) ? 'discarded' : 'language-taken'],
      [act.source !== null && isGone(release.texts.get(act.source)), 'discarded'],
    );
  }
  if (act.verb === 'bundle') {
    const texts = [...release.texts.values()];
    return no(right('bundle'), ...texts.map((one) => stands(one, 'draft', 'submitted', 'approved')));
  }
  if (act.verb === 'discard' || act.verb === 'restore') {
    if (text === undefined && !act.isWhole) return null;
    const texts = [...release.texts.values()].filter((one) => act.isWhole || one === text);
    return texts.flatMap((one) => no(...(act.verb === 'discard' ? discarding(one, step) : restoring(one, by))));
  }
  const standing = text?.standing ?? 'none';
  const isPublic = standing !== 'none';
  switch (act.verb) {
    case 'withdraw':
      return no(right('withdraw'), [!isPublic, 'not-public'], [isPublic && standing !== 'published', 'ended']);
    case 'retract':
      return no(right('retract'), [!isPublic, 'not-public'], [standing === 'retracted', 'ended']);
    case 'take down':
      return no(right('take-down'), [!isPublic, 'not-public'], [standing === 'retracted', 'ended']);
    case 'correct':
      return no(
        right('correct'),
        [!isPublic, 'nothing-to-correct'],
        [isPublic && standing !== 'published', 'ended'],
        text === undefined ? [false, 'wrong-state'] : stands(text, 'published'),
      );
  }
  if (text === undefined) return null;
  const needs = (...states: DraftState[]) => stands(text, ...states);
  const seen = [step.isStale, 'changed-meanwhile'] as const;
  const ready = [
    [text.headline === null || text.headline === '', 'copy-desk'],
    [text.note?.trim() === '', 'note-missing'],
  ] as const;
  switch (act.verb) {
    case 'revise':
      return no(right('revise'), needs('draft'), [step.isStale && act.headline !== text.headline, 'changed-meanwhile']);
    case 'note': {
      const isSame = act.note === text.note;
      const isFirst = text.note === null;
      return no(
        right('revise'),
        needs('draft'),
        [step.isStale && !isSame, 'changed-meanwhile'],
        [isFirst, 'nothing-to-correct'],
      );
    }
    case 'submit':
      return no(right('submit'), needs('draft'), seen, ...ready);
    case 'recall': {
      const isOwn = text.submittedBy === by.id || text.hands.has(by.id);
      return no(right('recall'), needs('submitted'), seen, [!isOwn, 'others-text']);
    }
    case 'unbundle':
      return no(right('unbundle'), needs('draft', 'submitted', 'approved'));
    case 'return':
      return no(right('return'), needs('submitted', 'approved'), seen, [act.reason === '', 'reason-missing']);
    case 'approve':
      return no(right('approve'), needs('submitted'), seen, [text.hands.has(by.id), 'own-text']);
    case 'publish': {
      const forced = text.state === 'approved' ? null : act.forced;
      const states: DraftState[] = forced === null ? ['approved'] : ['draft', 'submitted', 'approved'];
      const others = bundledWith(releases, text);
      const isHidden = others.some(({ release: other }) => !isKnown(other, by));
      const first = no(
        ...[right('publish'), needs(...states), seen, ...ready],
        [forced !== null && !can(by, 'force-publish'), 'not-allowed'],
        [forced === '', 'reason-missing'],
        [others.some((other) => other.text.state !== 'approved'), 'bundle-waits'],
        [isHidden, 'not-allowed'],
      );
      const all = [text, ...others.map((other) => other.text)];
      const hasEnded = all.some((one) => one.standing === 'withdrawn' || one.standing === 'retracted');
      return first.length > 0 ? first : no([hasEnded, 'ended']);
    }
  }
}

/** Does it, and says how many lines the log has then more. */
export function applyTo(releases: readonly ModelRelease[], { by, locale, act, ...step }: ModelStep): number {
  const release = releases[step.release] as ModelRelease;
  const text = release.texts.get(locale) ?? newText(by.id);
  const saved = (changed: Partial<ModelText>) => {
    Object.assign(text, changed, { revision: text.revision + 1, changedBy: by.id });
    text.hands.add(by.id);
    return 1;
  };
  switch (act.verb) {
    case 'revise':
      return act.headline === text.headline ? 0 : saved({ headline: act.headline });
    case 'note':
      return act.note === text.note ? 0 : saved({ note: act.note });
    case 'submit':
      Object.assign(text, { state: 'submitted', submittedBy: by.id });
      return 1;
    case 'recall':
    case 'return':
      Object.assign(text, { state: 'draft', submittedBy: null });
      return 1;
    case 'approve':
      text.state = 'approved';
      return 1;
    case 'publish': {
      const all = [text, ...bundledWith(releases, text).map((other) => other.text)];
      for (const one of all) {
        Object.assign(one, { state: 'published', standing: 'published' });
        one.headlines.push(one.headline ?? '');
      }
      return all.length;
    }
    case 'correct': {
      // After a discarded correction the next one begins where that did.
      const edition = text.headlines.length + 1;
      const headline = text.headlines.at(-1) ?? '';
      text.hands = new Set();
      return saved({ state: 'draft', edition, headline, note: '', bundle: null, submittedBy: null });
    }
    case 'discard':
    case 'restore': {
      const all = act.isWhole ? [...release.texts.values()] : [text];
      const to = act.verb === 'discard' ? { state: 'discarded', bundle: null } : { state: 'draft' };
      for (const one of all) Object.assign(one, to);
      return all.length;
    }
    case 'withdraw':
      text.standing = 'withdrawn';
      return 1;
    case 'retract':
    case 'take down':
      text.standing = 'retracted';
      return 1;
    case 'add':
      release.texts.set(locale, newText(by.id));
      return 1;
    case 'limit':
      release.readers = act.people === null ? null : new Set([...act.people, by.id]);
      return 1;
    case 'unbundle': {
      const wasTied = text.bundle !== null;
      text.bundle = null;
      return wasTied ? 1 : 0;
    }
    case 'bundle': {
      const bundle =
        1 + Math.max(0, ...releases.flatMap(({ texts }) => [...texts.values()].map((one) => one.bundle ?? 0)));
      for (const one of release.texts.values()) one.bundle = bundle;
      return release.texts.size;
    }
  }
}

/** What comes next for a text, and who does it: random walks alone seldom get far. */
export function nextFor(
  releases: readonly ModelRelease[],
  { release, locale }: ModelStep,
): Pick<ModelStep, 'by' | 'act'> {
  const text = releases[release]?.texts.get(locale);
  if (text === undefined) return { by: mara, act: { verb: 'add', source: 'en' } };
  if (text.state === 'draft' && (text.headline ?? '') === '') {
    return { by: mara, act: { verb: 'revise', headline: 'The ferry sails' } };
  }
  if (text.state === 'draft' && text.note === '') return { by: mara, act: { verb: 'note', note: 'At one.' } };
  if (text.state === 'draft') return { by: mara, act: { verb: 'submit' } };
  if (text.state === 'submitted') return { by: tomas, act: { verb: 'approve' } };
  if (text.state === 'approved') return { by: ines, act: { verb: 'publish', forced: null } };
  if (text.state === 'discarded') return { by: ines, act: { verb: 'restore', isWhole: false } };
  return { by: ines, act: { verb: 'correct' } };
}

type Check = readonly [boolean, string];

/** A text whose correction was discarded is public beside it. */
function stands({ state, edition }: ModelText, ...states: DraftState[]): Check {
  const isBeside = state === 'discarded' && edition > 1 && states.includes('published');
  return [!isBeside && !states.includes(state), state === 'discarded' ? 'discarded' : 'wrong-state'];
}

function discarding(text: ModelText, { by, isStale }: ModelStep): Check[] {
  const isOwn = text.hands.has(by.id) || text.changedBy === by.id;
  return [
    [!can(by, 'discard'), 'not-allowed'],
    stands(text, 'draft'),
    [isStale, 'changed-meanwhile'],
    [text.edition > 1 && !can(by, 'correct'), 'not-allowed'],
    [text.bundle !== null && !can(by, 'unbundle'), 'not-allowed'],
    [!isOwn && !can(by, 'return'), 'others-draft'],
  ];
}

function restoring(text: ModelText, by: Person): Check[] {
  return [
    [!can(by, 'restore'), 'not-allowed'],
    stands(text, 'discarded'),
    [text.edition > 1 && !can(by, 'correct'), 'not-allowed'],
    [text.edition > 1 && text.standing !== 'published', 'ended'],
  ];
}

function isKnown({ readers }: ModelRelease, by: Person): boolean {
  return by.assignments.length > 0 && (readers === null || readers.has(by.id));
}

/** Roles of the cast count everywhere. */
function can(by: Person, act: Act): boolean {
  return by.assignments.some(({ role }) => (rights[act] as readonly string[]).includes(role));
}

function bundledWith(releases: readonly ModelRelease[], text: ModelText): { release: ModelRelease; text: ModelText }[] {
  if (text.bundle === null) return [];
  return releases.flatMap((release) =>
    [...release.texts.values()]
      .filter((other) => other !== text && other.bundle === text.bundle && other.state !== 'published')
      .map((other) => ({ release, text: other })),
  );
}
