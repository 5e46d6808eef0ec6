import { firstOf } from '../../platform/locales.ts';
import { element, standingAlone, type XmlElement } from '../../platform/xml.ts';
import { datestampOf, secondOf } from './datestamp.ts';
import { domainOf, identifierOf } from './identifier.ts';
import { answered, OAI, OAI_PATH, type OaiDeps, type OaiResult } from './oai.ts';

/** Who tells what, how exactly, and for how long. */
export async function identify({ published, settings }: OaiDeps): Promise<OaiResult> {
  const { origin, clock, adminEmail } = settings;
  const { organisation } = await published.institution();
  const first = await published.firstAct();
  return answered(
    element(
      'Identify',
      {},
      element('repositoryName', {}, firstOf(organisation.names, [organisation.defaultLocale])?.text ?? origin),
      element('baseURL', {}, origin + OAI_PATH),
      element('protocolVersion', {}, '2.0'),
      element('adminEmail', {}, adminEmail ?? `webmaster@${domainOf(origin) ?? 'localhost.localdomain'}`),
      element('earliestDatestamp', {}, first === null ? secondOf(clock.now()) : datestampOf(first)),
      element('deletedRecord', {}, 'persistent'),
      element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
      element('compression', {}, 'gzip'),
      identifiersOf(origin),
    ),
  );
}

/** How identifiers are made, where the newsroom has a domain for them. */
function identifiersOf(origin: string): XmlElement | null {
  const domain = domainOf(origin);
  if (domain === null) return null;
  const namespace = `${OAI}oai-identifier`;
  const sample = { release: '01900000-0000-7000-8000-000000000001', locale: 'en' };
  return element(
    'description',
    {},
    standingAlone(
      element(
        'oai_id:oai-identifier',
        { 'xsi:schemaLocation': `${namespace} ${namespace}.xsd` },
        element('oai_id:scheme', {}, 'oai'),
        element('oai_id:repositoryIdentifier', {}, domain),
        element('oai_id:delimiter', {}, ':'),
        element('oai_id:sampleIdentifier', {}, identifierOf(origin, sample)),
      ),
    ),
  );
}
