import { Fault } from '../../platform/faults.ts';
import { after, type Instant, instantOf, startOfDay } from '../../platform/instant.ts';
import { dayAfter, readSpan } from '../../search/query-days.ts';

/** What somebody means by a time in the past of a list: both ends belong to it. */
export interface PastMoment {
  readonly from: Instant;
  /** The state that stood then is the one that is meant: of a day the last. */
  readonly until: Instant;
}

/**
 * Reads an instant, or a day, a month or a year on the clocks of `timeZone` (IANA name): `2019-03-05`, `2019-3-5`, `2019-03`,
 * `2019`. A day lasts from its first instant to the last before the next day's, however many hours that is.
 *
 * @returns null for what is none of these, or no day of the calendar.
 */
export function readPastMoment(text: string, timeZone: string): PastMoment | null {
  const span = readSpan(text.trim().replace(/-(\d)(?!\d)/g, '-0$1'));
  if (span === null) return instantIn(text);
  const next = dayAfter(span.last);
  if (next === null) return null;
  return { from: startOfDay(span.first, timeZone), until: after(startOfDay(next, timeZone), -0.001) };
}

function instantIn(text: string): PastMoment | null {
  try {
    const at = instantOf(text);
    return { from: at, until: at };
  } catch (cause) {
    if (cause instanceof Fault) return null;
    throw cause;
  }
}
