import { describe, expect, test } from 'vitest';
import type { AuditEntry, Audited } from '../types.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { toldWords } from './told-words.ts';
import { speak } from './words.tsx';
import { zhHans } from './zh-Hans.ts';

const languages = { en, fr, es, 'zh-Hans': zhHans } as const;
const names = { office: (code: string) => `<${code}>`, topic: (code: string) => `<${code}>` };
const told = (language: keyof typeof languages, act: Audited, detail: AuditEntry['detail']) =>
  toldWords({ act, detail }, speak(language, languages[language]), names);

/** Every name that an entry can have; one without an example does not compile. */
const whole: Required<AuditEntry['detail']> = {
  ...{ edition: 2, revision: 3, fromEdition: 1, fromRevision: 4, from: 'ru', kind: 'correction', isMajor: true },
  ...{ reference: 'HQ/2026/1', sequence: 9, forced: '9', reason: '9', code: 'alt-missing', type: 'media-advisory' },
  ...{ organisationWide: false, countries: 'CN, MN → DE', topics: 'a b', isLimited: true, readers: 2 },
  ...{
    goesPublicAt: '2026-03-02T09:00:00Z',
    local: '2026-03-02T09:00',
    timeZone: 'UTC',
    dueAt: '2026-03-02T09:00:00Z',
  },
  ...{ reasons: 'path-taken, held', bundle: '9', picture: '9', preview: '9', days: 3, key: '9', scopes: 'read, bulk' },
  ...{
    perMinute: 60,
    who: '9',
    name: '9',
    roles: 'office-administrator HQ fr, writer * *',
    by: 'oidc',
    address: '::1',
  },
  ...{
    purpose: 'reset',
    link: 'first-administrator',
    issuer: '9',
    session: '9',
    language: 'fr',
    count: 8,
    left: 7,
    list: 'office:HQ',
  },
  ...{ topic: 'ferries', slug: 'a → b', formerSlugs: '9', names: '9', introductions: '9' },
  ...{ locales: 'en:any → en:locale, fr:any', defaultLocale: 'en → fr', position: '1 → 2', 'names.fr': '→ 9' },
};

describe.each(['fr', 'es', 'zh-Hans'] as const)('in %s', (language) => {
  test('no name that the log keeps is left as it is, and no word of the trade', () => {
    const said = told(language, 'revised', whole);
    // What remains in these letters is a code, or what somebody typed.
    for (const name of Object.keys(whole)) expect(said).not.toMatch(new RegExp(`(^|[;；] ?)${name}[ :：]`));
    for (const word of [
      ...'correction media-advisory path-taken oidc reset first-administrator true false any'.split(' '),
    ]) {
      if (languages[language]['change-correction'].toLowerCase() === word) continue;
      expect(said.split(/[^\w-]+/)).not.toContain(word);
    }
  });
});

test('an entry is told in the words of the language', () => {
  expect(told('fr', 'scheduled', { edition: 1, bundle: null, isMajor: false, kind: 'update' })).toBe(
    'Édition\u00a0: 1\u00a0; Change ce que dit le texte\u00a0: non\u00a0; Nature du changement\u00a0: Mise à jour',
  );
  expect(told('zh-Hans', 'assigned', { name: 'Wen', roles: 'editor HQ zh-Hans, writer * *' })).toBe(
    '名称：Wen；角色：审稿人（<HQ>、简体中文）、撰稿人（任何办事处、任何语言）',
  );
  expect(told('es', 'lift-refused', { reasons: 'path-taken, picture-unknown' })).toBe(
    'Motivos: dirección ya ocupada, imagen ausente',
  );
  expect(told('en', 'kept-office', { countries: 'IE → IE, GB', 'names.fr': 'Cork →', position: '3 → 1' })).toBe(
    'Countries: Ireland → Ireland, United Kingdom; Name (French): Cork →; Place in the order: 3 → 1',
  );
});

test('where something comes from is a language, a day or the console', () => {
  expect(told('fr', 'translated', { from: 'zh-Hans' })).toBe('De\u00a0: chinois simplifié');
  expect(told('fr', 'kept-boilerplate', { from: '2026-03-02' })).toBe('En vigueur depuis\u00a0: 2 mars 2026');
  expect(told('fr', 'made-reset-link', { from: 'console', purpose: 'invitation' })).toBe(
    'De\u00a0: la console du serveur\u00a0; Lien\u00a0: invitation',
  );
});

test('what only a newer newsroom tells is said by its name', () => {
  expect(told('fr', 'revised', { moon: 'full', kind: 'eclipse' } as unknown as AuditEntry['detail'])).toBe(
    'moon\u00a0: full\u00a0; Nature du changement\u00a0: eclipse',
  );
});
