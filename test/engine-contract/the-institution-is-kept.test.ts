import { expect, test } from 'vitest';
import { institutionKept } from '../../src/desk/institution/institution-kept.ts';
import { keepOffice } from '../../src/desk/institution/keep-office.ts';
import { keepOrganisation } from '../../src/desk/institution/keep-organisation.ts';
import { keepTopic } from '../../src/desk/institution/keep-topic.ts';
import { institutionStore } from '../../src/offices/institution.store.ts';
import type { Person } from '../../src/people/person.ts';
import { readSubject } from '../../src/published/named-subject.ts';
import { publishedQueries } from '../../src/published/published.query.ts';
import { publishDraft } from '../../src/releases/publish-draft.ts';
import { approved, openDeskAtWork } from '../support/desk-at-work.ts';
import { ada, ferryText, ines, mara, somebody } from '../support/desk-cast.ts';
import { done, everything, reasonsOf } from '../support/desk-looks.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

/** Looks after Calder, in any language; and in Welsh alone. */
const cai = somebody(11, 'Cai', 'office-administrator', { office: 'CALDER' });
const wyn = somebody(12, 'Wyn', 'office-administrator', { office: 'CALDER', locale: 'cy' });

async function openKeeping(open: OpenEngine) {
  const desk = await openDeskAtWork(await open());
  const institution = institutionStore();
  const deps = { ...desk.deps.publishing, institution, audit: desk.deps.audit };
  const kept = (by: Person = ada) => deps.inTransaction((tx) => institutionKept(tx, deps, by));
  const log = async () => {
    const entries = await deps.inTransaction((tx) => deps.audit.read(tx, {}, 99));
    return entries.map(({ name, act, office, detail }) => ({ name, act, office, detail }));
  };
  return { ...desk, keeping: deps, kept, log };
}

const cork = {
  ...{ code: 'CO-CORK', isNew: true, names: { en: 'Cork', fr: 'Cork' }, introductions: { en: 'At the Lee.' } },
  ...{ countries: ['IE'], locales: ['en'], timeZone: 'Europe/Dublin' },
};

eachEngine('an office', (open) => {
  test('is made, changed and moved, and the log says what was changed into what', async () => {
    const { keeping, kept, log } = await openKeeping(open);
    done(await keepOffice(keeping, ada, cork));
    expect((await kept()).offices.map(({ code, slug }) => [code, slug])).toEqual([
      ['CALDER', 'calder'],
      ['CO-BRUGES', 'bruges'],
      ['CO-CORK', 'co-cork'],
    ]);
    const change = { code: 'CO-CORK', isNew: false, names: { fr: '' }, countries: ['IE', 'GB'], position: 1 };
    done(await keepOffice(keeping, ada, change));
    const [first, ...others] = (await kept()).offices;
    expect(first).toMatchObject({ code: 'CO-CORK', names: { en: 'Cork' }, introductions: { en: 'At the Lee.' } });
    expect(others.map(({ code }) => code)).toEqual(['CALDER', 'CO-BRUGES']);
    expect((await log())[0]).toEqual({
      ...{ name: 'Ada', act: 'kept-office', office: 'CO-CORK' },
      detail: { 'names.fr': 'Cork →', countries: 'IE → IE, GB', position: '3 → 1' },
    });
  });

  test('keeps every address it had, however often it is renamed, and nobody else gets one of them', async () => {
    const { keeping, engine } = await openKeeping(open);
    const slugs = ['lee', 'lee-side', 'lee', 'cork'];
    done(await keepOffice(keeping, ada, cork));
    for (const slug of slugs) done(await keepOffice(keeping, ada, { code: 'CO-CORK', isNew: false, slug }));
    const institution = await publishedQueries(engine.published, engine.publicVersion).institution();
    const office = { kind: 'office', code: 'CO-CORK' };
    for (const slug of ['co-cork', ...slugs, 'LEE-SIDE'])
      expect(readSubject('offices', slug, institution)).toEqual(office);
    expect(institution.offices.find(({ code }) => code === 'CO-CORK')).toMatchObject({
      ...{ slug: 'cork', formerSlugs: ['co-cork', 'lee-side', 'lee'] },
    });
    const other = { ...cork, code: 'CO-LEE', slug: 'lee-side' };
    expect(reasonsOf(await keepOffice(keeping, ada, other))).toEqual(['slug-taken']);
    expect(reasonsOf(await keepOffice(keeping, ada, { code: 'CALDER', isNew: false, slug: 'co-cork' }))).toEqual([
      'slug-taken',
    ]);
  });

  test('that stays as it is leaves no line in the log', async () => {
    const { keeping, engine } = await openKeeping(open);
    // An earlier name in addresses is nothing that a change could leave out.
    for (const slug of ['harbour', 'calder'])
      done(await keepOffice(keeping, ada, { code: 'CALDER', isNew: false, slug }));
    const before = await everything(engine);
    const change = { code: 'CALDER', isNew: false, names: { en: 'CALDER' }, countries: ['GB'], position: 1 };
    done(await keepOffice(keeping, ada, change));
    expect(await everything(engine)).toBe(before);
  });

  test('is refused with everything that is wrong with it, and nothing is written', async () => {
    const { keeping, engine } = await openKeeping(open);
    const before = await everything(engine);
    const wrong = {
      ...{ code: 'cork', isNew: true, slug: 'calder', names: { en: ' ', fr: 'Two\nlines' }, countries: ['ZZ'] },
      ...{ locales: ['e-'], timeZone: 'Mars/Olympus' },
    };
    expect(reasonsOf(await keepOffice(keeping, mara, wrong)).toSorted()).toEqual([
      ...['code-malformed', 'country-unknown', 'not-allowed', 'slug-taken', 'tag-malformed', 'text-invalid'],
      'time-zone-unknown',
    ]);
    expect(reasonsOf(await keepOffice(keeping, ada, { ...cork, code: 'CALDER' }))).toEqual(['code-taken']);
    expect(reasonsOf(await keepOffice(keeping, ada, { ...cork, isNew: false }))).toEqual(['office-unknown']);
    expect(reasonsOf(await keepOffice(keeping, ada, { ...cork, names: {} }))).toEqual(['name-missing']);
    expect(await everything(engine)).toBe(before);
  });

  test('is described by those who look after it, in their language, and its facts are not theirs', async () => {
    const { keeping, kept } = await openKeeping(open);
    const say = async (by: Person, change: object) =>
      reasonsOf(await keepOffice(keeping, by, { code: 'CALDER', isNew: false, ...change }));
    expect(await say(wyn, { names: { cy: 'Porthladd Calder' } })).toEqual([]);
    expect(await say(wyn, { introductions: { en: 'The port.' } })).toEqual(['not-allowed']);
    expect(await say(cai, { introductions: { en: 'The port.' } })).toEqual([]);
    for (const change of [{ slug: 'port' }, { countries: [] }, { timeZone: 'UTC' }, { position: 2 }]) {
      expect(await say(cai, change)).toEqual(['not-allowed']);
    }
    const bruges = { code: 'CO-BRUGES', isNew: false, names: { en: 'Bruges' } };
    expect(reasonsOf(await keepOffice(keeping, cai, bruges))).toEqual(['not-allowed']);
    const [calder, other] = (await kept(wyn)).offices;
    expect(calder).toMatchObject({ names: { en: 'CALDER', cy: 'Porthladd Calder' }, mayDescribe: ['cy'] });
    expect(other?.mayDescribe).toEqual([]);
    expect(await kept(wyn)).toMatchObject({ mayKeepOffices: false, mayKeepOrganisation: false, mayKeepKeys: false });
  });
});

eachEngine('a topic', (open) => {
  test('is made, changed and moved by whoever keeps offices', async () => {
    const { keeping, kept, log } = await openKeeping(open);
    const ferries = { code: 'ferries', isNew: true, names: { en: 'Ferries' }, position: 1 };
    expect(reasonsOf(await keepTopic(keeping, cai, ferries))).toEqual(['not-allowed']);
    done(await keepTopic(keeping, ada, ferries));
    done(await keepTopic(keeping, ada, { code: 'dredging', isNew: false, slug: 'dredgers' }));
    expect((await kept()).topics).toEqual([
      { code: 'ferries', slug: 'ferries', names: { en: 'Ferries' } },
      { code: 'dredging', slug: 'dredgers', formerSlugs: ['dredging'], names: { en: 'Dredging' } },
    ]);
    expect((await log())[0]).toMatchObject({
      act: 'kept-topic',
      detail: { topic: 'dredging', slug: 'dredging → dredgers' },
    });
  });

  test('keeps every address it had', async () => {
    const { keeping, engine } = await openKeeping(open);
    done(await keepTopic(keeping, ada, { code: 'tides', isNew: true, names: { en: 'Tides' } }));
    for (const slug of ['ebb', 'flood']) done(await keepTopic(keeping, ada, { code: 'tides', isNew: false, slug }));
    const institution = await publishedQueries(engine.published, engine.publicVersion).institution();
    for (const slug of ['tides', 'ebb', 'flood'])
      expect(readSubject('topics', slug, institution)).toEqual({ kind: 'topic', code: 'tides' });
    const other = { code: 'ferries', isNew: true, slug: 'ebb', names: { en: 'Ferries' } };
    expect(reasonsOf(await keepTopic(keeping, ada, other))).toEqual(['slug-taken']);
  });

  test('is refused with everything that is wrong with it', async () => {
    const { keeping } = await openKeeping(open);
    const wrong = { code: 'Old Ferries', isNew: true, slug: 'dredging', names: {} };
    expect(reasonsOf(await keepTopic(keeping, ada, wrong))).toEqual(['code-malformed', 'name-missing', 'slug-taken']);
    const known = { code: 'dredging', isNew: true, names: { en: 'Dredging' } };
    expect(reasonsOf(await keepTopic(keeping, ada, known))).toEqual(['code-taken']);
    expect(reasonsOf(await keepTopic(keeping, ada, { ...known, code: 'boats', isNew: false }))).toEqual([
      'topic-unknown',
    ]);
  });
});

eachEngine('the organisation', (open) => {
  test('is named in its languages by an administrator, and a language in which something is public stays', async () => {
    const { keeping, kept, deps, begin, save, log } = await openKeeping(open);
    const release = await begin();
    done(await save(mara, release, 1, ferryText()));
    await approved(deps, release, 2);
    done(await publishDraft(deps, { by: ines, release, locale: 'en', revision: 2, forced: null }));
    expect(reasonsOf(await keepOrganisation(keeping, cai, { names: { en: 'Calder' } }))).toEqual(['not-allowed']);
    const french = [{ locale: 'fr', scope: 'any' }] as const;
    expect(reasonsOf(await keepOrganisation(keeping, ada, { locales: french }))).toEqual([
      'default-language-missing',
      'language-public',
    ]);
    const both = [{ locale: 'en', scope: 'locale' }, ...french] as const;
    done(await keepOrganisation(keeping, ada, { locales: both, names: { fr: 'Port de Calder' } }));
    expect((await kept()).organisation).toMatchObject({ locales: both, names: { fr: 'Port de Calder' } });
    expect((await log())[0]?.detail).toEqual({
      'names.fr': '→ Port de Calder',
      locales: 'en:any, fr:any, zh-Hans:any, mn:any → en:locale, fr:any',
    });
  });
});
