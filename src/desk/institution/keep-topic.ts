import type { Told } from '../../audit/entry.ts';
import type { Person } from '../../people/person.ts';
import { type DeskOutcome, refused } from '../../releases/desk-outcome.ts';
import { enterAct } from '../../releases/enter-act.ts';
import { whyNotAllowed } from '../../releases/open-text.ts';
import { setUpTopicWithin, whyNotTopic } from '../../releases/set-up-topic.ts';
import type { TopicChange } from '../contract-institution.ts';
import type { KeepDeps } from './keep-deps.ts';
import { patchedTexts } from './patched-texts.ts';
import { placeIn, toldPlace } from './place-in.ts';
import { toldChanges } from './told-changes.ts';

/** Makes a topic, or changes what is named of it. Where nothing is different, nothing is written. */
export async function keepTopic(deps: KeepDeps, by: Person, change: TopicChange): Promise<DeskOutcome> {
  const { code, isNew, position } = change;
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const topics = await deps.institution.topics(tx);
    const known = topics.find((one) => one.code === code) ?? null;
    const slug = change.slug ?? known?.slug ?? code;
    const wanted = { code, slug, names: patchedTexts(known?.names, change.names) };
    const refusals = whyNotAllowed(by, 'keep-offices', { office: null, locale: null });
    if (isNew && known !== null) refusals.push({ reason: 'code-taken', code });
    if (!isNew && known === null) refusals.push({ reason: 'topic-unknown', code });
    else refusals.push(...(await whyNotTopic(tx, deps, wanted)));
    if (refusals.length > 0) return refused(...refusals);

    const { before, after } = placeIn(topics, code, position);
    const detail: Told = { ...toldChanges(known, wanted), ...toldPlace(before, after, code) };
    if (Object.keys(detail).length === 0) return { ok: true };
    await setUpTopicWithin(tx, deps, wanted);
    if (before.indexOf(code) !== after.indexOf(code)) await deps.institution.orderTopics(tx, after);
    const on = { release: null, locale: null, office: null };
    await enterAct(tx, deps, { by, act: 'kept-topic', on, detail: { topic: code, ...detail } });
    return { ok: true };
  });
}
