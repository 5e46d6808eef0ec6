import type { InTransaction } from '../../database/transaction.ts';
import type { Clock } from '../../platform/clock.ts';
import { after } from '../../platform/instant.ts';
import { linksHere } from './links-here.ts';
import { lostLinkStore } from './lost-link.store.ts';
import type { LinkingText, LostLink } from './lost-link.ts';

export interface LookDeps {
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  /** Of this newsroom; what leads elsewhere is never asked for. */
  readonly origin: string;
  /** Is there anything at a path, for a reader, at the end of all redirects? What was retracted says what became of it. */
  readonly isThere: (path: string) => Promise<boolean>;
}

/** So few at a time that readers do not notice. */
const TEXTS_AT_ONCE = 200;

/** Another process takes over from one that has died. */
const CLAIMED_SECONDS = 60;

/** When everything has been looked at, before it begins anew. */
const REST_SECONDS = 3_600;

/**
 * Looks at the links of some public texts, from where it last stopped, and notes those that lead nowhere on this site. Asks the
 * newsroom itself, as a reader would, and outside any transaction. Safe to run in several processes at once: one does it.
 */
export async function lookForLostLinks(deps: LookDeps): Promise<void> {
  const { inTransaction, clock } = deps;
  const links = lostLinkStore();
  const begun = clock.now();
  const claimed = await inTransaction(async (tx) => {
    const place = await links.claim(tx, begun, after(begun, CLAIMED_SECONDS));
    return place === null ? null : links.texts(tx, place, TEXTS_AT_ONCE);
  });
  if (claimed === null) return;

  const lost = await lostIn(deps, claimed);
  const now = clock.now();
  const isEnd = claimed.length < TEXTS_AT_ONCE;
  const place = isEnd ? 0 : (claimed.at(-1)?.sequence ?? 0);
  await inTransaction(async (tx) => {
    await links.keep(tx, claimed, lost, now);
    await links.goOn(tx, { place, dueAt: isEnd ? after(now, REST_SECONDS) : now, finishedAt: isEnd ? now : null });
  });
}

async function lostIn(
  { origin, isThere }: LookDeps,
  texts: readonly LinkingText[],
): Promise<Omit<LostLink, 'headline'>[]> {
  const known = new Map<string, boolean>();
  const lost: Omit<LostLink, 'headline'>[] = [];
  for (const { release, locale, html } of texts) {
    for (const target of linksHere(html, origin)) {
      const is = known.get(target) ?? (await isThere(target));
      known.set(target, is);
      if (!is) lost.push({ release, locale, target });
    }
  }
  return lost;
}
