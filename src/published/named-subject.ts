import type { Slugs } from '../offices/former-slugs.ts';
import { type ListSubject, releaseTypes } from './list.ts';
import type { Institution } from './published.ts';

/** What lists of a kind lie under in their addresses: `/en/offices/…` */
export type Directory = 'offices' | 'countries' | 'topics' | 'types';

/**
 * The subject that a slug or code of any case names, or a slug that it had before.
 *
 * @returns null when nothing here has that name.
 */
export function readSubject(directory: Directory, slug: string, institution: Institution): ListSubject | null {
  const wanted = slug.toLowerCase();
  const meantOf = <One extends Slugs>(all: readonly One[]) =>
    all.find(({ slug, code }) => slug.toLowerCase() === wanted || code.toLowerCase() === wanted) ??
    all.find(({ formerSlugs = [] }) => formerSlugs.some((one) => one.toLowerCase() === wanted));
  switch (directory) {
    case 'offices': {
      const office = meantOf(institution.offices);
      return office === undefined ? null : { kind: 'office', code: office.code };
    }
    case 'topics': {
      const topic = meantOf(institution.topics);
      return topic === undefined ? null : { kind: 'topic', code: topic.code };
    }
    case 'countries': {
      const code = wanted.toUpperCase();
      return countriesOf(institution).includes(code) ? { kind: 'country', code } : null;
    }
    case 'types': {
      const type = releaseTypes.find((one) => one === wanted);
      return type === undefined ? null : { kind: 'type', type };
    }
  }
}

const countries = new WeakMap<Institution, readonly string[]>();

/** Those that releases concern and those that offices cover: the list of each exists, empty or not. In code order. */
export function countriesOf(institution: Institution): readonly string[] {
  let known = countries.get(institution);
  if (known === undefined) {
    const covered = institution.offices.flatMap((office) => office.countries);
    known = [...new Set([...institution.countries, ...covered])].sort();
    countries.set(institution, known);
  }
  return known;
}
