import type { AuditEntry, Refusal, Role } from '../types.ts';
import type { Word } from './en.ts';
import { findingWords } from './refusal-words.ts';
import type { Words } from './words.tsx';

type Told = AuditEntry['detail'];
/** Without those of one language, `names.fr`: they are said as their field with the language behind it. */
type ToldName = Exclude<keyof Told, `${string}.${string}`>;
/** What is called otherwise in each newsroom. */
interface Names {
  readonly office: (code: string) => string;
  readonly topic: (code: string) => string;
}

/** What an entry of the log tells of its act, in words: the log itself keeps stable names, for programs. */
export function toldWords({ act, detail }: Pick<AuditEntry, 'act' | 'detail'>, words: Words, names: Names): string {
  const told = Object.entries(detail).filter(([, value]) => value !== null) as [ToldName, string | number | boolean][];
  return told
    .map(([name, value]) =>
      words.say('labelled', { label: nameOf(name, act, words), words: valueOf(name, { act, value, words, names }) }),
    )
    .join(words.say('told-next'));
}

/** A name that only a newer newsroom tells is said as it is. */
function nameOf(name: ToldName, act: AuditEntry['act'], { say, languageName }: Words): string {
  if (name === 'from' && act === 'kept-boilerplate') return say('boilerplateFrom');
  if (name === 'code' && act === 'overrode') return say('tells-found');
  const [field, locale] = name.split('.') as [ToldName, string?];
  const said = say(`tells-${field}`) ?? field;
  return locale === undefined ? said : say('bracketed', { name: said, words: languageName(locale) });
}

interface ToldValue {
  readonly act: AuditEntry['act'];
  readonly value: string | number | boolean;
  readonly words: Words;
  readonly names: Names;
}

function valueOf(name: ToldName, { act, value, words, names }: ToldValue): string {
  const { say, moment, languageName, countryName } = words;
  const text = String(value);
  if (typeof value === 'boolean') return say(`told-${value}`);
  if (text === '') return say('told-nothing');
  const known = (word: Word) => say(word) ?? text;
  const and = say('comma');
  const each = (told: string, one: (part: string) => string) => told.split(/, | /).map(one).join(and);
  switch (name) {
    case 'kind':
      return known(`change-${text as 'update'}`);
    case 'type':
      return known(`type-${text as 'news'}`);
    case 'by':
      return known(`way-${text as NonNullable<Told['by']>}`);
    case 'purpose':
    case 'link':
      return known(`link-${text as NonNullable<Told['link']>}`);
    case 'code':
      return act === 'overrode' ? findingWords(text, words).replace(/[.。]$/, '') : text;
    case 'from':
      return fromWords(text, act, words);
    case 'language':
      return languageName(text);
    case 'goesPublicAt':
    case 'dueAt':
      return moment(text);
    case 'local':
      return text.replace('T', ' ');
    case 'roles':
      return text
        .split(', ')
        .map((one) => roleWords(one, words, names))
        .join(and);
    case 'reasons':
      return each(text, (one) => say(`why-${one as Why}`) ?? one);
    case 'scopes':
      return each(text, (one) => say(`scope-${one as 'read'}`) ?? one);
    case 'list':
      return listWords(text, words, names);
    case 'topic':
      return names.topic(text);
    case 'topics':
      return each(text, names.topic);
    case 'countries':
      return eachSide(text, (side) => each(side, countryName));
    case 'defaultLocale':
      return eachSide(text, languageName);
    case 'locales':
      return eachSide(text, (side) => each(side, (one) => siteLanguage(one, words)));
    default:
      return text;
  }
}

/** `office:CO-BEIJING` by the name of the office, which may be the organisation’s too. */
export function listWords(list: string, { say, countryName }: Words, names: Names): string {
  const [kind, code = ''] = list.split(':');
  if (kind === 'organisation') return say('organisation');
  if (kind === 'office') return say('labelled', { label: say('office'), words: names.office(code) });
  if (kind === 'country') return countryName(code);
  return kind === 'topic' ? names.topic(code) : (say(`type-${code as 'news'}`) ?? list);
}

/** Why the clock could not do what a publisher had asked for: a reason of the desk that is not of the institution or of accounts. */
type Why = Exclude<
  Refusal['reason'],
  | ('code-malformed' | 'code-taken' | 'slug-malformed' | 'slug-taken' | 'name-missing' | 'tag-malformed')
  | ('time-zone-unknown' | 'country-unknown' | 'country-listed' | 'topic-unknown')
  | ('language-twice' | 'default-language-missing' | 'language-public')
  | ('not-on-list' | 'pins-full')
  | ('answer-missing' | 'already-settled' | 'nothing-to-settle')
  | ('email-taken' | 'last-administrator' | 'wrong-password' | 'wrong-code' | 'passkey-refused' | 'too-many')
>;

function fromWords(text: string, act: AuditEntry['act'], { say, day, languageName }: Words): string {
  if (act === 'kept-boilerplate') return day(text);
  return text === 'console' ? say('told-console') : languageName(text);
}

/** `writer CALDER en`, with a star for any. */
function roleWords(text: string, { say, languageName, language }: Words, names: Names): string {
  const any = (word: 'anyOffice' | 'anyLanguage') => say(word).toLocaleLowerCase(language);
  const [role = '', office = '*', locale = '*'] = text.split(' ');
  const where = [
    office === '*' ? any('anyOffice') : names.office(office),
    locale === '*' ? any('anyLanguage') : languageName(locale),
  ];
  const said = say(`role-${role as Role}`) ?? role;
  return say('bracketed', { name: said, words: where.join(say('comma')) });
}

/** `en:any` of the site, `en` of an office. */
function siteLanguage(text: string, { say, languageName }: Words): string {
  const [locale = '', scope] = text.split(':');
  if (scope === undefined) return languageName(locale);
  return say('bracketed', { name: languageName(locale), words: say(`shown-${scope as 'any'}`) ?? scope });
}

/** Of `before → after`, where either may be missing; or of a value alone. */
const eachSide = (text: string, say: (side: string) => string) =>
  text
    .split('→')
    .map((side) => (side.trim() === '' ? '' : say(side.trim())))
    .join(' → ')
    .trim();
