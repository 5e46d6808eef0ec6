import { checkedOffice } from '../offices/checked-office.ts';
import { isCountry } from '../offices/country.ts';
import { type Slugs, takenSlugs } from '../offices/former-slugs.ts';
import { noSuchOffice } from '../offices/no-such-office.ts';
import { Fault } from '../platform/faults.ts';
import { safeHtml } from '../platform/html.ts';
import { civilDayOf, dayIn, type Instant, instantOf, isTimeZone, startOfDay } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { lineOfText, plainText } from '../platform/text.ts';
import { staysHere } from '../published/legacy/legacy-target.ts';
import { problemOfPattern } from '../published/legacy/pattern-table.ts';
import { textLimits } from '../releases/edition-text.ts';
import type { PublishOrder } from '../releases/publish-order.ts';
import { isSlug } from '../releases/slug.ts';
import type { ArchiveAct, ArchiveLine, LegacyLine } from './archive-line.ts';
import { endOrderOf, fingerprintOf, publishOrderOf, releaseIdOf } from './archive-orders.ts';
import type { ExpectedAct } from './foresee-acts.ts';

/** Who publishes, as far as the newsroom and the lines so far have said. */
export interface Publishers {
  readonly offices: Map<string, Slugs & { readonly timeZone: string }>;
  readonly topics: Map<string, Slugs>;
}

type Edition = Extract<ArchiveAct, { kind: 'edition' }>;
type Tombstone = Extract<ArchiveAct, { kind: 'tombstone' }>;

const SLUG_LIMIT = 200;

/**
 * Is a line that says who publishes, or what an old address leads to, as it may be kept? Offices and topics are added to those
 * that are known.
 *
 * @throws Fault with what to do.
 */
export function checkInstitution(line: Exclude<ArchiveLine, ArchiveAct>, publishers: Publishers): void {
  switch (line.kind) {
    case 'organisation':
      if (!isTimeZone(line.timeZone)) refuse('timeZone', `${line.timeZone} is not an IANA time zone.`);
      for (const text of [...Object.values(line.names), ...Object.values(line.introductions)]) {
        plainText(text, 'names and introductions', textLimits.summary);
      }
      for (const { locale } of line.locales) localeOf(locale);
      localeOf(line.defaultLocale);
      return;
    case 'office':
      checkedOffice(line);
      return addNamed(publishers.offices, line);
    case 'topic':
      for (const text of [line.code, ...Object.values(line.names)]) lineOfText(text, 'topic', SLUG_LIMIT);
      checkSlug(line.slug);
      return addNamed(publishers.topics, line);
    case 'boilerplate':
      knownOffice(publishers, line.office);
      localeOf(line.locale);
      civilDayOf(line.from);
      safeHtml(line.boilerplate, 'boilerplate');
      safeHtml(line.contacts, 'contacts');
      return;
    case 'asset':
      if (line.credit === null && line.original === null)
        refuse('original', 'a picture has its bytes, its credit or both.');
      for (const field of ['credit', 'creator', 'agency', 'copyrightHolder', 'usageTerms'] as const) {
        plainText(line[field] ?? '', field, textLimits.caption);
      }
      return;
    case 'pin':
      instantOf(line.at);
      return;
    default:
      return checkLegacy(line);
  }
}

/** Readers are never led out of this newsroom, and no pattern takes longer than another. */
function checkLegacy(line: LegacyLine): void {
  const problem = line.kind === 'legacy-pattern' ? problemOfPattern(line) : null;
  if (problem !== null) refuse('pattern', problem);
  const isText = line.kind === 'legacy-pattern' && /^\S+ \S+$/.test(line.target ?? '');
  if (line.target === null || isText || staysHere(line.target)) return;
  refuse('target', 'it is no address of this newsroom.');
}

/** The one here stays; another may not have its slug. */
function addNamed<One extends Slugs>(known: Map<string, One>, one: One): void {
  if (known.has(one.code)) return;
  const [taken] = takenSlugs(one, known.values());
  if (taken !== undefined) refuse('slug', `${taken.slug} is the slug of ${taken.by}. Give it another.`);
  known.set(one.code, one);
}

/**
 * Is an act's line in itself as it may be published? What other lines and the newsroom make of it is foreseen elsewhere.
 *
 * @returns what decides that, without the words.
 * @throws Fault with what to do.
 */
export function checkAct(line: ArchiveAct, number: number, publishers: Publishers, now: Instant): ExpectedAct {
  if (line.kind !== 'edition') checkEnd(line, now);
  const order = line.kind === 'withdrawal' ? null : publishOrderOf(line);
  const day = line.kind === 'withdrawal' || order === null ? null : checkFirst(line, order, publishers, now);
  if (line.kind === 'edition') checkWords(line);
  for (const path of order?.legacyPaths ?? []) checkLegacyPath(path);
  return {
    line: number,
    kind: line.kind,
    fingerprint: fingerprintOf(line),
    release: releaseIdOf(line),
    locale: localeOf(line.locale),
    isChange: order?.change != null,
    assets: order?.pictures.map((picture) => picture.asset) ?? [],
    legacyPaths: order?.legacyPaths ?? [],
    wanted:
      order === null || day === null
        ? null
        : { reference: order.release.reference, office: order.release.office, year: Number(day.slice(0, 4)) },
  };
}

function checkEnd(line: Exclude<ArchiveAct, Edition>, now: Instant): void {
  const { at } = endOrderOf(line);
  if (at > now) refuse(line.kind === 'withdrawal' ? 'at' : 'retractedAt', `${at} is still to come.`);
  plainText(line.reason, 'reason', textLimits.note);
}

/** @returns the day it is filed under; only its year is sure. */
function checkFirst(line: Edition | Tombstone, order: PublishOrder, publishers: Publishers, now: Instant): string {
  const { release } = order;
  const { timeZone } = knownOffice(publishers, release.office);
  const at = order.at === null ? now : 'day' in order.at ? startOfDay(order.at.day, timeZone) : order.at.instant;
  if (at > now) refuse('at', `${line.at} is still to come; an archive holds what was public.`);

  if (
    line.release.reference !== null &&
    (release.reference?.office !== release.office || release.reference.year === 0)
  ) {
    refuse('reference', `${line.release.reference} is not a reference of its office.`);
  }
  if (line.slug !== null) checkSlug(line.slug);
  for (const [field, codes] of Object.entries({ countries: release.countries, topics: release.topics })) {
    if (new Set(codes).size < codes.length) refuse(field, 'one is named twice. Name each once.');
  }
  for (const country of release.countries) {
    if (!isCountry(country)) refuse('countries', `${country} is not a country code. Write one like CN (ISO 3166-1).`);
  }
  for (const topic of release.topics) {
    if (publishers.topics.has(topic)) continue;
    refuse('topics', `the topic ${topic} is not here. Bring its line before this one, or take it out.`);
  }
  if (order.at !== null && 'day' in order.at) return order.at.day;
  // Away from the turn of the year, every zone has the same.
  return at.slice(5, 10) > '01-01' && at.slice(5, 10) < '12-31' ? at : dayIn(at, timeZone);
}

/** What publishOrderOf takes over as it stands. */
function checkWords(line: Edition): void {
  if (line.change !== null) {
    plainText(line.change.note, 'note', textLimits.note);
    if (line.change.note.trim() === '') refuse('note', 'it is empty. Say what changed.');
  }
  for (const { alt, caption } of line.pictures) {
    plainText(alt, 'alt', textLimits.alt);
    plainText(caption ?? '', 'caption', textLimits.caption);
  }
  if (line.translatedFrom !== null) localeOf(line.translatedFrom.locale);
}

function checkSlug(slug: string): void {
  if (isSlug(slug) && slug.length <= SLUG_LIMIT) return;
  refuse('slug', `it must be letters and digits with single hyphens between them, at most ${SLUG_LIMIT} characters.`);
}

function checkLegacyPath(path: string): void {
  lineOfText(path, 'legacyPaths', 2_000);
  if (isOwnPath.test(path)) refuse('legacyPaths', `${path} is an address that this newsroom gives out itself.`);
}

/** `/en/releases/co-beijing-2017-3/…` */
const isOwnPath = /^\/[^/]+\/releases\/[^/]+-\d{4}-\d+\//;

function knownOffice(publishers: Publishers, code: string) {
  const office = publishers.offices.get(code);
  if (office === undefined) throw noSuchOffice(code, publishers.offices.keys());
  return office;
}

function refuse(field: string, problem: string): never {
  throw new Fault('TEXT_INVALID', { field, problem });
}
