import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { may } from '../../people/rights.ts';
import type { DraftState } from '../../releases/draft.ts';
import { statesFor } from '../../releases/states-for.ts';
import type { BundledSeen, BundleSeen, TextLine } from '../contract.ts';
import { bundleNames } from './names.query.ts';
import { bundledLines } from './text-lines.query.ts';

/** The bundles that texts are in, each with those of its texts that somebody may read. */
export async function bundlesOf(
  tx: Tx,
  person: Person,
  texts: readonly { readonly bundle: string | null }[],
): Promise<BundleSeen[]> {
  const ids = [...new Set(texts.flatMap(({ bundle }) => bundle ?? []))];
  const names = await bundleNames(tx, ids);
  const byBundle = Map.groupBy(await bundledLines(tx, person, ids), (line) => line.bundle);
  return ids.map((id) => {
    const members = (byBundle.get(id) ?? []).map((line) => bundledSeen(person, line));
    return { id, name: names.get(id) ?? '', texts: members };
  });
}

function bundledSeen(person: Person, { release, locale, headline, office, ...line }: TextLine): BundledSeen {
  const state = line.state as DraftState;
  const states: readonly DraftState[] = statesFor.unbundle;
  const mayUnbundle = states.includes(state) && may(person, 'unbundle', { office, locale });
  return { release, locale, headline, office, state, mayUnbundle };
}
