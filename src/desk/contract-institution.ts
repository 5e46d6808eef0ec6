import type { SiteLocale } from '../offices/office.ts';
import type { InLocales } from '../platform/locales.ts';

/** What the contract says of who publishes here. */

export interface InstitutionSeen {
  readonly names: InLocales;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  readonly timeZone: string;
  readonly offices: readonly {
    readonly code: string;
    readonly names: InLocales;
    readonly countries: readonly string[];
    readonly locales: readonly string[];
    readonly timeZone: string;
  }[];
  readonly topics: readonly { readonly code: string; readonly names: InLocales }[];
  readonly types: readonly string[];
}

export interface BoilerplateSeen {
  readonly from: string;
  readonly boilerplate: string;
  readonly contacts: string;
}

/** The institution as it is kept, with everything that readers see of it. */
export interface InstitutionKept {
  readonly organisation: OrganisationKept;
  /** In the order in which they are named. */
  readonly offices: readonly OfficeKept[];
  readonly topics: readonly TopicKept[];
  /** Offices and topics: make them, and change all of them. */
  readonly mayKeepOffices: boolean;
  readonly mayKeepOrganisation: boolean;
  readonly mayKeepKeys: boolean;
}

export interface OrganisationKept {
  readonly names: InLocales;
  readonly introductions: InLocales;
  readonly locales: readonly SiteLocale[];
  readonly defaultLocale: string;
  readonly timeZone: string;
}

export interface OfficeKept {
  readonly code: string;
  readonly slug: string;
  readonly names: InLocales;
  readonly introductions: InLocales;
  readonly countries: readonly string[];
  readonly locales: readonly string[];
  readonly timeZone: string;
  /** Of the languages of the office and the organisation, those in which this person may change its texts. */
  readonly mayDescribe: readonly string[];
}

export interface TopicKept {
  readonly code: string;
  readonly slug: string;
  readonly names: InLocales;
}

/** What is left out stays as it is; of texts, an empty one takes away the words in its language. */
export interface OrganisationChange {
  readonly names?: InLocales;
  readonly introductions?: InLocales;
  readonly locales?: readonly SiteLocale[];
  readonly defaultLocale?: string;
  readonly timeZone?: string;
}

/** As OrganisationChange, of the office with this code. */
export interface OfficeChange {
  readonly code: string;
  /** Makes one: refused where there is one already. */
  readonly isNew: boolean;
  readonly slug?: string;
  readonly names?: InLocales;
  readonly introductions?: InLocales;
  readonly countries?: readonly string[];
  readonly locales?: readonly string[];
  readonly timeZone?: string;
  /** From 1: its place in the order in which offices are named. */
  readonly position?: number;
}

/** As OfficeChange. */
export interface TopicChange {
  readonly code: string;
  readonly isNew: boolean;
  readonly slug?: string;
  readonly names?: InLocales;
  readonly position?: number;
}

/** A key of the API. Its text is kept nowhere. */
export interface KeySeen {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** How many requests a minute. */
  readonly perMinute: number;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export type KeyScope = 'read' | 'bulk';

export interface NewKey {
  readonly name: string;
  /** At least one, each once. */
  readonly scopes: readonly KeyScope[];
  readonly perMinute: number;
}
