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
 * Loads the desk's modules when it is first asked for. Readers are answered between two pieces; in one go all of them take most of a
 * second of the processor.
 *
 * @param pause ends when the next piece may be loaded.
 */
export async function loadDesk(pause: () => Promise<void>): Promise<void> {
  for (const piece of pieces) {
    await pause();
    await piece();
  }
}
