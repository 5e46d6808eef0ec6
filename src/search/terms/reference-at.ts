/** `CO-BEIJING/2017/3`: an office's code has at most 24 characters. */
const reference = /(?=[a-z0-9-]{1,24}\/\d{4}\/)[a-z0-9]+(?:-[a-z0-9]+)*\/\d{4}\/[1-9]\d{0,8}(?![\p{L}\p{N}\p{M}])/iuy;

/** Where the reference ends that begins at `start`; null where none does. */
export function referenceAt(text: string, start: number): number | null {
  reference.lastIndex = start;
  return reference.test(text) ? reference.lastIndex : null;
}
