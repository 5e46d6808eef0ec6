import { BEGINNING } from '../../src/platform/instant.ts';

/** A list as anyone would write it down: every release with its key, and the page boundaries that were ever opened. */
export interface ModelList {
  readonly members: { at: string; sequence: number; release: string }[];
  readonly starts: { at: string; sequence: number }[];
}

const before = (one: { at: string; sequence: number }, other: { at: string; sequence: number }) =>
  one.at < other.at || (one.at === other.at && one.sequence < other.sequence);

/** The naive model: sorts everything again at each act, and looks only at what it sees. */
export function addToModel(list: ModelList, member: ModelList['members'][number]): void {
  const newestStart = list.starts.at(-1);
  if (newestStart === undefined) {
    list.starts.push({ at: BEGINNING, sequence: 0 });
  } else {
    const onNewest = list.members.filter((one) => !before(one, newestStart));
    const isNewest = list.members.every((one) => before(one, member));
    if (isNewest && onNewest.length >= 20) list.starts.push({ at: member.at, sequence: member.sequence });
  }
  list.members.push(member);
}

/** The members of each page, newest first; page 1 stands first. */
export function pagesOfModel(list: ModelList): string[][] {
  return list.starts.map((start, index) => {
    const end = list.starts[index + 1];
    return list.members
      .filter((one) => !before(one, start) && (end === undefined || before(one, end)))
      .sort((one, other) => (before(one, other) ? 1 : -1))
      .map((one) => one.release);
  });
}
