import { Temporal } from 'temporal-polyfill';
import { type Instant, instantOf, isTimeZone } from '../platform/instant.ts';

/** What a clock on a wall may mean. Where clocks change, nobody guesses. */
export type WallClock =
  | { readonly kind: 'once'; readonly instants: readonly [Instant] }
  /** The clocks leap over it. What is offered lies before and after the leap, both as far from the time as the clocks leap. */
  | { readonly kind: 'never'; readonly instants: readonly [before: Instant, after: Instant] }
  /** The clocks are set back and show it again. */
  | { readonly kind: 'twice'; readonly instants: readonly [earlier: Instant, later: Instant] };

export type WallClockProblem = { readonly kind: 'unreadable'; readonly field: 'local' | 'timeZone' };

/**
 * The instants at which the clocks of a zone show a time.
 *
 * @param local `2026-03-02T09:00`, years 1900 to 9998.
 * @param timeZone an IANA name.
 */
export function instantsOf(local: string, timeZone: string): WallClock | WallClockProblem {
  const wall = plainTimeOf(local);
  if (wall === null) return { kind: 'unreadable', field: 'local' };
  if (!isTimeZone(timeZone)) return { kind: 'unreadable', field: 'timeZone' };
  const meant = (disambiguation: 'earlier' | 'later') => wall.toZonedDateTime(timeZone, { disambiguation });
  const [first, last] = [meant('earlier'), meant('later')];
  const instants = [instantFrom(first), instantFrom(last)] as const;
  if (instants[0] === instants[1]) return { kind: 'once', instants: [instants[0]] };
  return { kind: first.toPlainDateTime().equals(wall) ? 'twice' : 'never', instants };
}

/** The time on the clocks of a zone, as instantsOf reads it; seconds are left out. */
export function wallClockAt(at: Instant, timeZone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'floor' });
}

function plainTimeOf(local: string): Temporal.PlainDateTime | null {
  if (!/^(19|[2-9]\d)\d\d-\d\d-\d\dT\d\d:\d\d$/.test(local) || local >= '9999') return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function instantFrom(zoned: Temporal.ZonedDateTime): Instant {
  return instantOf(zoned.toInstant().toString());
}
