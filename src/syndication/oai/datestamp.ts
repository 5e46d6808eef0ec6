import { Fault } from '../../platform/faults.ts';
import { civilDayOf, type Instant, instantOf } from '../../platform/instant.ts';

const SECOND = 1_000;

/**
 * The datestamp of an act: its instant, rounded up to the second. Rounded down, an act could be older than the answer of a
 * harvest that came while it was being written, and the next harvest, which asks from that answer on, would miss it.
 */
export function datestampOf(at: Instant): string {
  return secondOf(new Date(Math.ceil(Date.parse(at) / SECOND) * SECOND).toISOString());
}

/** `2026-03-02T09:00:00Z`: the second that an instant lies in. */
export function secondOf(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** What `from` and `until` say, each a day or a second, both of one kind. */
export type Stretch =
  | {
      readonly ok: true;
      /** The last instant before it: acts count that are later. */
      readonly after: Instant | null;
      /** Its last instant. */
      readonly upTo: Instant | null;
    }
  | { readonly ok: false; readonly problem: string };

/** Reads a stretch of time, both ends included; null is without an end. */
export function readStretch(from: string | null, until: string | null): Stretch {
  const begins = from === null ? null : readEnd(from, '00:00:00');
  const ends = until === null ? null : readEnd(until, '23:59:59');
  if (begins === 'unreadable' || ends === 'unreadable') {
    const wrong = begins === 'unreadable' ? `from “${from}”` : `until “${until}”`;
    return { ok: false, problem: `${wrong} is no date. Write 2026-03-02 or 2026-03-02T09:00:00Z.` };
  }
  if (from !== null && until !== null && from.length !== until.length) {
    return { ok: false, problem: 'from and until are not written alike. Write both as days, or both to the second.' };
  }
  if (begins !== null && ends !== null && begins > ends) {
    return { ok: false, problem: 'from is later than until. Exchange them.' };
  }
  const after = begins === null ? null : new Date(Date.parse(begins) - SECOND).toISOString();
  return { ok: true, after: after as Instant | null, upTo: ends };
}

/** @param time of a bare day. */
function readEnd(text: string, time: string): Instant | 'unreadable' {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return instantOf(`${civilDayOf(text)}T${time}Z`);
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return instantOf(text);
    return 'unreadable';
  } catch (cause) {
    if (cause instanceof Fault) return 'unreadable';
    throw cause;
  }
}
