/**
 * What the desk is made of, in the order in which one piece needs the other. While a piece is loaded nobody is answered, so none
 * is larger than what it takes whole.
 */
const pieces: readonly (() => Promise<unknown>)[] = [
  () => import('typebox'),
  () => import('typebox/value'),
  () => import('@simplewebauthn/server'),
  () => import('openid-client'),
  () => import('@node-rs/argon2'),
  () => import('./people/people.store.ts'),
  () => import('./desk/open-desk.ts'),
  () => import('./desk/writing/draft.route.ts'),
  () => import('./desk/writing/release.route.ts'),
  () => import('./desk/writing/lists.route.ts'),
  () => import('./desk/writing/history.route.ts'),
  () => import('./desk/schedule/schedule.route.ts'),
  () => import('./desk/institution/institution.route.ts'),
  () => import('./desk/people/people.route.ts'),
  () => import('./desk-half.ts'),
];

/**
 * Loads the desk's modules before anybody asks for it. Readers are answered between two pieces; the first request for the desk would
 * load all of them in one go.
 *
 * @param pause ends when the next piece may be loaded. @returns how many were; `false` from a pause ends it early.
 */
export async function loadDesk(pause: () => Promise<boolean>): Promise<number> {
  let loaded = 0;
  for (const piece of pieces) {
    if (!(await pause())) break;
    await piece();
    loaded += 1;
  }
  return loaded;
}
