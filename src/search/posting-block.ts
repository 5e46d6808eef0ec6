import { Bytes } from './bytes.ts';

/**
 * A block tells which texts hold a term, how strongly, and where. For `texts` texts, the first of which the row names:
 *
 * 1. the distance of each further text from the one before it, as a varint;
 * 2. a byte each: how much the term weighs in the text, in halves, 255 at most (fields.ts);
 * 3. the positions, ascending: the distance from the one before it (of a text's first: from 0) times two, plus one where a
 *    text begins, as a varint.
 *
 * Varints are seven bits a byte, lowest first, the highest bit set where another follows.
 */
export interface PostingBlock {
  readonly first: number;
  readonly texts: number;
  readonly data: Uint8Array;
}

/** A row of this size stays in its page of the database, and common terms still fill few rows. In bytes. */
export const LARGEST_BLOCK = 900;

export const HEAVIEST = 255;

/** Puts texts into a block, one after the other. */
export interface BlockWriter {
  /** Its bytes so far; 0 where no text is in it. */
  size(): number;
  /**
   * A text behind all others.
   *
   * @param positions the first `count` are where the term stands in it: ascending, each once.
   */
  add(id: number, weight: number, positions: Uint32Array, count: number): void;
  /** The block, to which nothing is added any more: what comes next begins another. */
  end(): PostingBlock;
}

export function writeBlocks(): BlockWriter {
  const [distances, weights, places] = [new Bytes(), new Bytes(), new Bytes()];
  let first = 0;
  let last = 0;
  let texts = 0;
  return {
    size: () => distances.length + weights.length + places.length,
    add(id, weight, positions, count) {
      if (texts === 0) first = id;
      else distances.putVarint(id - last);
      last = id;
      texts += 1;
      weights.put(weight);
      let before = positions[0] as number;
      places.putVarint(before * 2 + 1);
      for (let at = 1; at < count; at += 1) {
        const position = positions[at] as number;
        places.putVarint((position - before) * 2);
        before = position;
      }
    },
    end() {
      const data = new Uint8Array(distances.length + weights.length + places.length);
      data.set(distances.view());
      data.set(weights.view(), distances.length);
      data.set(places.view(), distances.length + weights.length);
      const block = { first, texts, data };
      for (const section of [distances, weights, places]) section.clear();
      texts = 0;
      return block;
    },
  };
}

/** Where the texts that are read go: as much room as their number. */
export interface BlockTexts {
  readonly ids: Uint32Array;
  readonly weights: Uint8Array | Uint16Array;
}

/** Fills in the texts of a block from place `at` on. @returns where in `data` its positions begin. */
export function readTexts({ first, texts, data }: PostingBlock, into: BlockTexts, at: number): number {
  let place = 0;
  let id = first;
  into.ids[at] = id;
  for (let one = 1; one < texts; one += 1) {
    let byte = data[place++] as number;
    let distance = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = data[place++] as number;
      distance |= (byte & 127) << shift;
    }
    id += distance;
    into.ids[at + one] = id;
  }
  // Most blocks are small: a view of each would cost more than its numbers.
  for (let one = 0; one < texts; one += 1) into.weights[at + one] = data[place + one] as number;
  return place + texts;
}

/** The positions of each text of a block, in one row, and where in it each text begins. */
export interface BlockPositions {
  /** With room for more. */
  places: Uint32Array;
  /** A place for each text, and the end behind the last. */
  begins: Uint32Array;
}

/**
 * @param from where in `data` the positions begin.
 * @param into is filled anew where it has the room: a phrase reads hundreds of blocks.
 */
export function readPositions(
  { texts, data }: PostingBlock,
  from: number,
  into: BlockPositions = { places: new Uint32Array(0), begins: new Uint32Array(0) },
): BlockPositions {
  if (into.places.length < data.length - from)
    into.places = new Uint32Array(Math.max(LARGEST_BLOCK, data.length - from));
  if (into.begins.length <= texts) into.begins = new Uint32Array(2 * texts + 1);
  const { places, begins } = into;
  let count = 0;
  let text = 0;
  let position = 0;
  let place = from;
  while (place < data.length) {
    let value = data[place++] as number;
    if (value > 127) {
      value &= 127;
      let byte = 128;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[place++] as number;
        value |= (byte & 127) << shift;
      }
    }
    if ((value & 1) === 1) {
      begins[text++] = count;
      position = value >>> 1;
    } else position += value >>> 1;
    places[count++] = position;
  }
  begins[texts] = count;
  return into;
}
