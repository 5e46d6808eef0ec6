import type { Instant } from '../platform/instant.ts';
import type { PublishedTime } from '../published/published-release.ts';

/**
 * When a text went public, for formats that know no bare day. Where only the civil day is known it is noon of that day
 * in UTC: on all clocks from 11 hours behind to 11 ahead that is the same day, as the first instant in the office's zone
 * would not be.
 */
export function feedTime({ at, day, precision }: PublishedTime): Instant {
  return precision === 'instant' ? at : (`${day}T12:00:00.000Z` as Instant);
}

export function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
