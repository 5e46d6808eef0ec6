import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../types.ts';
import { en, type Word } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { fieldWords, findingWords, refusalWords } from './refusal-words.ts';
import { speak } from './words.tsx';
import { zhHans } from './zh-Hans.ts';

const languages = { en, fr, es, 'zh-Hans': zhHans } as const;
const at = '2026-03-02T09:00:00.000Z' as Extract<Refusal, { reason: 'in-the-past' }>['at'];
const content = { kicker: '', headline: '', summary: '', place: '', body: '', notes: '', pictures: [] };
const theirs = { edition: 1, revision: 2, content, savedBy: 'Tomas', savedAt: at };
const finding = { code: 'alt-missing', severity: 'error', field: 'pictures.0.alt', excerpt: '' } as const;

/** One of each reason: a reason without an example does not compile. */
const examples: { readonly [Reason in Refusal['reason']]: Extract<Refusal, { reason: Reason }> | Refusal } = {
  'not-allowed': { reason: 'not-allowed', act: 'approve' },
  'wrong-state': { reason: 'wrong-state', state: 'draft', needs: ['approved', 'scheduled'] },
  'changed-meanwhile': { reason: 'changed-meanwhile', theirs },
  'own-text': { reason: 'own-text' },
  'others-text': { reason: 'others-text' },
  'others-draft': { reason: 'others-draft' },
  discarded: { reason: 'discarded', by: 'Tomas', at },
  'copy-desk': { reason: 'copy-desk', errors: [finding, finding] },
  'reason-missing': { reason: 'reason-missing' },
  'note-missing': { reason: 'note-missing' },
  'answer-missing': { reason: 'answer-missing' },
  'already-settled': { reason: 'already-settled', by: 'Tomas', at },
  'nothing-to-settle': { reason: 'nothing-to-settle' },
  'text-invalid': { reason: 'text-invalid', field: 'headline', problem: 'it is too long. Shorten it.' },
  'in-the-past': { reason: 'in-the-past', at },
  'not-yet-due': { reason: 'not-yet-due', at },
  'no-such-time': { reason: 'no-such-time', before: at, after: at },
  'two-such-times': { reason: 'two-such-times', earlier: at, later: at },
  held: { reason: 'held' },
  'language-taken': { reason: 'language-taken', locale: 'fr' },
  'language-unknown': { reason: 'language-unknown', locale: 'fr' },
  'bundle-waits': { reason: 'bundle-waits', locale: 'fr', state: 'draft' },
  'not-on-list': { reason: 'not-on-list' },
  'pins-full': { reason: 'pins-full', references: ['PORT/2026/1', 'PORT/2026/2', 'PORT/2026/3'] },
  'office-unknown': { reason: 'office-unknown', office: 'CALDER' },
  'reference-taken': { reason: 'reference-taken', reference: 'CALDER/2026/1' },
  'already-public': { reason: 'already-public', locale: 'fr' },
  'nothing-to-correct': { reason: 'nothing-to-correct', locale: 'fr' },
  ended: { reason: 'ended', standing: 'withdrawn' },
  'in-the-future': { reason: 'in-the-future', at },
  'picture-unknown': { reason: 'picture-unknown', asset: 'x' },
  'path-taken': { reason: 'path-taken', path: '/en/x' },
  'not-public': { reason: 'not-public' },
  'code-malformed': { reason: 'code-malformed', code: 'port' },
  'code-taken': { reason: 'code-taken', code: 'PORT' },
  'slug-malformed': { reason: 'slug-malformed', slug: 'A b' },
  'slug-taken': { reason: 'slug-taken', slug: 'port', by: 'PORT' },
  'name-missing': { reason: 'name-missing' },
  'time-zone-unknown': { reason: 'time-zone-unknown', timeZone: 'Mars/Olympus' },
  'country-unknown': { reason: 'country-unknown', country: 'ZZ' },
  'country-listed': { reason: 'country-listed', country: 'GB', count: 3 },
  'tag-malformed': { reason: 'tag-malformed', tag: 'e' },
  'language-twice': { reason: 'language-twice', locale: 'fr' },
  'default-language-missing': { reason: 'default-language-missing', locale: 'fr' },
  'language-public': { reason: 'language-public', locale: 'fr' },
  'topic-unknown': { reason: 'topic-unknown', code: 'ferries' },
  'email-taken': { reason: 'email-taken', email: 'mara@calder.example' },
  'last-administrator': { reason: 'last-administrator' },
  'wrong-password': { reason: 'wrong-password' },
  'wrong-code': { reason: 'wrong-code' },
  'passkey-refused': { reason: 'passkey-refused' },
  'too-many': { reason: 'too-many', seconds: 30 },
};

describe.each(Object.entries(languages))('in %s', (language, messages) => {
  const words = speak(language as keyof typeof languages, messages);

  test('every reason is a sentence that says its facts', () => {
    for (const refusal of Object.values(examples)) {
      const said = refusalWords(refusal, words);
      expect(said, refusal.reason).toMatch(/[.。]$/);
      expect(said, refusal.reason).not.toMatch(/[{}]|undefined/);
    }
    expect(refusalWords(examples['changed-meanwhile'], words)).toContain('Tomas');
  });

  test('a reason and a finding that only a newer newsroom knows are said by their names', () => {
    const newer = { reason: 'moon-is-full' } as unknown as Refusal;
    expect(refusalWords(newer, words)).toContain('moon-is-full');
    expect(findingWords('moon-is-full', words)).toBe('moon is full.');
  });

  test('every message has the facts of the English one, and no other', () => {
    const facts = (message: string) =>
      [...JSON.stringify(new IntlMessageFormat(message, language).getAst()).matchAll(/"type":[1-6],"value":"(\w+)"/g)]
        .map(([, name]) => name)
        .sort();
    for (const word of Object.keys(en) as Word[]) {
      expect([word, [...new Set(facts(messages[word]))]]).toEqual([word, [...new Set(facts(en[word]))]]);
    }
  });
});

test('words behind a name have the colon of their language', () => {
  const said = Object.entries(languages).map(([language, messages]) => {
    const words = speak(language as keyof typeof languages, messages);
    return [words.say('labelled', { label: words.say('colours'), words: 'x' }), fieldWords('pictures.1.alt', words)];
  });
  expect(said).toEqual([
    ['Colours: x', 'Pictures 2: Alternative text'],
    ['Couleurs\u00a0: x', 'Images 2\u00a0: Texte de remplacement'],
    ['Colores: x', 'Imágenes 2: Texto alternativo'],
    ['颜色：x', '图片 2：替代文字'],
  ]);
});

test('what is listed and what is in brackets has the marks of its language', () => {
  const said = Object.entries(languages).map(([language, messages]) => {
    const { say } = speak(language as keyof typeof languages, messages);
    return say('bracketed', { name: 'A', words: ['b', 'c'].join(say('comma')) });
  });
  expect(said).toEqual(['A (b, c)', 'A (b, c)', 'A (b, c)', 'A（b、c）']);
});

test('a clock is named behind the hour, in the brackets of its language', () => {
  const said = Object.entries(languages).map(([language, messages]) => {
    const { instant, moment } = speak(language as keyof typeof languages, messages);
    return [instant('2024-10-31T00:30:00Z', 'Asia/Shanghai'), moment('2024-10-31T00:30:00Z', 'Asia/Shanghai')];
  });
  expect(said).toEqual([
    ['Thursday, 31 October 2024 at 08:30 (GMT+8)', '31 Oct 2024, 08:30 (GMT+8)'],
    ['jeudi 31 octobre 2024 à 08:30 (UTC+8)', '31 oct. 2024, 08:30 (UTC+8)'],
    ['jueves, 31 de octubre de 2024, 08:30 (GMT+8)', '31 oct 2024, 08:30 (GMT+8)'],
    ['2024年10月31日星期四 08:30（GMT+8）', '2024年10月31日 08:30（GMT+8）'],
  ]);
  expect(speak('en', en).instant('no instant', 'UTC')).toBe('no instant');
});

test('in French a space stands before every colon, semicolon, and mark of a question or an exclamation', () => {
  const bare = (Object.keys(fr) as Word[]).filter((word) => /[^\s\d{(:/][:;?!](?=\s|$)/.test(fr[word]));
  expect(bare.filter((word) => word !== 'linkBad')).toEqual([]);
});

test('other languages than English are not English', () => {
  for (const [language, messages] of Object.entries(languages).filter(([one]) => one !== 'en')) {
    const same = (Object.keys(en) as Word[]).filter((word) => messages[word] === en[word] && en[word].length > 14);
    expect([
      language,
      same.filter((word) => !['refusal-text-invalid', 'milliseconds', 'labelled', 'bracketed'].includes(word)),
    ]).toEqual([language, []]);
  }
});
