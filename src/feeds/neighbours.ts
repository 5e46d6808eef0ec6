import type { Published } from '../published/published.ts';
import type { ListPage } from '../published/published-release.ts';

/** A fixed page, or with `after` (a sequence) a further portion of one that holds more than 40. */
export interface Portion {
  readonly number: number;
  readonly after?: number;
}

/** A span with more portions than this (backdated releases, thousands into one) goes without the link upwards. */
const MAX_PORTIONS = 5;

export function portionOf(number: number, after: number | undefined): Portion {
  return after === undefined ? { number } : { number, after };
}

/** What goes on where this page ends; null at release number 1. */
export function olderPortion(page: ListPage): Portion | null {
  if (page.rest !== null) return { number: page.rest.page, after: page.rest.after };
  return page.older === null ? null : { number: page.older };
}

/** The archived portion directly above `place` of the page; null where that is the list's newest page. */
export async function newerPortion(published: Published, page: ListPage, place: Portion): Promise<Portion | null> {
  const number = place.after === undefined ? place.number + 1 : place.number;
  const { newest } = page;
  if (newest !== null && (number > newest || (number === newest && place.after === undefined))) return null;

  let after: number | undefined;
  for (let portions = 0; portions < MAX_PORTIONS; portions += 1) {
    const above = await published.fixedPage(page.subject, page.locale, number, after);
    if (above === null) return null;
    if (above.rest?.after === place.after) {
      const isOpen = after === undefined && number === newest;
      return isOpen ? null : portionOf(number, after);
    }
    if (above.rest === null) return null;
    after = above.rest.after;
  }
  return null;
}
