/** Some of the references of one office. */
export interface BegunReference {
  readonly office: string;
  readonly fromYear: number;
  readonly toYear: number;
  /** Null: any. */
  readonly number: number | null;
}

/**
 * What somebody who writes a reference may mean, from its first letter on; in either form and any case. A number is taken
 * as whole: `HQ/2026/1` is not the beginning of `HQ/2026/12`, or the one that is meant would be lost among the others.
 *
 * @param offices every code: where the office ends and the year begins cannot be told from the text (`CO-2020`).
 * @returns nothing when no reference begins like that.
 */
export function begunReferences(text: string, offices: readonly string[]): readonly BegunReference[] {
  const begun = text.trim().toUpperCase().replaceAll('/', '-');
  if (begun === '') return [];
  return offices.flatMap((office) => {
    const whole = `${office}-`;
    if (whole.startsWith(begun)) return [{ office, fromYear: 0, toYear: 9999, number: null }];
    const rest = begun.startsWith(whole) ? /^(\d{1,4}|\d{4}-(\d{0,9}))$/.exec(begun.slice(whole.length)) : null;
    if (rest === null) return [];
    const [year = ''] = (rest[1] as string).split('-');
    const [fromYear, toYear] = [Number(year.padEnd(4, '0')), Number(year.padEnd(4, '9'))];
    return [{ office, fromYear, toYear, number: (rest[2] ?? '') === '' ? null : Number(rest[2]) }];
  });
}
