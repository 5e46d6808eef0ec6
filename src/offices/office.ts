import type { SafeHtml } from '../platform/html.ts';
import type { CivilDay } from '../platform/instant.ts';
import type { InLocales, Locale } from '../platform/locales.ts';

/** An office that issues releases: headquarters, a regional office, a country office. */
export interface Office {
  /** For references: `CO-BEIJING`. Capital letters, digits, single hyphens; at most 24 characters. Never changes. */
  readonly code: string;
  readonly slug: string;
  /** Those it had before, oldest first: their addresses lead here. Absent: none. */
  readonly formerSlugs?: readonly string[];
  readonly names: InLocales;
  /** A sentence or two above its list. */
  readonly introductions: InLocales;
  /** ISO 3166-1 alpha-2: releases that concern one of these are on its list. */
  readonly countries: readonly string[];
  readonly locales: readonly Locale[];
  /** IANA name. Its civil days are what its releases are dated by. */
  readonly timeZone: string;
}

/** What the foot of an office's releases says from a day on; older releases keep what was true on theirs. */
export interface Boilerplate {
  readonly office: string;
  readonly locale: Locale;
  readonly from: CivilDay;
  readonly boilerplate: SafeHtml;
  readonly contacts: SafeHtml;
}

/** The institution this newsroom belongs to. One per deployment. */
export interface Organisation {
  readonly names: InLocales;
  readonly introductions: InLocales;
  /** The languages of the site, in the order offered. */
  readonly locales: readonly SiteLocale[];
  readonly defaultLocale: Locale;
  readonly timeZone: string;
}

export interface SiteLocale {
  readonly locale: Locale;
  readonly scope: ListScope;
}

/** What the lists of one language show: only texts in it, or each release once, in another language where it must. */
export type ListScope = 'locale' | 'any';

export interface Topic {
  readonly code: string;
  readonly slug: string;
  /** As an office's. */
  readonly formerSlugs?: readonly string[];
  readonly names: InLocales;
}
