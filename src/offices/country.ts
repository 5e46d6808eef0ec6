/** Codes that name no country: unknown, outlying Oceania, and two that only test software. */
const none = new Set(['ZZ', 'QO', 'XA', 'XB']);

let known: ReadonlySet<string> | undefined;

/** Is it a code of ISO 3166-1 alpha-2, in capitals, that has a name? Former countries have theirs. */
export function isCountry(code: string): boolean {
  known ??= new Set(everyPair().filter((pair) => !none.has(pair) && isNamed(pair)));
  return known.has(code);
}

function isNamed(code: string): boolean {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function everyPair(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((one) => letters.map((other) => one + other));
}
