interface Slugs {
  readonly code: string;
  readonly slug: string;
  readonly formerSlugs?: readonly string[];
}

/** The slugs that lead to an office or a topic besides its own, once it is kept as it is wanted: none is ever forgotten. */
export function formerSlugsOf(known: Omit<Slugs, 'code'> | undefined, wanted: Omit<Slugs, 'code'>): readonly string[] {
  const earlier = known === undefined ? [] : [...(known.formerSlugs ?? []), known.slug];
  const all = new Set([...earlier, ...(wanted.formerSlugs ?? [])]);
  all.delete(wanted.slug);
  return [...all];
}

/** Whoever has the slug, or had it: an address that led to one never leads to another. */
export function ownerOfSlug<One extends Slugs>(slug: string, all: Iterable<One>): One | undefined {
  for (const one of all) if (one.slug === slug || one.formerSlugs?.includes(slug) === true) return one;
  return undefined;
}
