import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { LONGEST_LEGACY_ADDRESS } from '../published/legacy/legacy-address.ts';
import { type ReleaseType, releaseTypes } from '../published/list.ts';
import { wordsOfErrors } from './schema-words.ts';
import { writtenForms } from './written-forms.ts';

/**
 * Dateline's interchange format, one JSON object a line: who publishes, then every public act in the order in which it
 * happened. docs/archive.schema.json is written from here; docs/import.md explains it.
 */
const Text = Type.String();
const MaybeText = Type.Union([Type.Null(), Type.String()]);
const Code = Type.String({ pattern: writtenForms.code.pattern, maxLength: 24 });
const Locale = Type.String({ minLength: 2, maxLength: 35 });
const Id = Type.String({ pattern: writtenForms.id.pattern });
const Country = Type.String({ pattern: writtenForms.country.pattern });
const Day = Type.String({ pattern: writtenForms.day.pattern });
const Instant = Type.String({ pattern: writtenForms.instant.pattern });
/** Slugs that an office or a topic had before, oldest first; left out where there are none. */
const FormerSlugs = Type.Optional(Type.Array(Text, { minItems: 1, maxItems: 1_000 }));
const InLocales = Type.Record(Type.String(), Type.String());
/** Paths on the site a text comes from; they will redirect. */
const LegacyPaths = Type.Array(
  Type.String({ pattern: writtenForms.legacyAddress.pattern, maxLength: LONGEST_LEGACY_ADDRESS }),
  { maxItems: 100 },
);
const closed = { additionalProperties: false } as const;

const Organisation = Type.Object(
  {
    kind: Type.Literal('organisation'),
    names: InLocales,
    introductions: InLocales,
    locales: Type.Array(
      Type.Object({ locale: Locale, scope: Type.Union([Type.Literal('any'), Type.Literal('locale')]) }, closed),
      { minItems: 1 },
    ),
    defaultLocale: Locale,
    timeZone: Text,
  },
  closed,
);

const Office = Type.Object(
  {
    kind: Type.Literal('office'),
    code: Code,
    slug: Text,
    formerSlugs: FormerSlugs,
    names: InLocales,
    introductions: InLocales,
    countries: Type.Array(Country),
    locales: Type.Array(Locale),
    timeZone: Text,
  },
  closed,
);

const Boilerplate = Type.Object(
  { kind: Type.Literal('boilerplate'), office: Code, locale: Locale, from: Day, boilerplate: Text, contacts: Text },
  closed,
);

const Topic = Type.Object(
  { kind: Type.Literal('topic'), code: Text, slug: Text, formerSlugs: FormerSlugs, names: InLocales },
  closed,
);

const Asset = Type.Object(
  {
    kind: Type.Literal('asset'),
    id: Id,
    credit: MaybeText,
    creator: MaybeText,
    agency: MaybeText,
    copyrightHolder: MaybeText,
    copyrightYear: Type.Union([Type.Null(), Type.Integer({ minimum: 1800, maximum: 9999 })]),
    usageTerms: MaybeText,
    /** The picture's original bytes in base64; null where only the credit is left. */
    original: MaybeText,
  },
  closed,
);

const Release = Type.Object(
  {
    id: Id,
    office: Code,
    type: Type.Unsafe<ReleaseType>(Type.Union(releaseTypes.map((type) => Type.Literal(type)))),
    countries: Type.Array(Country, { maxItems: 250 }),
    topics: Type.Array(Text, { maxItems: 50 }),
    organisationWide: Type.Boolean(),
    /** `CO-BEIJING/2017/3`, or null for the next free number. */
    reference: MaybeText,
    origin: Type.Union([Type.Literal('written'), Type.Literal('imported')]),
  },
  closed,
);

const Edition = Type.Object(
  {
    kind: Type.Literal('edition'),
    release: Release,
    locale: Locale,
    slug: MaybeText,
    /** An instant, or only the civil day in the office's zone. */
    at: Type.Union([Day, Instant]),
    kicker: MaybeText,
    headline: Text,
    summary: MaybeText,
    place: MaybeText,
    body: Text,
    notes: MaybeText,
    pictures: Type.Array(Type.Object({ asset: Id, alt: Text, caption: MaybeText }, closed), { maxItems: 100 }),
    /** Null for a first edition. */
    change: Type.Union([
      Type.Null(),
      Type.Object(
        {
          kind: Type.Union([Type.Literal('correction'), Type.Literal('clarification'), Type.Literal('update')]),
          note: Text,
          major: Type.Boolean(),
        },
        closed,
      ),
    ]),
    translatedFrom: Type.Union([
      Type.Null(),
      Type.Object({ locale: Locale, edition: Type.Integer({ minimum: 1 }) }, closed),
    ]),
    legacyPaths: LegacyPaths,
  },
  closed,
);

const Withdrawal = Type.Object(
  { kind: Type.Literal('withdrawal'), release: Id, locale: Locale, at: Instant, reason: Text },
  closed,
);

/** What is left of a retracted text: it keeps its place, without words. One that was taken down has no slug either. */
const Tombstone = Type.Object(
  {
    kind: Type.Literal('tombstone'),
    release: Release,
    locale: Locale,
    slug: MaybeText,
    at: Type.Union([Day, Instant]),
    retractedAt: Instant,
    reason: Text,
    legacyPaths: LegacyPaths,
  },
  closed,
);

/** A release that is kept in sight above a list, in the order in which they were pinned. */
const Pin = Type.Object(
  { kind: Type.Literal('pin'), list: Type.String({ minLength: 1, maxLength: 80 }), release: Id, at: Instant },
  closed,
);

/** An old address that leads to a page of this newsroom, or (null) to nothing any more; a text has legacyPaths. */
const LegacyAddress = Type.Object(
  {
    kind: Type.Literal('legacy-address'),
    address: Type.String({ pattern: writtenForms.legacyAddress.pattern, maxLength: LONGEST_LEGACY_ADDRESS }),
    target: MaybeText,
  },
  closed,
);

/** Describes old addresses; patterns are tried in the order of the file. `target` may hold `$1` … `$9`. */
const LegacyPattern = Type.Object({ kind: Type.Literal('legacy-pattern'), pattern: Text, target: MaybeText }, closed);

/** The first and the last line of what `export` writes: without the last, or with lines missing between, it was cut off. */
const Opening = Type.Object({ kind: Type.Literal('archive') }, closed);
const Closing = Type.Object(
  {
    kind: Type.Literal('end'),
    /** How many lines stand between the first and this one. */
    lines: Type.Integer({ minimum: 0 }),
  },
  closed,
);

export const ArchiveLine = Type.Union([
  Organisation,
  Office,
  Boilerplate,
  Topic,
  Asset,
  Edition,
  Withdrawal,
  Tombstone,
  Pin,
  LegacyAddress,
  LegacyPattern,
]);

/** Any line of a file, its first and last included. */
export const FileLine = Type.Union([Opening, ...ArchiveLine.anyOf, Closing]);

export type ArchiveLine = Static<typeof ArchiveLine>;
export type FileLine = ArchiveLine | Static<typeof Opening> | Static<typeof Closing>;
export type ArchiveAct = Extract<ArchiveLine, { kind: 'edition' | 'withdrawal' | 'tombstone' }>;
export type LegacyLine = Extract<ArchiveLine, { kind: 'legacy-address' | 'legacy-pattern' }>;
export type ArchiveRelease = Static<typeof Release>;

/** Did it happen in public? The other lines say who publishes and with which pictures. */
export function isAct(line: ArchiveLine): line is ArchiveAct {
  return line.kind === 'edition' || line.kind === 'withdrawal' || line.kind === 'tombstone';
}

/** Does it say what an old address leads to? */
export function isLegacy(line: ArchiveLine): line is LegacyLine {
  return line.kind === 'legacy-address' || line.kind === 'legacy-pattern';
}

const byKind = {
  archive: Compile(Opening),
  organisation: Compile(Organisation),
  office: Compile(Office),
  boilerplate: Compile(Boilerplate),
  topic: Compile(Topic),
  asset: Compile(Asset),
  edition: Compile(Edition),
  withdrawal: Compile(Withdrawal),
  tombstone: Compile(Tombstone),
  pin: Compile(Pin),
  'legacy-address': Compile(LegacyAddress),
  'legacy-pattern': Compile(LegacyPattern),
  end: Compile(Closing),
};

/** What is wrong with a line, in words for a person; null when nothing is. */
export function problemOf(line: unknown): string | null {
  const kind = (line as { kind?: unknown } | null)?.kind;
  const schema = typeof kind === 'string' && Object.hasOwn(byKind, kind) ? byKind[kind as keyof typeof byKind] : null;
  if (schema === null) return `"kind" must be one of ${Object.keys(byKind).join(', ')}.`;
  if (schema.Check(line)) return null;
  return wordsOfErrors(schema.Errors(line));
}

/** One line of an archive file, without its line break; written the same way every time. */
export function writeLine(line: FileLine): string {
  // U+2028 and U+2029 are line breaks to some readers of text.
  return JSON.stringify(line).replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}
