/** Codes that name no country: unknown, outlying Oceania, unions and test regions. */
const none = new Set(['ZZ', 'QO', 'XA', 'XB', 'EU', 'EZ', 'UN']);

/** The code of every country that this browser has a name for, in the order of their names. */
export function everyCountry(nameOf: (code: string) => string, language: string): readonly string[] {
  const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const known = pairs.filter((code) => !none.has(code) && named.of(code) !== undefined);
  const order = new Intl.Collator(language);
  return known.sort((one, other) => order.compare(nameOf(one), nameOf(other)));
}
