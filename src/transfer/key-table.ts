/**
 * Remembers millions of keys in few bytes each, and a number with each: what an archive has named so far. It holds hashes of
 * 64 bits, so two of five million keys are taken for one in fewer than one archive of a million.
 */
export interface KeyTable {
  /** 0 where the key is not. */
  get(key: string): number;
  /** @param value above 0, at most 2³² − 1. */
  set(key: string, value: number): void;
}

const FIRST_PLACES = 1 << 12;

/** Slots of three: two halves of the hash, and the value. An empty slot has the value 0. */
const SLOT = 3;

export function openKeyTable(): KeyTable {
  let slots = new Uint32Array(FIRST_PLACES * SLOT);
  let places = FIRST_PLACES;
  let used = 0;

  /** Where this hash is, or the empty slot where it would be. */
  const slotOf = (high: number, low: number): number => {
    for (let place = low & (places - 1); ; place = (place + 1) & (places - 1)) {
      const at = place * SLOT;
      if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at;
    }
  };

  const put = (high: number, low: number, value: number): void => {
    const at = slotOf(high, low);
    if (slots[at + 2] === 0) used += 1;
    slots[at] = high;
    slots[at + 1] = low;
    slots[at + 2] = value;
  };

  const grow = (): void => {
    const old = slots;
    places *= 2;
    used = 0;
    slots = new Uint32Array(places * SLOT);
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + 2] !== 0) put(old[at] as number, old[at + 1] as number, old[at + 2] as number);
    }
  };

  return {
    get(key) {
      const [high, low] = hashOf(key);
      return slots[slotOf(high, low) + 2] as number;
    },
    set(key, value) {
      if (used >= places * 0.7) grow();
      put(...hashOf(key), value);
    },
  };
}

/** 32 bits of a key, never 0: tells keys apart where a table keeps them as values. */
export function shortHash(key: string): number {
  return hashOf(key)[0] || 1;
}

/** Two multiplicative hashes over the UTF-16 units, each mixed with the other at the end. */
function hashOf(key: string): [number, number] {
  let one = 0x243f6a88 ^ key.length;
  let other = 0x85a308d3 ^ key.length;
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    one ^= one >>> 15;
    other = Math.imul(other ^ unit, 0x85ebca77);
    other ^= other >>> 13;
  }
  const high = Math.imul(one ^ (other >>> 16), 0xc2b2ae3d);
  const low = Math.imul(other ^ (high >>> 15), 0x27d4eb2f);
  return [(high ^ (high >>> 13)) >>> 0, (low ^ (low >>> 16)) >>> 0];
}
