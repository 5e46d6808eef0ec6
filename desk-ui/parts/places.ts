/** The screens one goes to by name. */
const places = [
  { to: '/', word: 'work' },
  { to: '/releases', word: 'releases' },
  { to: '/schedule', word: 'schedule' },
] as const;
const keepersPlaces = [
  { to: '/people', word: 'people' },
  { to: '/institution', word: 'institution' },
  { to: '/boilerplate', word: 'boilerplate' },
  { to: '/audit', word: 'audit' },
] as const;
const last = [{ to: '/health', word: 'health' }] as const;

/** @param isKeeper looks after people, boilerplate and the log. */
export function placesFor(isKeeper: boolean) {
  return [...places, ...(isKeeper ? keepersPlaces : []), ...last];
}
