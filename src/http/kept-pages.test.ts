import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type Change, openKnownChanges, readFromOf } from './known-changes.ts';
import type { Route } from './route.ts';
import { closeTestServers, html, openTestServer } from './test-server.ts';

afterEach(closeTestServers);

describe.each([
  ['at once', <Told>(told: Told) => told],
  ['from a database', <Told>(told: Told) => Promise.resolve(told)],
])('a page that outlives a publication, told %s', (_how, tell) => {
  test('stays as it is while nothing changes that it was rendered from', async () => {
    const newsroom = await openNewsroom(tell);
    await newsroom.visit('/en', '/fr');
    newsroom.publish(['fr']);
    await newsroom.visit('/en', '/fr', '/fr');
    newsroom.publish(['fr'], ['en']);
    await newsroom.visit('/en', '/fr');
    expect(newsroom.renderings).toEqual(['/en', '/fr', '/fr', '/en', '/fr']);
  });

  test('goes when nobody knows what changed, or what it was rendered from', async () => {
    const newsroom = await openNewsroom(tell);
    await newsroom.visit('/en', '/unknown');
    newsroom.publish(['fr']);
    await newsroom.visit('/en', '/unknown');
    newsroom.publish(null);
    await newsroom.visit('/en');
    expect(newsroom.renderings).toEqual(['/en', '/unknown', '/unknown', '/en']);
  });

  test('goes when versions were missed that nobody remembers', async () => {
    const newsroom = await openNewsroom(tell);
    await newsroom.visit('/en');
    newsroom.publish(['fr'], ['fr'], ['fr']);
    newsroom.forget(1);
    await newsroom.visit('/en');
    expect(newsroom.renderings).toEqual(['/en', '/en']);
  });

  test('is kept though something else was published while it was rendered, and not where it was that', async () => {
    const newsroom = await openNewsroom(tell);
    newsroom.meanwhile = () => newsroom.publish(['fr']);
    await newsroom.visit('/en', '/en');
    newsroom.meanwhile = () => newsroom.publish(['mn']);
    await newsroom.visit('/mn', '/mn');
    expect(newsroom.renderings).toEqual(['/en', '/mn', '/mn']);
  });
});

/** What nothing else decides: which pages of the past a process may still send. */
test('whatever is published, missed and rendered, what is kept was rendered after the last change of its subjects', () => {
  const subjects = fc.uniqueArray(fc.constantFrom('list', 'release', 'year', 'map'), { maxLength: 3 });
  const step = fc.oneof(
    fc.record({ step: fc.constant('publish' as const), subjects: fc.option(subjects, { freq: 6 }) }),
    fc.record({ step: fc.constant('learn' as const), remembered: fc.constantFrom(1, 3, 100) }),
    fc.record({ step: fc.constant('render' as const), subjects }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const known = openKnownChanges();
      const all: Change[] = [{ version: 1, subjects: null }];
      const pages: { version: number; subjects: readonly string[] }[] = [];
      known.learn(1, []);
      for (const one of steps) {
        const version = all.length;
        if (one.step === 'publish') all.push({ version: version + 1, subjects: one.subjects });
        if (one.step === 'render') pages.push({ version: known.version ?? 0, subjects: one.subjects });
        if (one.step !== 'learn') continue;
        const after = known.version ?? 0;
        known.learn(
          version,
          all.slice(-one.remembered).filter((change) => change.version > after),
        );
        expect(known.version).toBe(version);
        for (const page of pages) {
          const since = all.filter((change) => change.version > page.version);
          const hasChanged = since.some(
            ({ subjects: names }) => names === null || names.some((name) => page.subjects.includes(name)),
          );
          const stands = known.stands(readFromOf(new Set(page.subjects)), page.version);
          if (hasChanged) expect(stands).toBe(false);
          if (known.stands(null, page.version)) expect(page.version).toBe(version);
        }
      }
    }),
  );
});

/** Serves `/:subject`, rendered from the subject that it is named after; nobody knows what `/unknown` is rendered from. */
async function openNewsroom(tell: <Told>(told: Told) => Told | Promise<Told>) {
  let changes: Change[] = [];
  const newsroom = {
    renderings: [] as string[],
    meanwhile: () => {},
    publish(...published: (readonly string[] | null)[]) {
      for (const subjects of published) {
        state.version += 1;
        changes.push({ version: state.version, subjects });
      }
    },
    forget(many: number) {
      changes = changes.slice(many);
    },
    async visit(...urls: string[]) {
      for (const url of urls) expect((await get(url)).body.toString()).toContain(`${url} `);
    },
  };
  const route: Route = {
    name: 'page',
    path: '/:subject',
    answer: async ({ path }) => {
      newsroom.renderings.push(path);
      read.push(path.slice(1));
      const { meanwhile } = newsroom;
      newsroom.meanwhile = () => {};
      meanwhile();
      return html(`${path} of version ${state.version}`);
    },
  };
  let read: string[] = [];
  const { state, get } = await openTestServer([route], {
    version: () => tell(state.version),
    keeping: {
      changesAfter: (version) => tell(changes.filter((change) => change.version > version)),
      async noting(work) {
        read = [];
        const outcome = await work();
        return { outcome, readFrom: read.includes('unknown') ? null : new Set(read) };
      },
    },
  });
  return newsroom;
}
