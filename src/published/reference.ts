/** `<office code>/<year>/<n>`: given once at first publication, never reused, read in any case. */
export interface Reference {
  readonly office: string;
  readonly year: number;
  readonly number: number;
}

export function formatReference(reference: Reference): string {
  return `${reference.office}/${String(reference.year).padStart(4, '0')}/${reference.number}`;
}

/** Has it been given? The text of a preview has the number 0 until it is public for the first time: nothing may show that. */
export function isGiven({ number }: Reference): boolean {
  return number > 0;
}

/** As it stands in an address: `co-beijing-2017-3`. */
export function referenceSlug(reference: Reference): string {
  return formatReference(reference).toLowerCase().replaceAll('/', '-');
}

/**
 * Reads either form, in any case, at most 40 characters.
 *
 * @returns null when it has not the shape of a reference.
 */
export function readReference(text: string): Reference | null {
  const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)[-/]([0-9]{4})[-/]([1-9][0-9]{0,8})$/i.exec(text.slice(0, 41));
  if (match === null) return null;
  return { office: (match[1] as string).toUpperCase(), year: Number(match[2]), number: Number(match[3]) };
}
