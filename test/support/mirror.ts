import type { Locale } from '../../src/platform/locales.ts';
import type { ListSubject } from '../../src/published/list.ts';
import type { Published } from '../../src/published/published.ts';
import type {
  LanguageFacts,
  PublicAct,
  ReleaseFacts,
  WholeEdition,
  WholeReleases,
} from '../../src/published/whole-release.ts';

/** A copy kept by somebody elsewhere: it knows nothing but the acts it was told, and applies each to what it has. */
export interface Mirror {
  /** Asks for one portion more, and is interrupted before or after it has kept where it stands. */
  follow(releases: WholeReleases, limit: number, isInterrupted?: boolean): Promise<boolean>;
  apply(act: PublicAct): void;
  /** As lists of the site have it: ids of releases, newest first. */
  list(subject: ListSubject, scope: Locale | 'any'): string[];
  readonly releases: ReadonlyMap<string, MirroredRelease>;
}

export interface MirroredRelease {
  readonly facts: ReleaseFacts;
  readonly languages: Map<Locale, { facts: LanguageFacts; editions: Map<number, WholeEdition> }>;
}

export function openMirror(): Mirror {
  const releases = new Map<string, MirroredRelease>();
  let next = 0;
  const apply = ({ release, language, edition }: PublicAct) => {
    const known = releases.get(release.id) ?? { facts: release, languages: new Map() };
    releases.set(release.id, known);
    const version = known.languages.get(language.locale) ?? { facts: language, editions: new Map() };
    known.languages.set(language.locale, version);
    version.facts = language;
    if (edition !== null) version.editions.set(edition.number, edition);
    if (language.standing === 'retracted') version.editions.clear();
  };
  return {
    releases,
    apply,
    async follow(from, limit, isInterrupted = false) {
      const told = await from.acts(next, limit);
      for (const act of told.acts) apply(act);
      if (!isInterrupted) next = told.next;
      return next === told.latest;
    },
    list: (subject, scope) => listOf([...releases.values()], subject, scope),
  };
}

function listOf(releases: readonly MirroredRelease[], subject: ListSubject, scope: Locale | 'any'): string[] {
  const placed = releases.flatMap(({ facts, languages }) => {
    if (!isOn(facts, subject)) return [];
    const place = scope === 'any' ? facts : languages.get(scope)?.facts;
    return place === undefined ? [] : [{ id: facts.id, at: place.published.at, sequence: place.sequence }];
  });
  return placed
    .sort((one, other) => (one.at === other.at ? other.sequence - one.sequence : one.at < other.at ? 1 : -1))
    .map(({ id }) => id);
}

function isOn(facts: ReleaseFacts, subject: ListSubject): boolean {
  switch (subject.kind) {
    case 'organisation':
      return true;
    case 'country':
      return facts.countries.includes(subject.code);
    case 'topic':
      return facts.topics.includes(subject.code);
    case 'type':
      return facts.type === subject.type;
    case 'office':
      return facts.office === subject.code || facts.organisationWide;
  }
}

/** A whole list as its pages show it, oldest page first read. */
export async function pagesOf(published: Published, subject: ListSubject, locale: Locale): Promise<string[]> {
  const { newest } = await published.newestPage(subject, locale);
  const ids: string[] = [];
  for (let number = newest; number >= 1; number -= 1) {
    let page = await published.fixedPage(subject, locale, number);
    while (page !== null) {
      ids.push(...page.items.map((item) => item.release));
      page = page.rest === null ? null : await published.fixedPage(subject, locale, number, page.rest.after);
    }
  }
  return ids;
}
