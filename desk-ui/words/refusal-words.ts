import type { Refusal } from '../types.ts';
import type { Word } from './en.ts';
import type { Words } from './words.tsx';

/** Says why the newsroom did not do something, and what to do instead. */
export function refusalWords(refusal: Refusal, words: Words): string {
  const { say, instant, languageName } = words;
  const state = (one: string) => say(`state-${one}` as 'state-draft').toLocaleLowerCase(words.language);
  switch (refusal.reason) {
    case 'not-allowed':
      return say('refusal-not-allowed', { act: say(`act-${refusal.act}`) });
    case 'wrong-state':
      return say('refusal-wrong-state', { state: state(refusal.state), needs: words.list(refusal.needs.map(state)) });
    case 'changed-meanwhile':
      return say('refusal-changed-meanwhile', {
        name: refusal.theirs.savedBy || say('somebody'),
        when: words.moment(refusal.theirs.savedAt),
      });
    case 'discarded':
      return say('refusal-discarded', { name: refusal.by || say('somebody'), when: words.moment(refusal.at) });
    case 'already-settled':
      return say('refusal-already-settled', { name: refusal.by || say('somebody'), when: words.moment(refusal.at) });
    case 'name-missing':
    case 'own-text':
    case 'others-text':
    case 'others-draft':
    case 'reason-missing':
    case 'note-missing':
    case 'answer-missing':
    case 'nothing-to-settle':
    case 'held':
    case 'picture-unknown':
    case 'not-public':
    case 'not-on-list':
    case 'last-administrator':
    case 'wrong-password':
    case 'wrong-code':
    case 'passkey-refused':
      return say(`refusal-${refusal.reason}`);
    case 'copy-desk':
      return say('refusal-copy-desk', {
        count: refusal.errors.length,
        findings: [...new Set(refusal.errors.map(({ code }) => findingWords(code, words)))].join(' '),
      });
    case 'text-invalid':
      return say('refusal-text-invalid', { field: fieldWords(refusal.field, words), problem: refusal.problem });
    case 'in-the-past':
    case 'not-yet-due':
    case 'in-the-future':
      return say(`refusal-${refusal.reason}`, { when: instant(refusal.at) });
    case 'no-such-time':
      return say('refusal-no-such-time', { before: instant(refusal.before), after: instant(refusal.after) });
    case 'two-such-times':
      return say('refusal-two-such-times', { earlier: instant(refusal.earlier), later: instant(refusal.later) });
    case 'language-taken':
    case 'language-unknown':
    case 'already-public':
    case 'nothing-to-correct':
      return say(`refusal-${refusal.reason}`, { language: languageName(refusal.locale) });
    case 'bundle-waits':
      return say('refusal-bundle-waits', { language: languageName(refusal.locale), state: state(refusal.state) });
    case 'pins-full':
      return say('refusal-pins-full', { references: words.list(refusal.references) });
    case 'office-unknown':
      return say('refusal-office-unknown', { office: refusal.office });
    case 'reference-taken':
      return say('refusal-reference-taken', { reference: refusal.reference });
    case 'ended':
      return say('refusal-ended', { standing: state(refusal.standing) });
    case 'path-taken':
      return say('refusal-path-taken', { path: refusal.path });
    case 'code-malformed':
    case 'code-taken':
    case 'topic-unknown':
      return say(`refusal-${refusal.reason}`, { code: refusal.code });
    case 'slug-malformed':
      return say('refusal-slug-malformed', { slug: refusal.slug });
    case 'slug-taken':
      return say('refusal-slug-taken', { slug: refusal.slug, by: refusal.by });
    case 'time-zone-unknown':
      return say('refusal-time-zone-unknown', { timeZone: refusal.timeZone });
    case 'country-unknown':
      return say('refusal-country-unknown', { country: refusal.country });
    case 'country-listed':
      return say('refusal-country-listed', { country: words.countryName(refusal.country), count: refusal.count });
    case 'tag-malformed':
      return say('refusal-tag-malformed', { tag: refusal.tag });
    case 'language-twice':
    case 'default-language-missing':
    case 'language-public':
      return say(`refusal-${refusal.reason}`, { language: languageName(refusal.locale) });
    case 'email-taken':
      return say('refusal-email-taken', { email: refusal.email });
    case 'too-many':
      return say('refusal-too-many', { seconds: refusal.seconds });
    default:
      return unknown(refusal, words);
  }
}

/** A newer server may know reasons that this page does not: it says so with the reason's own name. */
function unknown(refusal: never, { say }: Words): string {
  return say('refusal-unknown', { reason: (refusal as { reason: string }).reason });
}

/** What the copy desk found. A code that this page does not know is read as its words. */
export function findingWords(code: string, { say }: Words): string {
  return say(`finding-${code}` as 'finding-truncated') ?? `${code.replaceAll('-', ' ')}.`;
}

/** Fields by the words that stand beside them on the screens. */
const fields = {
  ...{ kicker: 'kicker', headline: 'headline', summary: 'summary', place: 'place', body: 'body', notes: 'notes' },
  ...{ pictures: 'pictures', slug: 'slug', alt: 'alt', caption: 'caption', credit: 'credit', note: 'changeNote' },
  ...{ name: 'name', names: 'name', introductions: 'introduction', email: 'email', timeZone: 'timeZone' },
  ...{ password: 'password', day: 'day', local: 'time', people: 'people', topics: 'topics', countries: 'countries' },
  ...{ from: 'boilerplateFrom', boilerplate: 'boilerplateText', contacts: 'contacts', bundle: 'bundle' },
  ...{ question: 'previewQuestion', answer: 'settleAnswer' },
} as const satisfies Record<string, Word>;

/** `pictures.1.alt` → `Pictures 2: Alternative text`; `names.fr` → `Name (French)`. */
export function fieldWords(field: string, { say, languageName }: Words): string {
  const [name = '', place, part] = field.split('.');
  const spoken = (one: string) => (one in fields ? say(fields[one as keyof typeof fields]) : one);
  if (place === undefined) return spoken(name);
  if (!/^\d+$/.test(place)) return `${spoken(name)} (${languageName(place)})`;
  const numbered = `${spoken(name)} ${Number(place) + 1}`;
  return part === undefined ? numbered : say('labelled', { label: numbered, words: spoken(part) });
}
