/** So few characters V8 copies by itself when they are cut out. */
const ALWAYS_COPIED = 12;

/** A string of its own: one that is cut out of a text keeps the whole text in memory. */
export function copyOf(cut: string): string {
  return cut.length <= ALWAYS_COPIED ? cut : Buffer.from(cut, 'utf16le').toString('utf16le');
}
