import type { GeneratedNewsrooms } from './generated-newsrooms.ts';

/** One promise about speed, and how it is measured. */
export interface Row {
  /** What `--only` takes. */
  readonly name: string;
  /** @throws when it cannot be measured here; the table then says why. */
  measure(here: Workshop): Promise<readonly Reading[]>;
}

/** A line of the table. */
export interface Reading {
  readonly what: string;
  readonly measured: string;
  /** Measured in the same run, on the same machine. */
  readonly comparedWith: string;
  /** Null where the bar is not a ratio. */
  readonly ratio: number | null;
  readonly bar: string;
  readonly isMet: boolean;
  /** How it came about: rounds, spread, what the time goes into. */
  readonly note: string;
}

/** Where the rows work. */
export interface Workshop {
  /** Releases in the large newsroom. */
  readonly size: number;
  /** Emptied when the run ends. */
  readonly folder: string;
  readonly newsrooms: GeneratedNewsrooms;
  readonly say: (line: string) => void;
}

/** How large the small newsroom is that the large one is compared with. A multiple of 20, so that first pages are equally long. */
export const SMALL = 1_000;
