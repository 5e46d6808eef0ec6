import type { Locale } from '../platform/locales.ts';

/** Why an office, a topic or the organisation may not be kept as it is wanted, with the facts that a person needs to go on. */
export type InstitutionRefusal =
  | { readonly reason: 'code-malformed'; readonly code: string }
  | { readonly reason: 'code-taken'; readonly code: string }
  | { readonly reason: 'slug-malformed'; readonly slug: string }
  | { readonly reason: 'slug-taken'; readonly slug: string; readonly by: string }
  | { readonly reason: 'name-missing' }
  | { readonly reason: 'time-zone-unknown'; readonly timeZone: string }
  | { readonly reason: 'country-unknown'; readonly country: string }
  /** Releases about it are on the office's list, and lists never lose members. */
  | { readonly reason: 'country-listed'; readonly country: string; readonly count: number }
  | { readonly reason: 'tag-malformed'; readonly tag: string }
  | { readonly reason: 'language-twice'; readonly locale: Locale }
  | { readonly reason: 'default-language-missing'; readonly locale: Locale }
  /** There are public texts in it: their addresses would lead nowhere. */
  | { readonly reason: 'language-public'; readonly locale: Locale }
  | { readonly reason: 'topic-unknown'; readonly code: string }
  | { readonly reason: 'text-invalid'; readonly field: string; readonly problem: string };
