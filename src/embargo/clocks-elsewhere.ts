import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../platform/instant.ts';

export interface ClockElsewhere {
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2; null for a zone that was asked for by its name. */
  readonly country: string | null;
}

export interface ElsewhereOrder {
  readonly timeZones: readonly string[];
  readonly countries: readonly string[];
}

/**
 * Whose clocks an instant is told on: those of the zones, in their order, then of the countries. A country is there once for each
 * of the times that its clocks show.
 */
export function clocksElsewhere(at: Instant, { timeZones, countries }: ElsewhereOrder): ClockElsewhere[] {
  const named = [...new Set(timeZones)].map((timeZone) => ({ timeZone, country: null }));
  const ofCountries = [...new Set(countries)].flatMap((country) =>
    zonesThatDiffer(at, zonesOf(country)).map((timeZone) => ({ timeZone, country })),
  );
  return [...named, ...ofCountries];
}

/** The zones of a country, those of its largest cities first; none for a country that nobody knows. */
export function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const zones = (new Intl.Locale(`und-${country}`) as WithZones).getTimeZones?.() ?? [];
  return [...zones].sort((one, other) => rankOf(one) - rankOf(other));
}

/** This runtime has it; the compiler's library does not know it yet. */
type WithZones = Intl.Locale & { getTimeZones?(): readonly string[] | undefined };

/** What people there call their time by, where a country has several zones: else the first by letters would stand for them. */
const wellKnown = [
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Toronto'],
  ...['America/Vancouver', 'America/Mexico_City', 'America/Sao_Paulo', 'America/Argentina/Buenos_Aires'],
  ...['America/Santiago', 'America/Guayaquil', 'Europe/Lisbon', 'Europe/Madrid', 'Europe/Moscow', 'Europe/Berlin'],
  ...['Africa/Kinshasa', 'Asia/Almaty', 'Asia/Tashkent', 'Asia/Shanghai', 'Asia/Ulaanbaatar', 'Asia/Jakarta'],
  ...['Asia/Kuala_Lumpur', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Port_Moresby'],
];

function rankOf(timeZone: string): number {
  const place = wellKnown.indexOf(timeZone);
  return place < 0 ? wellKnown.length : place;
}

function zonesThatDiffer(at: Instant, zones: readonly string[]): string[] {
  const byOffset = new Map<string, string>();
  for (const zone of zones) {
    const { offset } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
    if (!byOffset.has(offset)) byOffset.set(offset, zone);
  }
  return [...byOffset.values()];
}
