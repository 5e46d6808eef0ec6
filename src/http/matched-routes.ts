import type { Answer, Route, Visit } from './route.ts';

/** Routes of one shape: the same fixed segments in the same places, whatever their parameters are called. */
export interface MatchedRoutes {
  /** For the router: `/:0/offices/:1`. Parameters only; no wildcard. */
  readonly shape: string;
  readonly methods: readonly ('GET' | 'HEAD' | 'POST' | 'OPTIONS')[];
  /** The first answer that is not null, in the order the routes are listed. */
  answer(found: Readonly<Record<string, string>>, visit: Omit<Visit, 'params'>): Promise<Answer | null>;
}

/** Several surfaces may claim one shape (`/:locale/:year`, `/:locale/:word`): each is asked in turn. */
export function groupByShape(routes: readonly Route[]): MatchedRoutes[] {
  const groups = new Map<string, { route: Route; names: string[] }[]>();
  for (const route of routes) {
    const names = [...route.path.matchAll(PARAMETER)].map((match) => match[1] ?? '');
    let place = 0;
    const shape = route.path.replace(PARAMETER, () => `:${place++}`);
    groups.set(shape, [...(groups.get(shape) ?? []), { route, names }]);
  }
  return [...groups].map(([shape, group]) => ({
    shape,
    methods: methodsOf(group.map(({ route }) => route)),
    answer: (found, visit) => firstAnswer(group, found, visit),
  }));
}

function methodsOf(routes: readonly Route[]): MatchedRoutes['methods'] {
  return [
    'GET',
    'HEAD',
    ...(routes.some((route) => route.takesForms) ? (['POST'] as const) : []),
    ...(routes.some((route) => route.isForOtherSites) ? (['OPTIONS'] as const) : []),
  ];
}

const PARAMETER = /:(\w+)/g;

async function firstAnswer(
  group: readonly { route: Route; names: readonly string[] }[],
  found: Readonly<Record<string, string>>,
  visit: Omit<Visit, 'params'>,
): Promise<Answer | null> {
  // The router lets a parameter be empty: `/` would be `/:locale`.
  if (Object.values(found).includes('')) return null;
  for (const { route, names } of group) {
    if (visit.method === 'POST' && route.takesForms !== true) continue;
    const params = Object.fromEntries(names.map((name, place) => [name, found[place] ?? '']));
    const answer = await route.answer({ ...visit, params });
    if (answer !== null) return answer;
  }
  return null;
}
