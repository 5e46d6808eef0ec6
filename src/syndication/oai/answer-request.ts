import { unreachable } from '../../platform/faults.ts';
import { element } from '../../platform/xml.ts';
import { dublinCore } from './dublin-core.ts';
import { readIdentifier } from './identifier.ts';
import { identify } from './identify.ts';
import { listTexts } from './list-texts.ts';
import { answered, OAI_DC, type OaiDeps, type OaiResult, refused } from './oai.ts';
import type { OaiRequest } from './read-request.ts';
import { recordOf } from './record.ts';
import { allSets } from './set.ts';

export async function answerRequest(deps: OaiDeps, request: OaiRequest): Promise<OaiResult> {
  switch (request.verb) {
    case 'Identify':
      return identify(deps);
    case 'ListMetadataFormats':
      return listMetadataFormats(deps, request);
    case 'ListSets':
      return listSets(deps, request);
    case 'ListIdentifiers':
    case 'ListRecords':
      return listTexts(deps, request, request.verb);
    case 'GetRecord':
      return getRecord(deps, request);
    default:
      return unreachable(request.verb);
  }
}

async function listMetadataFormats(deps: OaiDeps, { given }: OaiRequest): Promise<OaiResult> {
  const identifier = given['identifier'];
  if (identifier !== undefined && (await textOf(deps, identifier)) === null) return unknown();
  return answered(
    element(
      'ListMetadataFormats',
      {},
      element(
        'metadataFormat',
        {},
        element('metadataPrefix', {}, dublinCore.prefix),
        element('schema', {}, dublinCore.schema),
        element('metadataNamespace', {}, dublinCore.namespace),
      ),
    ),
  );
}

/** All of them at once: there are as many as the newsroom has offices, countries, topics, types and languages. */
async function listSets({ published }: OaiDeps, { given }: OaiRequest): Promise<OaiResult> {
  if (given['resumptionToken'] !== undefined) {
    return refused('badResumptionToken', 'The sets are told all at once, without a token. Leave it out.');
  }
  const sets = allSets(await published.institution(), await published.textLocales());
  const elements = sets.map(({ spec, name }) =>
    element('set', {}, element('setSpec', {}, spec), element('setName', {}, name)),
  );
  return answered(element('ListSets', {}, elements));
}

async function getRecord(deps: OaiDeps, { given }: OaiRequest): Promise<OaiResult> {
  const text = await textOf(deps, given['identifier'] ?? '');
  if (text === null) return unknown();
  if (given['metadataPrefix'] !== OAI_DC) {
    return refused('cannotDisseminateFormat', `There is only “${OAI_DC}”. Ask for that.`);
  }
  const around = { origin: deps.settings.origin, institution: await deps.published.institution() };
  return answered(element('GetRecord', {}, recordOf(text, around)));
}

async function textOf({ published, settings }: OaiDeps, identifier: string) {
  const named = readIdentifier(settings.origin, identifier);
  return named === null ? null : published.harvested(named.release, named.locale);
}

function unknown(): OaiResult {
  return refused('idDoesNotExist', 'There is no such text here. Take an identifier from ListIdentifiers.');
}
