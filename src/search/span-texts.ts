/** What search knows of an edition besides its words. */
export interface SpanText {
  /** Sequence of the edition. */
  readonly id: number;
  /** Sequence of the release: the same for all its languages and editions. */
  readonly release: number;
  /** Sequence of the language version: breaks ties of `publishedAt`. */
  readonly version: number;
  readonly locale: string;
  readonly office: string;
  readonly type: string;
  /** JSON arrays, as the release has them. */
  readonly countries: string;
  readonly topics: string;
  /** JSON array: what it has beside its words. */
  readonly has: string;
  /** Of the language version, in milliseconds since 1970. */
  readonly publishedAt: number;
  /** The civil day of publication, in days since 1970. */
  readonly day: number;
  /** In positions; 65,535 at most. */
  readonly length: number;
  readonly isFirst: boolean;
}

/**
 * The texts of a span as they lie in a row: a header in JSON with the number of texts and every code that occurs, then for each
 * fact the numbers of all texts: 39 bytes a text, so that a million are read in a moment.
 */
export function packTexts(texts: readonly SpanText[]): Uint8Array {
  const codes = { locale: [], office: [], type: [], countries: [], topics: [], has: [] } as Record<CodedFact, string[]>;
  const places = new Map<string, number>();
  const placeOf = (fact: CodedFact, code: string): number => {
    const key = `${fact} ${code}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, codes[fact].length);
    return codes[fact].push(code) - 1;
  };
  const coded = codedFacts.map((fact) => Uint32Array.from(texts, (text) => placeOf(fact, text[fact])));
  const columns = [
    Float64Array.from(texts, (text) => text.publishedAt),
    ...numberFacts.map((fact) => Int32Array.from(texts, (text) => text[fact])),
    ...coded.map((column) => Uint16Array.from(column)),
    Uint16Array.from(texts, (text) => Math.min(65_535, text.length)),
    Uint8Array.from(texts, (text) => (text.isFirst ? 1 : 0)),
  ];
  const header = Buffer.from(JSON.stringify({ texts: texts.length, codes }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  return Buffer.concat([size, header, ...columns.map((column) => Buffer.from(column.buffer))]);
}

/** The columns of a span. Codes are places in the lists of `codes`. */
export interface SpanColumns {
  readonly texts: number;
  readonly codes: Readonly<Record<CodedFact, readonly string[]>>;
  readonly publishedAt: Float64Array;
  readonly numbers: Readonly<Record<NumberFact, Int32Array>>;
  readonly coded: Readonly<Record<CodedFact, Uint16Array>>;
  readonly length: Uint16Array;
  readonly isFirst: Uint8Array;
}

export function unpackTexts(packed: Uint8Array): SpanColumns {
  // Copied to a place of its own: numbers of eight bytes are only read from places that eight divides.
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const headerLength = bytes.readUInt32LE(0);
  const { texts, codes } = JSON.parse(bytes.toString('utf8', 4, 4 + headerLength)) as Pick<
    SpanColumns,
    'texts' | 'codes'
  >;
  let at = 4 + headerLength;
  const next = (bytesEach: number): ArrayBuffer => {
    const own = new Uint8Array(texts * bytesEach);
    own.set(bytes.subarray(at, at + own.length));
    at += own.length;
    return own.buffer;
  };
  const publishedAt = new Float64Array(next(8));
  const numbers = Object.fromEntries(numberFacts.map((fact) => [fact, new Int32Array(next(4))]));
  const coded = Object.fromEntries(codedFacts.map((fact) => [fact, new Uint16Array(next(2))]));
  return {
    ...{ texts, codes, publishedAt },
    numbers: numbers as SpanColumns['numbers'],
    coded: coded as SpanColumns['coded'],
    length: new Uint16Array(next(2)),
    isFirst: new Uint8Array(next(1)),
  };
}

const numberFacts = ['id', 'release', 'version', 'day'] as const;
export const codedFacts = ['locale', 'office', 'type', 'countries', 'topics', 'has'] as const;

type NumberFact = (typeof numberFacts)[number];
export type CodedFact = (typeof codedFacts)[number];
