import type { Shelf } from './archive-shelf.ts';
import { bestOf } from './best-of.ts';
import { countFacets } from './count-facets.ts';
import { extractOf, markedText } from './extract.ts';
import { filterOf } from './filter-texts.ts';
import { type Groups, groupReleases } from './group-releases.ts';
import { type AskedWord, askedWord, keepOnly, matching } from './matching.ts';
import { meantInstead } from './meant-instead.ts';
import type { Wanted } from './query.ts';
import { scorer } from './rank.ts';
import { DEEPEST, type SearchFound, type SearchHit, type SearchOrder } from './search.ts';

/** Terms that a prefix may stand for: those of the most texts. */
const MOST_COMPLETIONS = 200;

/** Finds what a query asks for, best or newest first, each release once. */
export async function findTexts(shelf: Shelf, order: SearchOrder): Promise<SearchFound> {
  const { query, sort } = order;
  const words = await askedWords(shelf, query.words);
  const unwanted = await askedWords(shelf, query.without);
  const postings = await shelf.postingsOf([...words, ...unwanted].flatMap(({ terms }) => terms));
  const found = matching(postings, words, unwanted, () => shelf.all());
  const ids = keepOnly(found.ids, filterOf(query.filters, shelf.texts));

  const { publishedAt } = shelf.texts;
  const keyOf = sort === 'newest' ? (id: number) => publishedAt[id] as number : scorer(found.words, shelf.texts);
  const keys = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at += 1) keys[at] = keyOf(ids[at] as number);
  const groups = groupReleases(ids, shelf.texts, { keys, preferred: [order.locale, order.fallback] });
  const shown = placesShown(groups, order).map((place) => groups.shown[place] as number);
  const hits = await hitsOf(shelf, shown, order.locale, new Set(words.flatMap(({ terms }) => terms)));
  const didYouMean = ids.length > 0 ? null : await meantInstead(shelf, query);
  return { hits, ...countFacets(ids, shelf.texts), didYouMean };
}

async function askedWords(shelf: Shelf, wanted: readonly Wanted[]): Promise<AskedWord[]> {
  const { locale: locales } = shelf.texts.codes;
  const complete = (word: string) => shelf.termsBeginning(word, MOST_COMPLETIONS);
  const words = await Promise.all(wanted.map((one) => askedWord(one, locales, complete)));
  return words.filter((word) => word !== null);
}

function placesShown({ count, key, release }: Groups, { skip, limit }: SearchOrder): readonly number[] {
  const until = Math.min(skip + limit, DEEPEST + limit);
  const isBetter = (one: number, other: number) => {
    const difference = (key[one] as number) - (key[other] as number);
    return difference === 0 ? (release[one] as number) > (release[other] as number) : difference > 0;
  };
  return bestOf(count, until, isBetter).slice(skip);
}

async function hitsOf(
  shelf: Shelf,
  editions: readonly number[],
  locale: string,
  terms: ReadonlySet<string>,
): Promise<SearchHit[]> {
  const found = await shelf.found(editions, locale);
  return found.map((text) => ({
    item: text.item,
    headline: markedText(text.item.text?.headline ?? '', text.item.locale, terms),
    extract: terms.size === 0 ? null : extractOf(text, terms),
  }));
}
