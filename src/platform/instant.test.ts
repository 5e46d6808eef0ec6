import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayIn, instantOf } from './instant.ts';

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => `${n}`.padStart(length, '0'));
const oneOf = (length: number, ...often: string[]) => fc.oneof(digits(length), fc.constantFrom(...often));
const written = fc
  .tuple(
    oneOf(4, '2024', '2023', '1900', '0001', '0000'),
    oneOf(2, '02', '12', '00', '13'),
    oneOf(2, '28', '29', '30', '31', '00'),
    oneOf(2, '08', '23', '24'),
    oneOf(2, '59', '60'),
    oneOf(2, '59', '60'),
    fc.constantFrom('', '.000', '.5', '.123', '.123456'),
    fc.constantFrom('Z', 'z', '+00:00', '+05:30', '-12:00', ''),
  )
  .map(([year, month, day, hour, minute, second, rest, zone]) => {
    return `${year}-${month}-${day}T${hour}:${minute}:${second}${rest}${zone}`;
  });

test('an instant is read as the calendar reads it, or refused as it refuses', () => {
  fc.assert(
    fc.property(written, (text) => {
      const read = () => instantOf(text);
      const known = byCalendar(text);
      if (known === null) expect(read).toThrow(/is not a time/);
      else expect(read()).toBe(known);
    }),
    { numRuns: 3_000 },
  );
});

test('a day in a zone is the calendar’s, when clocks change and in any century', () => {
  const zones = ['Europe/London', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns', 'Africa/Monrovia', 'UTC'];
  const time = fc.oneof(
    fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
    fc.date({ min: new Date('2011-12-28T00:00:00Z'), max: new Date('2012-01-02T00:00:00Z'), noInvalidDate: true }),
    fc.date({ min: new Date('2024-03-30T00:00:00Z'), max: new Date('2024-04-01T00:00:00Z'), noInvalidDate: true }),
  );
  fc.assert(
    fc.property(time, fc.constantFrom(...zones), (at, zone) => {
      const known = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(zone).toPlainDate().toString();
      fc.pre(/^\d{4}-/.test(known) && known >= '0001');
      expect(dayIn(instantOf(at.toISOString()), zone)).toBe(known);
    }),
    { numRuns: 2_000 },
  );
});

function byCalendar(text: string): string | null {
  try {
    const fixed = Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
    return fixed.length === 24 && fixed > '0000-01-01T00:00:00.000Z' ? fixed : null;
  } catch {
    return null;
  }
}
