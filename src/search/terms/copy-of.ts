/** A string of its own: one that is cut out of a text keeps the whole text in memory. */
export function copyOf(cut: string): string {
  return Buffer.from(cut, 'utf16le').toString('utf16le');
}
