import { type CodedFact, codedFacts, type SpanColumns, type SpanText } from './span-texts.ts';

/** What search knows of every text besides its words, by the sequence of its edition. In memory: some 51 bytes a text. */
export interface KnownTexts {
  /** Sequence of the release; 0 where there is no text to be found. */
  readonly release: Uint32Array;
  readonly version: Uint32Array;
  /** In milliseconds since 1970. */
  readonly publishedAt: Float64Array;
  /** In days since 1970. */
  readonly day: Int32Array;
  /** Of `day`; 0 to 9999. */
  readonly year: Uint16Array;
  /** In positions. */
  readonly length: Uint16Array;
  readonly isWithdrawn: Uint8Array;
  /** Places in `codes`. */
  readonly coded: Readonly<Record<CodedFact, Uint32Array>>;
  readonly codes: Readonly<Record<CodedFact, readonly string[]>>;
  /** How many texts there are, and how long they are together. */
  readonly texts: number;
  readonly lengths: number;
  /** When the newest was published. */
  readonly newest: number;
}

export interface TextKeeper {
  /** The same object as long as there is room in it. */
  known(): KnownTexts;
  /** Those of its texts that come after `after`. */
  addSpan(columns: SpanColumns, after: number): void;
  /** Texts come in ascending order of their edition; of several editions of a text only the last is found. */
  add(text: SpanText): void;
  /** A text was withdrawn or retracted. @param version sequence of the language version. */
  end(version: number, standing: 'withdrawn' | 'retracted'): void;
}

type Columns = Omit<KnownTexts, 'codes' | 'texts' | 'lengths' | 'newest'>;

export function keepTexts(): TextKeeper {
  let room = 1024;
  let columns = emptyColumns(room);
  let size = 1;
  const codes = Object.fromEntries(codedFacts.map((fact) => [fact, [] as string[]])) as Record<CodedFact, string[]>;
  const places = Object.fromEntries(codedFacts.map((fact) => [fact, new Map<string, number>()])) as Record<
    CodedFact,
    Map<string, number>
  >;
  const total = { texts: 0, lengths: 0, newest: 0 };
  /** The edition that is found, of texts that have had several. A first edition has its text’s own sequence. */
  const later = new Map<number, number>();

  const makeRoom = (id: number) => {
    size = Math.max(size, id + 1);
    if (size <= room) return;
    room = Math.max(room * 2, size);
    columns = grown(columns, room);
  };
  const placeOf = (fact: CodedFact, code: string): number => {
    const known = places[fact].get(code);
    if (known !== undefined) return known;
    places[fact].set(code, codes[fact].length);
    return codes[fact].push(code) - 1;
  };
  const count = (publishedAt: number, length: number) => {
    total.texts += 1;
    total.lengths += length;
    total.newest = Math.max(total.newest, publishedAt);
  };
  const drop = (id: number) => {
    if ((columns.release[id] ?? 0) === 0) return;
    columns.release[id] = 0;
    total.texts -= 1;
    total.lengths -= columns.length[id] as number;
  };
  const dropEarlier = (id: number, version: number) => {
    const earlier = later.get(version) ?? version;
    later.set(version, id);
    if (earlier >= id) return;
    columns.isWithdrawn[id] = columns.isWithdrawn[earlier] ?? 0;
    drop(earlier);
  };

  return {
    known: () => ({ ...columns, codes, ...total }),

    addSpan({ texts, numbers, coded, publishedAt, length, isFirst, codes: own }, after) {
      makeRoom(numbers.id[texts - 1] ?? 0);
      const translated = codedFacts.map((fact) => own[fact].map((code) => placeOf(fact, code)));
      for (let place = 0; place < texts; place += 1) {
        const id = numbers.id[place] as number;
        if (id <= after) continue;
        columns.release[id] = numbers.release[place] as number;
        columns.version[id] = numbers.version[place] as number;
        columns.publishedAt[id] = publishedAt[place] as number;
        columns.day[id] = numbers.day[place] as number;
        columns.year[id] = yearOf(numbers.day[place] as number);
        columns.length[id] = length[place] as number;
        codedFacts.forEach((fact, one) => {
          columns.coded[fact][id] = translated[one]?.[coded[fact][place] as number] as number;
        });
        count(publishedAt[place] as number, length[place] as number);
        if (isFirst[place] === 0) dropEarlier(id, columns.version[id] as number);
      }
    },

    add(text) {
      const { id } = text;
      makeRoom(id);
      columns.release[id] = text.release;
      columns.version[id] = text.version;
      columns.publishedAt[id] = text.publishedAt;
      columns.day[id] = text.day;
      columns.year[id] = yearOf(text.day);
      columns.length[id] = text.length;
      for (const fact of codedFacts) columns.coded[fact][id] = placeOf(fact, text[fact]);
      count(text.publishedAt, columns.length[id] as number);
      if (!text.isFirst) dropEarlier(id, text.version);
    },

    end(version, standing) {
      const id = later.get(version) ?? version;
      if (standing === 'retracted') drop(id);
      else if (id < size) columns.isWithdrawn[id] = 1;
    },
  };
}

function emptyColumns(room: number): Columns {
  const coded = Object.fromEntries(codedFacts.map((fact) => [fact, new Uint32Array(room)]));
  return {
    ...{ release: new Uint32Array(room), version: new Uint32Array(room), publishedAt: new Float64Array(room) },
    ...{ day: new Int32Array(room), year: new Uint16Array(room) },
    ...{ length: new Uint16Array(room), isWithdrawn: new Uint8Array(room) },
    coded: coded as Columns['coded'],
  };
}

function grown(columns: Columns, room: number): Columns {
  const larger = emptyColumns(room);
  for (const name of ['release', 'version', 'publishedAt', 'day', 'year', 'length', 'isWithdrawn'] as const) {
    larger[name].set(columns[name]);
  }
  for (const fact of codedFacts) larger.coded[fact].set(columns.coded[fact]);
  return larger;
}

const DAY_MS = 86_400_000;

/** Texts come in by their day: many have that of the one before. */
let lately = { day: 0, year: 1970 };

function yearOf(day: number): number {
  if (day !== lately.day) lately = { day, year: new Date(day * DAY_MS).getUTCFullYear() };
  return lately.year;
}
