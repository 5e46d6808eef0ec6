import fc from 'fast-check';
import type { CallName, OrderOf } from '../../src/desk/contract.ts';
import { hostileTexts } from './hostile-texts.ts';

/** What there is at a desk to be named in an order. */
export interface Known {
  readonly releases: readonly string[];
  readonly people: readonly string[];
  readonly pictures: readonly string[];
  readonly previews: readonly string[];
}

export type Orders = { readonly [Name in CallName]: fc.Arbitrary<OrderOf<Name>> };

/** Well-formed orders of every call, most of which name something that is there. A new call has a line here, or this does not compile. */
export function ordersFor({ releases, people, pictures, previews }: Known): Orders {
  const release = among(releases);
  const locale = fc.constantFrom('en', 'fr', 'mn', 'zh-Hans');
  const text = fc.record({ release, locale });
  const revision = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constant(1_000_000_000));
  const seen = fc.record({ release, locale, revision });
  const words = fc.oneof(
    fc.constantFrom('', ' ', 'Printed twice.', 'x'.repeat(3_000)),
    fc.constantFrom(...hostileTexts),
  );
  const office = fc.constantFrom('PORT', 'CO-BRUGES', 'NOWHERE');
  const type = fc.constantFrom('news', 'press-release', 'statement', 'notice');
  const picture = among(pictures);
  const content = fc.record({
    ...{ kicker: words, summary: words, place: words, notes: words },
    headline: fc.oneof(fc.constant('The ferry sails at noon'), words),
    body: fc.oneof(fc.constant('<p>The port says so.</p>'), words),
    pictures: fc.array(fc.record({ picture, alt: words, caption: words }), { maxLength: 3 }),
  });
  const kind = fc.constantFrom('correction' as const, 'clarification' as const, 'update' as const);
  const change = fc.record({ kind, note: words, isMajor: fc.boolean() });
  const schedule = fc.record({
    local: fc.constantFrom(
      '2026-11-24T12:30',
      '2026-11-25T00:00',
      '2027-03-28T01:30',
      '2026-10-25T01:30',
      '9999-12-31T23:59',
    ),
    timeZone: fc.constantFrom('Europe/London', 'UTC', 'Asia/Ulaanbaatar', 'Mars/Olympus'),
    choice: fc.constantFrom('earlier' as const, 'later' as const, null),
  });
  const person = among(people);
  const assignment = fc.record({
    role: fc.constantFrom('writer' as const, 'editor' as const, 'publisher' as const, 'office-administrator' as const),
    office: fc.option(office),
    locale: fc.option(locale),
  });
  const assignments = fc.array(assignment, { maxLength: 3 });
  const email = fc.constantFrom('mara@calder.example', 'nobody@calder.example', 'no address', '');
  const password = fc.constantFrom('a harbour at low tide', 'wrong', '');
  const nothing = fc.constant({});
  const rights = { credit: fc.option(words), creator: fc.option(words), agency: fc.option(words) };
  const moreRights = { copyrightHolder: fc.option(words), usageTerms: fc.option(words) };
  const copyrightYear = fc.option(fc.integer({ min: 1800, max: 9999 }));
  const state = fc.constantFrom(
    ...(['draft', 'submitted', 'approved', 'scheduled', 'published', 'withdrawn', 'retracted', 'discarded'] as const),
  );
  const after = fc.constantFrom('2026-11-24T12:00:00.000Z x en', '17', '', 'nothing of that kind', '-1e999', 'NaN');
  const texts = fc.dictionary(locale, words.map(cut), { maxKeys: 3 });
  const timeZone = fc.constantFrom('Europe/London', 'Mars/Olympus', '');
  const slug = fc.oneof(fc.constantFrom('port', 'quay', 'A b'), words.map(cut));
  const position = fc.integer({ min: 1, max: 9 });
  const audit = fc.record(
    {
      ...{ before: fc.integer({ min: 1 }), from: fc.integer({ min: 1 }), release, person, office },
      act: fc.constantFrom('published' as const, 'revised' as const),
      reference: fc.constantFrom('PORT/2026/1', 'port-2026-2', 'NOWHERE/1/1', '%'),
    },
    { requiredKeys: [] },
  );
  const list = fc.constantFrom('organisation', 'office:PORT', 'office:NOWHERE', 'type:news', 'topic:x', 'x', '');
  const from = fc.constantFrom('2026-11-24', '2026-02-30', 'yesterday', '');

  return {
    'GET /desk/api/me': nothing,
    'GET /desk/api/ways-in': nothing,
    'POST /desk/api/sign-in': fc.record({ email, password, code: fc.constantFrom('', '123456', 'abc') }),
    'POST /desk/api/sign-out': nothing,
    'POST /desk/api/links/look': fc.record({ token: words.map((one) => one.slice(0, 100)) }),
    'POST /desk/api/links/use': fc.record({ token: fc.constant('none'), name: fc.constant('Nobody'), email, password }),
    'POST /desk/api/reset-requests': fc.record({ email }),
    'GET /desk/api/sessions': nothing,
    'POST /desk/api/sessions/end': fc.record({ session: person }),
    'POST /desk/api/password': fc.record({ current: fc.constant('wrong'), next: password }),
    'POST /desk/api/totp/begin': nothing,
    'POST /desk/api/totp/confirm': fc.record({ code: fc.constantFrom('000000', '', 'abc') }),
    'POST /desk/api/totp/remove': fc.record({ password }),
    'POST /desk/api/recovery-codes': fc.record({ password }),
    'GET /desk/api/passkeys': nothing,
    'POST /desk/api/passkeys/begin': nothing,
    'POST /desk/api/passkeys/add': fc.record({ response: fc.jsonValue(), name: fc.constant('Key') }),
    'POST /desk/api/passkeys/remove': fc.record({ passkey: fc.constantFrom('AAAA', 'none') }),
    'POST /desk/api/passkeys/challenge': nothing,
    'POST /desk/api/passkeys/sign-in': fc.record({ response: fc.jsonValue() }),
    'POST /desk/api/language': fc.record({ language: fc.constantFrom('en', 'fr', 'xx-invalid-tag-of-sorts', 'zz') }),
    'GET /desk/api/people': nothing,
    'POST /desk/api/people/invite': fc.record({
      ...{ name: fc.constantFrom('Wen', '', '\u202e'), language: fc.constantFrom('en', 'no tag'), assignments },
      email: fc.oneof(
        email,
        fc.nat(30).map((n) => `wen${n}@calder.example`),
      ),
    }),
    'POST /desk/api/people/assign': fc.record({ person: fc.constant(nobody), assignments }),
    'POST /desk/api/people/disable': fc.record({ person: fc.constant(nobody), isDisabled: fc.boolean() }),
    'POST /desk/api/people/reset': fc.record({ person: fc.constant(nobody) }),

    'GET /desk/api/work': nothing,
    'GET /desk/api/releases': fc.record({ state, office, locale, search: words.map(cut), after }, { requiredKeys: [] }),
    'POST /desk/api/releases': fc.record({ office, type, original: locale }),
    'GET /desk/api/release': fc.record({ release }),
    'POST /desk/api/release/facts': fc.record({
      ...{ release, type, organisationWide: fc.boolean() },
      countries: fc.array(fc.constantFrom('GB', 'ZZ', 'gb'), { maxLength: 3 }),
      topics: fc.array(fc.constantFrom('ferries', '%'), { maxLength: 2 }),
    }),
    'POST /desk/api/release/limit': fc.record({
      release,
      people: fc.option(fc.array(person, { maxLength: 3 }), { freq: 1 }),
    }),
    'POST /desk/api/release/languages': fc.record({ release, locale, source: fc.option(locale) }),
    'POST /desk/api/draft/save': fc.record({ release, locale, revision, content, slug: fc.option(words.map(cut)) }),
    'POST /desk/api/draft/check': fc.record({ text: content, locale, slug: fc.option(words.map(cut)) }),
    'GET /desk/api/draft/sittings': text,
    'GET /desk/api/draft/revisions': fc.record(
      { release, locale, from: revision, to: revision },
      { requiredKeys: ['release', 'locale'] },
    ),
    'GET /desk/api/draft/revision': seen,
    'POST /desk/api/draft/caught-up': seen,
    'POST /desk/api/draft/submit': fc.record({
      ...{ release, locale, revision },
      overrides: fc.array(fc.record({ code: fc.constantFrom('alt-missing', 'credit-missing', 'x'), reason: words })),
    }),
    'POST /desk/api/drafts/discard': fc.record({
      release,
      texts: fc.array(fc.record({ locale, revision }), { maxLength: 4 }),
    }),
    'POST /desk/api/drafts/restore': fc.record({ release, locales: fc.array(locale, { maxLength: 4 }) }),
    'POST /desk/api/draft/recall': seen,
    'POST /desk/api/draft/return': fc.record({ release, locale, revision, reason: words }),
    'POST /desk/api/draft/approve': seen,
    'POST /desk/api/draft/schedule': fc.tuple(seen, schedule).map(([one, other]) => ({ ...one, ...other })),
    'POST /desk/api/draft/hold': text,
    'POST /desk/api/draft/let-go': text,
    'POST /desk/api/draft/unschedule': text,
    'POST /desk/api/draft/unbundle': text,
    'POST /desk/api/draft/publish': fc.record({ release, locale, revision, forced: fc.option(words) }),
    'POST /desk/api/draft/correct': fc.record({ release, locale, change }),
    'POST /desk/api/draft/change': fc.record({ release, locale, revision, change }),
    'POST /desk/api/release/pin': fc.record({ release, list }),
    'POST /desk/api/release/unpin': fc.record({ release, list }),
    'POST /desk/api/text/withdraw': fc.record({ release, locale, publicReason: words }),
    'POST /desk/api/text/retract': fc.record({ release, locale, publicReason: words }),
    'POST /desk/api/text/take-down': fc.record({ release, locale, legalReason: words }),
    'POST /desk/api/bundles': fc.record({
      ...{ name: words.map(cut), into: fc.option(fc.constant(nobody)) },
      texts: fc.array(text, { maxLength: 4 }),
    }),
    'POST /desk/api/schedule/look': fc
      .tuple(schedule, office, fc.array(fc.constantFrom('GB', 'MN', 'ZZ'), { maxLength: 3 }))
      .map(([at, of, countries]) => ({ ...at, office: of, countries })),
    'GET /desk/api/schedule': nothing,
    'POST /desk/api/previews': fc.record(
      { release, locale, days: fc.integer({ min: 1, max: 14 }), question: fc.option(words.map(cut)) },
      { requiredKeys: ['release', 'locale', 'days'] },
    ),
    'GET /desk/api/previews': text,
    'POST /desk/api/previews/revoke': fc.record({ preview: among(previews) }),
    'GET /desk/api/remarks': text,
    'POST /desk/api/remarks/settle': fc.record({ remark: fc.constant(nobody), answer: words }),
    'GET /desk/api/pictures': fc.record({ search: words.map(cut) }),
    'POST /desk/api/pictures/credit': fc.record({ picture, ...rights, ...moreRights, copyrightYear }),

    'GET /desk/api/institution': nothing,
    'GET /desk/api/institution/kept': nothing,
    'POST /desk/api/organisation': fc.record(
      {
        ...{ names: texts, introductions: texts, timeZone, defaultLocale: locale },
        locales: fc.array(fc.record({ locale, scope: fc.constantFrom('any' as const, 'locale' as const) }), {
          maxLength: 3,
        }),
      },
      { requiredKeys: [] },
    ),
    'POST /desk/api/offices': fc.record(
      {
        ...{ code: office, isNew: fc.boolean(), slug, names: texts, introductions: texts, timeZone, position },
        countries: fc.array(fc.constantFrom('GB', 'MN', 'ZZ', 'gb'), { maxLength: 3 }),
        locales: fc.array(locale, { maxLength: 3 }),
      },
      { requiredKeys: ['code', 'isNew'] },
    ),
    'POST /desk/api/topics': fc.record(
      { ...{ code: fc.constantFrom('ferries', 'Port', '%'), isNew: fc.boolean(), slug, names: texts, position } },
      { requiredKeys: ['code', 'isNew'] },
    ),
    'GET /desk/api/keys': nothing,
    'POST /desk/api/keys': fc.record({
      ...{ name: words.map(cut), perMinute: fc.integer({ min: 1, max: 1_000 }) },
      scopes: fc.uniqueArray(fc.constantFrom('read' as const, 'bulk' as const), { minLength: 1, maxLength: 2 }),
    }),
    'POST /desk/api/keys/revoke': fc.record({ key: fc.constant(nobody) }),
    'GET /desk/api/boilerplate': fc.record({ office, locale }),
    'POST /desk/api/boilerplate': fc.record({ office, locale, from, boilerplate: words, contacts: words }),
    'GET /desk/api/audit': audit,
    'GET /desk/api/audit/lines': audit,
    'GET /desk/api/health': nothing,
  };
}

/** Nobody and nothing has this id. */
export const nobody = '0190ffff-0000-7000-8000-ffffffffffff';

function among(ids: readonly string[]): fc.Arbitrary<string> {
  return ids.length === 0
    ? fc.constant(nobody)
    : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...ids) }, fc.constant(nobody));
}

function cut(words: string): string {
  return words.slice(0, 200);
}

/** Values that no page of the desk sends. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, '', [], {}),
  fc.constantFrom(
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    '\ufffe',
    '\u001b[31m',
    '%00',
    '%',
    "'",
    '\\',
    '\u2028',
  ),
  fc.constantFrom(
    '9'.repeat(400),
    '-1e999',
    'NaN',
    'Infinity',
    '0x10',
    '1e3',
    'true',
    'null',
    'undefined',
    '[object Object]',
  ),
  fc.constantFrom(
    'x'.repeat(50_000),
    '\u0000'.repeat(300),
    'é'.repeat(20_000),
    '(a+)+$'.repeat(900),
    '<p>'.repeat(9_000),
  ),
  fc.constantFrom<unknown>(Array(5_000).fill(0), Array(500).fill({}), { length: 1e9 }, nested(2_000), { toString: 1 }),
  fc.constantFrom(
    'constructor',
    '__proto__',
    'toString',
    'en-u-ca-buddhist',
    'x-private',
    'EN',
    'e',
    '../../etc/passwd',
  ),
  fc.constantFrom(...hostileTexts),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** An order with something wrong in it, somewhere: another value, a field missing or one too many. */
export function mangled(order: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(order, fc.nat(), hostileValues, fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'whole'))
    .map(([whole, at, value, how]) => {
      if (how === 'whole') return value;
      const places = placesIn(whole);
      const place = places[at % Math.max(1, places.length)];
      if (place === undefined || how === 'add') return isFields(whole) ? { ...whole, surplus: value } : value;
      return changedAt(whole, place, how === 'remove' ? undefined : value);
    });
}

type Place = readonly string[];

function placesIn(value: unknown, above: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...above, key], ...placesIn(inner, [...above, key])]);
}

function changedAt(value: unknown, [key, ...below]: Place, to: unknown): unknown {
  if (key === undefined) return to;
  const changed = changedAt((value as Record<string, unknown>)[key], below, to);
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === key ? changed : one));
  return { ...(value as object), [key]: changed };
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
