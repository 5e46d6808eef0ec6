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
