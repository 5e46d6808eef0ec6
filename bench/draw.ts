/** Chances that fall the same way every time. */
export interface Draw {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  one<Thing>(things: readonly Thing[]): Thing;
  chance(share: number): boolean;
}

/** @see Marsaglia, “Xorshift RNGs”, Journal of Statistical Software 8 (14), 2003. */
export function drawFrom(seed: number): Draw {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    one: <Thing>(things: readonly Thing[]) => things[between(0, things.length - 1)] as Thing,
    chance: (share) => next() < share,
  };
}
