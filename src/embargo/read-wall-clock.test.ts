import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../platform/instant.ts';
import { clocksElsewhere, zonesOf } from './clocks-elsewhere.ts';
import { instantsOf, wallClockAt } from './read-wall-clock.ts';

const zones = Intl.supportedValuesOf('timeZone');

describe('a time on a wall', () => {
  test('is one instant on an ordinary day', () => {
    expect(instantsOf('2026-03-02T09:00', 'Asia/Shanghai')).toEqual({
      kind: 'once',
      instants: ['2026-03-02T01:00:00.000Z'],
    });
  });

  test('that the clocks leap over is never, with what lies before and after', () => {
    expect(instantsOf('2026-03-29T02:30', 'Europe/Brussels')).toEqual({
      kind: 'never',
      instants: ['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z'],
    });
    expect(instantsOf('2011-12-30T09:00', 'Pacific/Apia')).toMatchObject({ kind: 'never' });
  });

  test('that the clocks show again is twice', () => {
    expect(instantsOf('2026-10-25T02:30', 'Europe/Brussels')).toEqual({
      kind: 'twice',
      instants: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    });
  });

  test.each([
    '2026-02-30T09:00',
    '2026-03-02T24:00',
    '2026-03-02 09:00',
    '2026-03-02T09:00:00Z',
    '',
    '9999-01-01T00:00',
  ])('is not read from “%s”', (local) =>
    expect(instantsOf(local, 'Europe/London')).toEqual({ kind: 'unreadable', field: 'local' }),
  );

  test.each(['Mars/Olympus', '', '+02:00'])('is not read in the zone “%s”', (zone) =>
    expect(instantsOf('2026-03-02T09:00', zone)).toEqual({ kind: 'unreadable', field: 'timeZone' }),
  );
});

/** Every instant between 1990 and 2040 at which a zone's clocks change. */
function changesOf(zone: string): Temporal.ZonedDateTime[] {
  const end = Temporal.Instant.from('2040-01-01T00:00:00Z').epochMilliseconds;
  const changes = [];
  let at = Temporal.Instant.from('1990-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at !== null && at.epochMilliseconds < end) {
    changes.push(at);
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

/** Found out by other means: of the instants that these offsets can give a time, those at which Intl shows it. */
function shownAt(local: string, zone: string, offsets: readonly number[]): string[] {
  const asUtc = Date.parse(`${local}:00.000Z`);
  const candidates = [...new Set(offsets)].map((minutes) => new Date(asUtc - minutes * 60_000).toISOString());
  return candidates.filter((at) => wallByIntl(at, zone) === local).sort();
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallByIntl(at: string, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
      timeZone: zone,
    });
  formats.set(zone, format);
  return format.format(Date.parse(at)).replace(' ', 'T');
}

const minutesAhead = (at: Temporal.ZonedDateTime) => at.offsetNanoseconds / 60_000_000_000;

describe('over every zone and every change of clocks from 1990 to 2040', () => {
  test('a time is once, twice or never exactly as the clocks show it', () => {
    let looked = 0;
    const wrong: unknown[] = [];
    const histories = new Set<string>();
    for (const zone of zones) {
      const changes = changesOf(zone);
      const history = changes.map((change) => `${change.epochMilliseconds} ${change.offsetNanoseconds}`).join();
      // Half of the zones are another's namesakes.
      const isKnown = histories.has(history);
      histories.add(history);
      for (const change of isKnown ? changes.slice(-2) : changes) {
        const before = change.subtract({ nanoseconds: 1 });
        const offsets = [minutesAhead(before), minutesAhead(change)];
        const shift = (offsets[1] as number) - (offsets[0] as number);
        const after = change.toPlainDateTime();
        if (shift % 1 !== 0) continue;
        // On both sides of both edges of what is left out or repeated.
        const [from, to] = shift > 0 ? [-shift, 0] : [0, -shift];
        for (const minutes of [from - 1, from, to - 1, to]) {
          const local = after.add({ minutes }).toString({ smallestUnit: 'minute' });
          const shown = shownAt(local, zone, offsets);
          const answer = instantsOf(local, zone);
          const expected = shown.length === 0 ? 'never' : shown.length === 1 ? 'once' : 'twice';
          const found = 'instants' in answer && expected !== 'never' ? answer.instants : [];
          if (answer.kind !== expected || String(found) !== String(shown)) wrong.push({ zone, local, answer, shown });
          looked += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(25_000);
  });

  test('what is offered for a time that never comes lies on both sides of the leap', () => {
    for (const zone of zones) {
      for (const change of changesOf(zone)) {
        const shift = minutesAhead(change) - minutesAhead(change.subtract({ nanoseconds: 1 }));
        if (shift < 2) continue;
        const local = change.toPlainDateTime().subtract({ minutes: 1 }).toString({ smallestUnit: 'minute' });
        const answer = instantsOf(local, zone);
        if (answer.kind !== 'never') throw new TypeError(`${zone} ${local} is ${answer.kind}`);
        const [earlier, later] = answer.instants.map((at) => Date.parse(at)) as [number, number];
        expect(earlier).toBeLessThan(change.epochMilliseconds);
        expect(later).toBeGreaterThanOrEqual(change.epochMilliseconds);
      }
    }
  });

  test('a time read from a wall is on that wall again', () => {
    const anyLocal = fc
      .date({ min: new Date(631_152_000_000), max: new Date(2_208_988_800_000), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 16));
    fc.assert(
      fc.property(anyLocal, fc.constantFrom(...zones), (local, zone) => {
        const answer = instantsOf(local, zone);
        if (answer.kind === 'unreadable') return false;
        const walls = answer.instants.map((at) => wallClockAt(at, zone));
        return answer.kind === 'never' ? !walls.includes(local) : walls.every((wall) => wall === local);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('an instant on other clocks', () => {
  const nine = instantOf('2026-03-02T01:00:00Z');

  test('is told for zones first, then for each country', () => {
    const order = { timeZones: ['Asia/Shanghai', 'UTC'], countries: ['MN', 'GB'] };
    expect(clocksElsewhere(nine, order)).toEqual([
      { timeZone: 'Asia/Shanghai', country: null },
      { timeZone: 'UTC', country: null },
      { timeZone: 'Asia/Ulaanbaatar', country: 'MN' },
      { timeZone: 'Asia/Hovd', country: 'MN' },
      { timeZone: 'Europe/London', country: 'GB' },
    ]);
  });

  test('is told once for each time that a large country has', () => {
    const told = clocksElsewhere(nine, { timeZones: [], countries: ['US'] });
    expect(told.slice(0, 4).map((clock) => clock.timeZone)).toEqual([
      ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
    ]);
    const times = told.map(({ timeZone }) => wallClockAt(nine, timeZone));
    expect(new Set(times).size).toBe(told.length);
  });

  test('is not told for what is no country', () => {
    for (const country of ['ZZ', 'XX', 'china', '', '<b>']) expect(zonesOf(country)).toEqual([]);
  });
});
