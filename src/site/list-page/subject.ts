import type { Locale } from '../../platform/locales.ts';
import type { ListSubject } from '../../published/list.ts';
import { countriesOf, type Directory } from '../../published/named-subject.ts';
import type { Institution } from '../../published/published.ts';
import { countryName } from '../../words/as-written.ts';
import { type Name, nameIn, type Stationery } from '../around/stationery.ts';

/** All lists of a kind: countries by name, the others in the order the institution gives them. */
export function subjectsOf(directory: Directory, { institution, locale }: Stationery): readonly ListSubject[] {
  switch (directory) {
    case 'offices':
      return institution.offices.map(({ code }) => ({ kind: 'office', code }));
    case 'topics':
      return institution.topics.map(({ code }) => ({ kind: 'topic', code }));
    case 'countries':
      return byName(countriesOf(institution), locale).map((code) => ({ kind: 'country', code }));
    case 'types':
      return institution.types.map((type) => ({ kind: 'type', type }));
  }
}

function byName(codes: readonly string[], locale: Locale): string[] {
  const { compare } = new Intl.Collator(locale);
  return codes.toSorted((one, other) => compare(countryName(one, locale), countryName(other, locale)));
}

/** What stands above the list. */
export function subjectName(subject: ListSubject, { words, offices, topics, locale }: Stationery): Name {
  switch (subject.kind) {
    case 'organisation':
      return { text: words('allReleases'), lang: undefined };
    case 'office':
      return offices.get(subject.code) ?? { text: subject.code, lang: undefined };
    case 'topic':
      return topics.get(subject.code) ?? { text: subject.code, lang: undefined };
    case 'country':
      return { text: countryName(subject.code, locale), lang: undefined };
    case 'type':
      return { text: words(`types-${subject.type}`), lang: undefined };
  }
}

export function introductionOf(subject: ListSubject, { institution, locale }: Stationery): Name | null {
  if (subject.kind === 'organisation') return nameIn(institution.organisation.introductions, institution, locale);
  const office = subject.kind === 'office' && institution.offices.find(({ code }) => code === subject.code);
  return office ? nameIn(office.introductions, institution, locale) : null;
}

/** On whose clocks the days of a list are (IANA name): an office's on its own, every other on the organisation's. */
export function zoneOf(subject: ListSubject, { offices, organisation }: Institution): string {
  const office = subject.kind === 'office' ? offices.find(({ code }) => code === subject.code) : undefined;
  return office?.timeZone ?? organisation.timeZone;
}
