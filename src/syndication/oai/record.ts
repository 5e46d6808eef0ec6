import { element, type XmlElement } from '../../platform/xml.ts';
import type { HarvestedText } from '../../published/harvest.ts';
import type { Institution } from '../../published/published.ts';
import { datestampOf } from './datestamp.ts';
import { dublinCoreOf } from './dublin-core.ts';
import { identifierOf } from './identifier.ts';
import { setSpecsOf } from './set.ts';

/** A language version as a harvester keeps it. Of a retracted one the header stays for ever, and says so. */
export function headerOf(text: HarvestedText, origin: string): XmlElement {
  return element(
    'header',
    { status: text.standing === 'retracted' ? 'deleted' : null },
    element('identifier', {}, identifierOf(origin, text)),
    element('datestamp', {}, datestampOf(text.doneAt)),
    setSpecsOf(text).map((spec) => element('setSpec', {}, spec)),
  );
}

export function recordOf(text: HarvestedText, around: { origin: string; institution: Institution }): XmlElement {
  const metadata = dublinCoreOf(text, around);
  return element('record', {}, headerOf(text, around.origin), metadata !== null && element('metadata', {}, metadata));
}
