import type { Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import { type ReleaseType, releaseTypes } from '../published/list.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { DraftState } from './draft.ts';
import { enterAct } from './enter-act.ts';
import { openRelease, whyNotAllowed } from './open-text.ts';

export interface ChangeFactsOrder {
  readonly by: Actor;
  readonly release: string;
  readonly type: ReleaseType;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
}

/** What was approved goes public where whoever approved it saw that it would. */
const changeable: readonly DraftState[] = ['draft', 'submitted'];

/**
 * Says what a release is and whom it concerns. With its first publication that is settled: lists never lose a member.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function changeFacts(deps: DeskDeps, { by, ...order }: ChangeFactsOrder): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const release = await openRelease(tx, deps, by, order.release);
    const { office } = release;
    const refusals = whyNotAllowed(by, 'revise', { office, locale: null });
    const known = (await deps.publishing.publications.releases(tx, [release.id])).get(release.id);
    const [first] = known?.versions.keys() ?? [];
    if (first !== undefined) refusals.push({ reason: 'already-public', locale: first });
    const drafts = await deps.drafts.draftsOf(tx, release.id);
    const settled = drafts.find(({ standing }) => ![...changeable, 'discarded'].includes(standing.state));
    if (first === undefined && settled !== undefined) {
      refusals.push({ reason: 'wrong-state', state: settled.standing.state, needs: changeable });
    }
    refusals.push(...(await whyNoFacts(tx, deps, order)));
    if (refusals.length > 0) return refused(...refusals);

    const facts = { countries: [...new Set(order.countries)], topics: [...new Set(order.topics)] };
    const { type, organisationWide } = order;
    await deps.drafts.changeRelease(tx, { ...release, type, organisationWide, ...facts });
    const on = { release: release.id, locale: null, office };
    const detail: Told = {
      type,
      organisationWide,
      countries: facts.countries.join(' '),
      topics: facts.topics.join(' '),
    };
    await enterAct(tx, deps, { by, act: 'revised', on, detail });
    return { ok: true };
  });
}

async function whyNoFacts(
  tx: Tx,
  deps: DeskDeps,
  { type, countries, topics }: Pick<ChangeFactsOrder, 'type' | 'countries' | 'topics'>,
): Promise<DeskRefusal[]> {
  const refusals: DeskRefusal[] = [];
  const refuse = (field: string, problem: string) => refusals.push({ reason: 'text-invalid', field, problem });
  if (!releaseTypes.includes(type)) refuse('type', `it must be one of ${releaseTypes.join(', ')}.`);
  const notCountries = countries.filter((country) => !/^[A-Z]{2}$/.test(country));
  for (const country of notCountries) {
    refuse('countries', `“${country.slice(0, 20)}” is not a country code. Write one like CN (ISO 3166-1).`);
  }
  const known = new Set((await deps.institution.topics(tx)).map(({ code }) => code));
  const unknown = topics.filter((topic) => !known.has(topic));
  for (const topic of unknown) refuse('topics', `there is no topic ${topic.slice(0, 60)}. Choose one of the list.`);
  return refusals;
}
