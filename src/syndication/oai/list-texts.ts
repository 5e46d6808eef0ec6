import { element, type XmlElement } from '../../platform/xml.ts';
import type { HarvestOrder } from '../../published/harvest.ts';
import { readStretch } from './datestamp.ts';
import { type AtOnce, answered, OAI_DC, type OaiDeps, type OaiResult, refused } from './oai.ts';
import type { OaiRequest } from './read-request.ts';
import { headerOf, recordOf } from './record.ts';
import { type Position, readToken, writeToken } from './resumption-token.ts';
import { allSets } from './set.ts';

/**
 * Tells the texts of a stretch of time in the order of their last acts. One that changes while a harvest is under way moves to
 * the end of that order, where the same harvest meets it again; so none is missed, wherever it was interrupted.
 */
export async function listTexts(deps: OaiDeps, { given }: OaiRequest, verb: keyof AtOnce): Promise<OaiResult> {
  const { published, settings } = deps;
  const { origin } = settings;
  const token = given['resumptionToken'];
  const known = token === undefined ? null : readToken(origin, token);
  if (token !== undefined && known?.verb !== verb) {
    return refused('badResumptionToken', 'The token is not one that this newsroom gave for this verb. Begin anew.');
  }
  if (known === null && given['metadataPrefix'] !== OAI_DC) {
    return refused('cannotDisseminateFormat', `There is only “${OAI_DC}”. Ask for that.`);
  }
  const { set = null, from = null, until = null } = given;
  const position: Position = known ?? { verb, set, from, until, after: 0, told: 0 };
  const found = await stretchOf(deps, position);
  if (!found.ok) return found.result;

  const limit = deps.atOnce[verb];
  const more = await published.lastChanged({ ...found.order, limit: limit + 1 });
  const texts = more.slice(0, limit);
  if (texts.length === 0) return nothing();
  const around = { origin, institution: await published.institution() };
  const elements = texts.map((text) => (verb === 'ListRecords' ? recordOf(text, around) : headerOf(text, origin)));
  const after = texts.at(-1)?.lastSequence ?? 0;
  const told = position.told + texts.length;
  const next = more.length > limit ? writeToken(origin, { ...position, after, told }) : null;
  return answered(element(verb, {}, elements, resumptionToken(next, position)));
}

type StretchFound =
  | { readonly ok: true; readonly order: Omit<HarvestOrder, 'limit'> }
  | { readonly ok: false; readonly result: OaiResult };

/** The acts that a request is about; refused where there can be none. */
async function stretchOf({ published }: OaiDeps, position: Position): Promise<StretchFound> {
  const stretch = readStretch(position.from, position.until);
  if (!stretch.ok) return { ok: false, result: refused('badArgument', stretch.problem) };
  const sets = allSets(await published.institution(), await published.textLocales());
  const set = position.set === null ? null : sets.find(({ spec }) => spec === position.set);
  if (set === undefined) return { ok: false, result: nothing() };

  const begins = stretch.after === null ? 0 : await published.actsUntil(stretch.after);
  const upTo = await published.actsUntil(stretch.upTo);
  return { ok: true, order: { after: Math.max(begins, position.after), upTo, of: set?.of ?? null } };
}

function nothing(): OaiResult {
  return refused('noRecordsMatch', 'Nothing was published, changed or retracted that fits. Ask for more, or later.');
}

/** The last part of a list in parts has an empty one; a list that is whole has none. */
function resumptionToken(next: string | null, { told }: Position): XmlElement | null {
  if (next === null && told === 0) return null;
  return element('resumptionToken', { cursor: told }, next ?? '');
}
