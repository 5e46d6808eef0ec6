import { Worker } from 'node:worker_threads';
import { Fault } from '../platform/faults.ts';
import type { Search, SearchFound, Suggestions } from './search.ts';
import type { SearchAnswered, SearchAsked, SearchSettings } from './search-message.ts';

/** More are turned away: whoever waits behind so many has gone. */
const MOST_WAITING = 64;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Opens the search in a thread of its own, which begins with the first question: a newsroom that nobody searches does without it.
 * A thread that ends is replaced with the next question.
 */
export function openSearch(settings: SearchSettings): Search {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let asked = 0;

  const begin = (): Worker => {
    const file = import.meta.url.endsWith('.ts') ? './search-worker.ts' : './search-worker.js';
    const fresh = new Worker(new URL(file, import.meta.url), { workerData: settings });
    fresh.on('message', ({ number, answer, problem }: SearchAnswered) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (problem === undefined) one?.resolve(JSON.parse(answer ?? 'null') as never);
      else one?.reject(unavailable(problem));
    });
    const end = (cause: unknown) => {
      if (worker !== fresh) return;
      worker = null;
      for (const one of waiting.values()) one.reject(unavailable(cause));
      waiting.clear();
    };
    fresh.on('error', end);
    fresh.on('exit', end);
    // It keeps no process alive that has nothing else to do.
    fresh.unref();
    return fresh;
  };

  const answerTo = <Answer>(ask: SearchAsked['ask']): Promise<Answer> => {
    if (waiting.size >= MOST_WAITING) throw new Fault('SEARCH_BUSY', {});
    worker ??= begin();
    const number = ++asked;
    return new Promise<Answer>((resolve, reject) => {
      waiting.set(number, { resolve, reject });
      worker?.postMessage({ number, ask } satisfies SearchAsked);
    });
  };

  return {
    find: async (order) => answerTo<SearchFound>({ kind: 'find', order }),
    suggest: async (text, locale) => answerTo<Suggestions>({ kind: 'suggest', order: { text, locale } }),
    async close() {
      await worker?.terminate();
    },
  };
}

function unavailable(cause: unknown): Fault {
  return new Fault('SEARCH_UNAVAILABLE', {}, { cause: cause instanceof Error ? cause : new Error(String(cause)) });
}
