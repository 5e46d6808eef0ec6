import type { Tx } from '../database/transaction.ts';
import { takenSlugs } from '../offices/former-slugs.ts';
import type { InstitutionRefusal } from '../offices/institution-refusal.ts';
import type { Topic } from '../offices/office.ts';
import { checkedNames } from '../offices/why-no-texts.ts';
import { whyNoTopic } from '../offices/why-no-topic.ts';
import type { OfficeDeps } from './set-up-office.ts';

/** Everything that speaks against keeping a topic so. */
export async function whyNotTopic(tx: Tx, deps: OfficeDeps, wanted: Topic): Promise<InstitutionRefusal[]> {
  const topics = await deps.institution.topics(tx);
  const isNew = topics.every(({ code }) => code !== wanted.code);
  const refusals = whyNoTopic(wanted, isNew);
  for (const taken of takenSlugs(wanted, topics)) refusals.push({ reason: 'slug-taken', ...taken });
  return refusals;
}

/** Makes a topic, or changes it: what whyNotTopic has nothing against. */
export async function setUpTopicWithin(tx: Tx, deps: OfficeDeps, wanted: Topic): Promise<void> {
  await deps.beforePublic(tx);
  await deps.institution.saveTopic(tx, { ...wanted, names: checkedNames(wanted.names) });
}
