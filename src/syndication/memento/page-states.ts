import type { Instant } from '../../platform/instant.ts';
import { asOfPath, editionPath } from '../../published/addresses.ts';
import type { ListState } from '../../published/memento.ts';
import type { Published } from '../../published/published.ts';
import type { PublishedText } from '../../published/published-release.ts';
import type { NamedPage } from '../named-page.ts';

/** One state of a page that can still be read. */
export interface Memento {
  readonly path: string;
  /** When it began. */
  readonly at: Instant;
}

/** Some of the states of a page, oldest first. */
export interface StatesPart {
  readonly mementos: readonly Memento[];
  /** Where the next part begins; null behind the newest state. */
  readonly next: { readonly after: number; readonly from: Instant } | null;
}

/** What can be told of the past of a page. */
export interface PageStates {
  /** The state at an instant; the oldest for an earlier one. Null: there is none to tell. @param at null: the newest. */
  at(at: Instant | null): Promise<Memento | null>;
  /** @param after 0, or what the part before said. */
  part(after: number): Promise<StatesPart>;
}

/** How many states of a list one part names. */
const PART = 1_000;

/** Editions of a text; states of the newsroom for a list. */
export function pageStates(published: Published, page: Exclude<NamedPage, { is: 'retracted' }>): PageStates {
  return page.is === 'text' ? statesOfText(page.text) : statesOfList(published, page);
}

function statesOfText(text: PublishedText): PageStates {
  const began = text.changes.map(({ edition, at }) => ({ edition, at })).reverse();
  const mementos = [{ edition: 1, at: text.published.at }, ...began].map(({ edition, at }): Memento => {
    return { path: editionPath(text.locale, text.reference, text.slug, edition), at };
  });
  return {
    at: async (at) => mementos.findLast((one) => at === null || one.at <= at) ?? mementos[0] ?? null,
    part: async () => ({ mementos, next: null }),
  };
}

function statesOfList(published: Published, { subject, path }: Extract<NamedPage, { is: 'list' }>): PageStates {
  const memento = ({ sequence, at }: ListState): Memento => ({ path: asOfPath(path, sequence), at });
  return {
    async at(at) {
      const [first] = await published.listStates(subject, 0, 1);
      const state = (await published.listStateAt(subject, at)) ?? first;
      return state === undefined ? null : memento(state);
    },
    async part(after) {
      const states = await published.listStates(subject, after, PART + 1);
      const named = states.slice(0, PART);
      const [last, following] = [named.at(-1), states[PART]];
      const next = last === undefined || following === undefined ? null : { after: last.sequence, from: following.at };
      return { mementos: named.map(memento), next };
    },
  };
}
