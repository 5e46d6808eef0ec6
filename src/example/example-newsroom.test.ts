import { expect, test } from 'vitest';
import { drawings } from './drawings.ts';
import { type ExampleAct, readExample } from './read-example.ts';

const { organisation, offices, topics, pictures, releases } = await readExample();
const locales = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'];
const acts = releases.flatMap((release) => release.acts.map((act) => ({ release: release.id, ...act })));
type Written = Extract<ExampleAct, { headline: string }>;
const texts = acts.filter((act): act is Written & { release: string } => 'headline' in act);
const published = texts.filter((text) => text.act === 'publish');
const markup = [
  ...texts.flatMap((text) => [text.body, text.notes ?? '']),
  ...offices.flatMap((office) => office.boilerplate.flatMap((words) => [words.boilerplate, words.contacts])),
];

test('the example newsroom has five offices, seven languages and about sixty releases', () => {
  expect(releases.length).toBeGreaterThanOrEqual(55);
  expect(releases.length).toBeLessThanOrEqual(65);
  expect(offices).toHaveLength(5);
  expect(organisation.locales.map(({ locale }) => locale)).toEqual(locales);
  expect(new Set(published.map(({ locale }) => locale))).toEqual(new Set(locales));
});

test.each([
  ['en', 50],
  ['fr', 25],
  ['es', 18],
  ['zh-Hans', 16],
  ['ar', 14],
  ['mn', 10],
  ['ru', 10],
])('in %s there are at least %i texts', (locale, count) => {
  expect(published.filter((text) => text.locale === locale).length).toBeGreaterThanOrEqual(count);
});

test('some releases have no English, some all seven languages, and some end badly', () => {
  const localesOf = releases.map((release) =>
    release.acts.filter((act) => act.act === 'publish').map((act) => act.locale),
  );
  expect(localesOf.filter((own) => !own.includes('en')).length).toBeGreaterThanOrEqual(6);
  expect(localesOf.filter((own) => own.length === 7).length).toBeGreaterThanOrEqual(3);
  const kinds = acts.map((act) => (act.act === 'correct' ? act.kind : act.act));
  expect(new Set(kinds)).toEqual(new Set(['publish', 'correction', 'clarification', 'update', 'withdraw', 'retract']));
});

test('ids are UUIDv7, each used once', () => {
  const ids = releases.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('every office, topic, picture and drawing that is named is there', () => {
  const [codes, known, keys] = [offices, topics, pictures].map(
    (list) => new Set(list.map((entry) => ('code' in entry ? entry.code : entry.key))),
  );
  for (const release of releases) {
    expect(codes).toContain(release.office);
    expect(release.topics.length).toBeGreaterThan(0);
    for (const topic of release.topics) expect(known).toContain(topic);
    for (const country of release.countries) expect(country).toMatch(/^[A-Z]{2}$/);
  }
  for (const { picture } of texts.flatMap((text) => text.pictures)) expect(keys).toContain(picture);
  for (const picture of pictures) expect(Object.keys(drawings)).toContain(picture.drawing);
  expect(new Set(texts.flatMap((text) => text.pictures.map(({ picture }) => picture))).size).toBe(pictures.length);
});

test('the acts of a release are in the order of time, each on a text that is there', () => {
  for (const release of releases) {
    const editions = new Map<string, number>();
    const times = release.acts.map((act) => Date.parse(act.at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    for (const act of release.acts) {
      expect(act.at).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
      expect(act.at < '2026-11-21').toBe(true);
      expect(editions.has(act.locale)).toBe(act.act !== 'publish');
      if (act.act === 'publish' && act.translationOf) {
        expect(editions.get(act.translationOf.locale)).toBe(act.translationOf.edition);
      }
      editions.set(act.locale, (editions.get(act.locale) ?? 0) + 1);
    }
  }
});

test('every text has a headline and a body, every picture its alternative text, every end its reason', () => {
  for (const text of texts) {
    expect(text.headline.trim()).not.toBe('');
    expect(text.body).not.toBe('');
    for (const { alt } of text.pictures) expect(alt.trim()).not.toBe('');
  }
  for (const act of acts) {
    if ('reason' in act) expect(act.reason).not.toBe('');
    if ('note' in act) expect(act.note).not.toBe('');
  }
});

test('bodies, notes and boilerplate keep to the subset of HTML, and every tag is closed in turn', () => {
  const allowed = 'p h2 h3 ul ol li blockquote a strong em table thead tbody tr th td'.split(' ');
  for (const html of markup) {
    const open: string[] = [];
    for (const [, slash, name, rest] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
      expect(allowed).toContain(name);
      expect(rest ?? '').toMatch(/^( (href="[^"]+"|scope="(col|row)"))?$/);
      if (slash === '') open.push(name ?? '');
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    expect(html.replace(/<\/?[a-z][^>]*>/g, '')).not.toMatch(/[<>]/);
  }
});

test('quotation marks are the typographer’s, and those that open are closed', () => {
  const lines = texts.flatMap((text) => [text.headline, text.summary ?? '', ...text.body.split('</p>')]);
  for (const line of lines) {
    expect(line.replace(/<[^>]*>/g, '')).not.toContain('"');
    expect(line.split('“').length, line).toBe(line.split('”').length);
    expect(line.split('«').length, line).toBe(line.split('»').length);
  }
});

test('no table keeps the dashes of a source that was no HTML', () => {
  for (const text of texts) expect(text.body).not.toMatch(/>-+</);
});
