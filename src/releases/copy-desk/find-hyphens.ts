import type { HeadAndSummary, Slip } from './slip.ts';

/**
 * A hyphen that a line's end put into a word and a reflow left there (`manage-ment`), or a soft hyphen (U+00AD). A
 * hyphen is one of these when what follows it is no word but an ending, or when the text around has the word whole.
 *
 * @param words of the texts around it, in lower case.
 */
export function findHyphens(text: HeadAndSummary, words: ReadonlySet<string>): Slip<'hyphen-inside-word'>[] {
  const all = [text.headline, text.summary ?? ''].join('\n');
  if (!/[-\u2010\u00ad]/.test(all)) return [];
  const own = new Set(all.toLowerCase().match(/\p{L}+/gu) ?? []);
  const found = [...all.matchAll(hyphenated)]
    .filter((match) => isBroken(match, text.locale, (word) => own.has(word) || words.has(word)))
    .map((match) => match[0]);
  const soft = !all.includes('\u00ad') ? undefined : /\p{L}*\u00ad\p{L}*/u.exec(all)?.[0];
  const named = soft === undefined ? found : [...found, `${soft.replaceAll('\u00ad', '·')} (soft hyphen)`];
  if (named.length === 0) return [];
  const isInHeadline = text.headline.includes(found[0] ?? '\u00ad');
  return [
    {
      code: 'hyphen-inside-word',
      field: isInHeadline ? 'headline' : 'summary',
      found: named[0] ?? '',
      detail: `A hyphen from a line's end seems left inside: ${[...new Set(named)].join(', ')}.`,
    },
  ];
}

const hyphenated = /(?<![\p{L}\p{N}-])(\p{L}{2,})[-\u2010](\p{Ll}{2,})(?![\p{L}\p{N}-])/gu;

function isBroken(match: RegExpMatchArray, locale: string, isKnown: (word: string) => boolean): boolean {
  const [, before = '', after = ''] = match;
  if (!/^\p{Lu}?\p{Ll}+$/u.test(before)) return false;
  const language = locale.split('-')[0] ?? '';
  if (endings[language]?.test(after) === true) return true;
  if (language === 'en' && wholeWords.has(`${before}${after}`.toLowerCase())) return true;
  if (particles.test(after) || prefixes.test(before)) return false;
  return isKnown(`${before}${after}`.toLowerCase());
}

/** What ends words and is never one itself, by language. */
const endings: Readonly<Record<string, RegExp>> = {
  en: /^(?:ments?|mental|tions?|tional|sions?|cations?|mations?|zations?|sations?|rations?|lations?|tations?|nesses|ness|ities|ity|ties|ances?|ences?|ency|encies|ancy|tives?|sive|tial|cial|tures?|tory|tories|ically|ical|ingly|ings?|ployment|ployers?|ployees?|ployed|ship|ships|ously|ous|ibly|ible|ably|ies|ers|ed|ly|ism|ists?|ize[ds]?|ized|izing|gramme?s?|velopment|vernment)$/u,
  fr: /^(?:ments?|tions?|sions?|ations?|isations?|ités?|tés|eurs?|euses?|aires?|iques?|ances?|ences?|tique|logique|veloppement|vailleurs?)$/u,
  es: /^(?:ción|ciones|sión|siones|mientos?|mente|dad|dades|dores?|doras?|tivas?|tivos?|ismos?|cia|cias)$/u,
  de: /^(?:ung|ungen|lung|lungen|rung|rungen|tung|tungen|keit|keiten|heiten|lich|liche[nmrs]?|isch|ische[nmrs]?|tion|tionen|nehmer|nehmern|schaften)$/u,
  it: /^(?:zione|zioni|sione|sioni|menti|mente|tà|tori|trici|ismo|tivi|tiva|tivo|lità)$/u,
  pt: /^(?:ção|ções|são|sões|mentos?|mente|dade|dades|dores?|doras?|tivas?|tivos?|ismos?)$/u,
  ru: /^(?:ение|ения|ению|ением|ений|ание|ания|анию|аний|ция|ции|цию|ций|цией|ность|ности|ностью|ство|ства|ству|ться|тся|ский|ская|ское|ские|ского|ской|ных|ного|ной|ными|ния|ние|нию|ний)$/u,
};

/** English words whose halves are words too, and that nobody writes with a hyphen. */
const wholeWords = new Set(
  'outcome outcomes overcome without within however moreover therefore understand understanding undertake undertaken undertaking undergo underline underlines underlined everyone everything someone something anyone anything nothing become became becoming itself themselves himself herself today tomorrow into onto upon become also although together towards toward further network networks background throughout whereas meanwhile nevertheless outlook output outputs outside inside forward framework frameworks highlight highlights highlighted mankind fellowship partnership partnerships leadership membership website websites workers worker employer employers'.split(
    ' ',
  ),
);

/** Second halves of ordinary compounds: `follow-up`, `check-in`. */
const particles =
  /^(?:up|ups|in|ins|out|outs|off|offs|down|downs|on|over|by|to|back|away|through|making|maker|makers|made|based|wide|term|time|like|led|free|friendly|level|related|driven|building|holder|holders|setting|and|ci|là|même|mêmes|elle|elles|ils?|on|vous|nous|je|tu|то|либо|нибудь|таки|ка)$/u;
/** First halves that may stand with a hyphen or without: `co-operation`, `re-examine`. */
const prefixes =
  /^(?:co|re|pre|pro|non|anti|multi|inter|intra|trans|self|semi|sub|post|mid|well|ex|de|un|over|under|mini|micro|macro|mega|super|ultra|counter|cross|vice|bi|tri|neo|eco|bio|socio|geo|agro|infra|auto|tele|cyber|web|on|off|in|up|by|full|part|long|short|high|low|health|child|work|day|life|land|news|по|экс|вице|само)$/iu;
