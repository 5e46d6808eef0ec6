import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { AuditQuery, ReleaseQuery } from '../src/desk/contract.ts';
import { Broken, Nowhere } from './parts/broken.tsx';
import { Frame } from './parts/frame.tsx';
import { WorkScreen } from './screens/work.tsx';

// The address of every screen. What is not needed for the first is loaded when it is opened.

const root = createRootRoute({ component: Outlet, errorComponent: Broken });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string; oidc?: string } =>
    textsIn(search, ['next', 'oidc']),
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/sign-in.tsx')).SignInScreen })),
});
const link = createRoute({
  getParentRoute: () => root,
  path: '/link',
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/link.tsx')).LinkScreen })),
});

const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Frame });
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: Nowhere });
const work = createRoute({ getParentRoute: () => inside, path: '/', component: WorkScreen });
const releases = createRoute({
  getParentRoute: () => inside,
  path: '/releases',
  validateSearch: (search: Record<string, unknown>): ReleaseQuery =>
    textsIn(search, ['state', 'office', 'locale', 'search', 'after']),
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/releases.tsx')).ReleasesScreen })),
});
const newRelease = createRoute({
  getParentRoute: () => inside,
  path: '/releases/new',
  component: lazyRouteComponent(async () => ({
    default: (await import('./screens/new-release.tsx')).NewReleaseScreen,
  })),
});
const release = createRoute({
  getParentRoute: () => inside,
  path: '/releases/$release/$locale',
  component: lazyRouteComponent(async () => ({
    default: (await import('./release/release-screen.tsx')).ReleaseScreen,
  })),
});
const schedule = createRoute({
  getParentRoute: () => inside,
  path: '/schedule',
  validateSearch: (search: Record<string, unknown>): { month?: string } => textsIn(search, ['month']),
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/schedule.tsx')).ScheduleScreen })),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/people.tsx')).PeopleScreen })),
});
const institution = createRoute({
  getParentRoute: () => inside,
  path: '/institution',
  component: lazyRouteComponent(async () => ({
    default: (await import('./screens/institution.tsx')).InstitutionScreen,
  })),
});
const boilerplate = createRoute({
  getParentRoute: () => inside,
  path: '/boilerplate',
  validateSearch: (search: Record<string, unknown>): { office?: string } => textsIn(search, ['office']),
  component: lazyRouteComponent(async () => ({
    default: (await import('./screens/boilerplate.tsx')).BoilerplateScreen,
  })),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): Omit<AuditQuery, 'before' | 'from'> =>
    textsIn(search, ['act', 'person', 'office', 'release', 'reference']),
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/audit.tsx')).AuditScreen })),
});
const health = createRoute({
  getParentRoute: () => inside,
  path: '/health',
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/health.tsx')).HealthScreen })),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(async () => ({ default: (await import('./screens/account.tsx')).AccountScreen })),
});

const kept = [people, institution, boilerplate, audit, health, account];
const screens = [work, releases, newRelease, release, schedule, ...kept, nowhere];

export const router = createRouter({
  routeTree: root.addChildren([signIn, link, inside.addChildren(screens)]),
  basepath: '/desk',
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Nowhere,
  scrollRestoration: true,
});

/** Of an address, what a screen takes from it: anybody may have typed it. */
function textsIn(search: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  const given = names.filter((name) => search[name] !== undefined && search[name] !== '');
  return Object.fromEntries(given.map((name) => [name, String(search[name])]));
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
