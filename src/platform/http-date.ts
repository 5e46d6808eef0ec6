import { Fault } from './faults.ts';
import { type Instant, instantOf } from './instant.ts';

/** `Tue, 24 Nov 2026 12:00:00 GMT`: the second that an instant lies in, as HTTP writes it. RFC 9110, section 5.6.7. */
export function httpDate(at: Instant): string {
  return new Date(Date.parse(at)).toUTCString();
}

/** @returns null for what is no such date; other ways to write one are not taken. */
export function readHttpDate(text: string): Instant | null {
  const match = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(text.trim());
  if (match === null) return null;
  const [, day, month = '', year, time] = match;
  const place = MONTHS.indexOf(month);
  try {
    const at = instantOf(`${year}-${String(place + 1).padStart(2, '0')}-${day}T${time}Z`);
    return httpDate(at) === text.trim() ? at : null;
  } catch (cause) {
    if (cause instanceof Fault) return null;
    throw cause;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
