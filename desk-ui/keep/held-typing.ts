/**
 * What was typed in a dialogue and then refused, by the dialogue: whoever closes it to mend what stands in the way finds it there
 * again. Gone when the act is done, when somebody signs out, and with the page.
 */
const held = new Map<string, unknown>();

export function holdTyping(dialogue: string, typed: unknown): void {
  held.set(dialogue, typed);
}

/** @returns what was held for this dialogue, which writes no other shape; else `first`. */
export function heldTyping<Typed>(dialogue: string, first: Typed): Typed {
  return held.has(dialogue) ? (held.get(dialogue) as Typed) : first;
}

export function dropTyping(dialogue: string): void {
  held.delete(dialogue);
}

export function dropAllTyping(): void {
  held.clear();
}
