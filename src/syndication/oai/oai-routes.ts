import type { Route } from '../../http/route.ts';
import { element, type XmlElement, xmlDocument } from '../../platform/xml.ts';
import { answerRequest } from './answer-request.ts';
import { secondOf } from './datestamp.ts';
import { OAI, OAI_PATH, type OaiDeps, type OaiProblem } from './oai.ts';
import { type OaiRequest, readRequest } from './read-request.ts';

/** Where other archives harvest the texts of this one: OAI-PMH 2.0, by GET or POST. */
export function oaiRoutes(deps: OaiDeps): Route[] {
  return [
    {
      name: 'oai',
      path: OAI_PATH,
      takesForms: true,
      answer: async ({ method, form, query }) => {
        const asked = method === 'POST' ? (form ?? new URLSearchParams()) : query;
        return { status: 200, type: 'text/xml; charset=utf-8', body: await responseTo(deps, asked), keep: false };
      },
    },
  ];
}

async function responseTo(deps: OaiDeps, asked: URLSearchParams): Promise<string> {
  const { origin, clock } = deps.settings;
  // Before anything is read: what is published meanwhile belongs to the next harvest, which begins with this time.
  const responseDate = secondOf(clock.now());
  const read = readRequest(asked);
  const result = read.ok ? await answerRequest(deps, read.request) : read;
  const isUnread = !result.ok && result.problems.some(({ code }) => code === 'badArgument' || code === 'badVerb');
  return xmlDocument(
    element(
      'OAI-PMH',
      { 'xsi:schemaLocation': `${OAI} ${OAI}OAI-PMH.xsd` },
      element('responseDate', {}, responseDate),
      requestElement(origin + OAI_PATH, read.ok && !isUnread ? read.request : null),
      result.ok ? result.element : result.problems.map(errorElement),
    ),
    OAI,
  );
}

/** Repeats the arguments, unless they are what could not be read. */
function requestElement(address: string, request: OaiRequest | null): XmlElement {
  if (request === null) return element('request', {}, address);
  const { identifier, metadataPrefix, from, until, set, resumptionToken } = request.given;
  const { verb } = request;
  return element('request', { verb, identifier, metadataPrefix, from, until, set, resumptionToken }, address);
}

function errorElement({ code, message }: OaiProblem): XmlElement {
  return element('error', { code }, message);
}
