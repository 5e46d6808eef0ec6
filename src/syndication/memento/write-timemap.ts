import { httpDate } from '../../platform/http-date.ts';
import { timegatePath, timemapPath } from '../../published/addresses.ts';
import type { StatesPart } from './page-states.ts';

export const LINK_FORMAT = 'application/link-format';

/** The states of a page in link format (RFC 6690), with the relations of RFC 7089. @param page its path. */
export function writeTimemap(origin: string, page: string, after: number, { mementos, next }: StatesPart): string {
  const [first, last] = [mementos[0], mementos.at(-1)];
  const spans =
    first === undefined || last === undefined ? [] : [['from', first.at] as const, ['until', last.at] as const];
  const kind = ['type', LINK_FORMAT] as const;
  const dated = spans.map(([name, at]) => [name, httpDate(at)] as const);
  return [
    link(origin + page, 'original'),
    link(origin + timemapPath(page, after), 'self', kind, ...dated),
    link(origin + timegatePath(page), 'timegate'),
    ...(next === null
      ? []
      : [link(origin + timemapPath(page, next.after), 'timemap', kind, ['from', httpDate(next.from)])]),
    ...mementos.map((one) => {
      const ends = [
        ...(one === first && after === 0 ? ['first'] : []),
        ...(one === last && next === null ? ['last'] : []),
      ];
      return link(origin + one.path, [...ends, 'memento'].join(' '), ['datetime', httpDate(one.at)]);
    }),
  ].join(',\n');
}

function link(address: string, relation: string, ...attributes: readonly (readonly [string, string])[]): string {
  return [`<${address}>; rel="${relation}"`, ...attributes.map(([name, value]) => `${name}="${value}"`)].join('; ');
}
