import { firstOf, type InLocales } from '../../platform/locales.ts';
import { element, standingAlone, type XmlElement } from '../../platform/xml.ts';
import { referencePath, shortTextPath } from '../../published/addresses.ts';
import type { HarvestedText } from '../../published/harvest.ts';
import type { Institution } from '../../published/published.ts';
import { formatReference } from '../../published/reference.ts';
import { countryName } from '../../words/as-written.ts';
import { wordsFor } from '../../words/words.ts';
import { OAI, OAI_DC } from './oai.ts';

export const dublinCore = {
  prefix: OAI_DC,
  schema: `${OAI}oai_dc.xsd`,
  namespace: `${OAI}oai_dc/`,
} as const;

interface Around {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly institution: Institution;
}

/** A text in the fifteen elements of Dublin Core, in its own language; null for one that was retracted. */
export function dublinCoreOf(text: HarvestedText, { origin, institution }: Around): XmlElement | null {
  if (text.words === null) return null;
  const { locale, reference, published, type } = text;
  const { organisation, offices, topics } = institution;
  const words = wordsFor(locale);
  const named = (names: InLocales = {}, code = '') =>
    firstOf(names, [locale, organisation.defaultLocale])?.text ?? code;
  const office = offices.find(({ code }) => code === text.office);
  const topic = (wanted: string) => named(topics.find(({ code }) => code === wanted)?.names, wanted);
  const own = { 'xml:lang': locale };
  return standingAlone(
    element(
      'oai_dc:dc',
      { 'xsi:schemaLocation': `${dublinCore.namespace} ${dublinCore.schema}` },
      element('dc:title', own, text.words.headline),
      element('dc:creator', own, named(office?.names, text.office)),
      text.topics.map((code) => element('dc:subject', own, topic(code))),
      descriptionsOf(text).map((description) => element('dc:description', own, description)),
      element('dc:publisher', own, named(organisation.names)),
      element('dc:date', {}, published.precision === 'day' ? published.day : published.at),
      element('dc:type', {}, 'Text'),
      element('dc:type', own, words(`type-${type}`)),
      element('dc:format', {}, 'text/html'),
      element('dc:identifier', {}, origin + shortTextPath(locale, reference)),
      element('dc:identifier', {}, formatReference(reference)),
      element('dc:language', {}, locale),
      element('dc:relation', {}, origin + referencePath(reference)),
      text.countries.map((code) => element('dc:coverage', own, countryName(code, locale))),
    ),
  );
}

/** What it says in short, and what became of it. */
function descriptionsOf({ words: said, standing, endReason, locale, edition }: HarvestedText): string[] {
  const words = wordsFor(locale);
  const change = said?.change ?? null;
  const reason = endReason === null || endReason === '' ? '' : ` ${words('reason', { reason: endReason })}`;
  return [
    ...(said?.summary == null ? [] : [said.summary]),
    ...(change === null ? [] : [`${words('editionNumber', { edition })}. ${words(change.kind)}: ${change.note}`]),
    ...(standing === 'withdrawn' ? [`${words('withdrawn')}.${reason}`] : []),
  ];
}
