/** What the addresses of an office or a topic are made of. */
export interface Slugs {
  readonly code: string;
  readonly slug: string;
  /** Those it had before, oldest first. */
  readonly formerSlugs?: readonly string[];
}

/** The slugs that lead to it besides its own, once it is kept as it is wanted: none is ever forgotten. */
export function formerSlugsOf(known: Omit<Slugs, 'code'> | undefined, wanted: Omit<Slugs, 'code'>): readonly string[] {
  const earlier = known === undefined ? [] : [...(known.formerSlugs ?? []), known.slug];
  const all = new Set([...earlier, ...(wanted.formerSlugs ?? [])]);
  all.delete(wanted.slug);
  return [...all];
}

/** Its slugs that another has, or had: an address that led to one never leads to another. */
export function takenSlugs(wanted: Slugs, all: Iterable<Slugs>): { readonly slug: string; readonly by: string }[] {
  const others = [...all].filter(({ code }) => code !== wanted.code);
  return slugsOf(wanted).flatMap((slug) => {
    const owner = others.find((one) => slugsOf(one).includes(slug));
    return owner === undefined ? [] : [{ slug, by: owner.code }];
  });
}

function slugsOf({ slug, formerSlugs = [] }: Slugs): readonly string[] {
  return [slug, ...formerSlugs];
}
