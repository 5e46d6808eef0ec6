import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const read = (fileName: string) => ({ fileName, contents: readFileSync(new URL(fileName, import.meta.url), 'utf8') });
const [schema, ...preload] = ['OAI-PMH.xsd', 'oai_dc.xsd', 'simpledc.xsd', 'xml.xsd', 'oai-identifier.xsd'].map(read);

/** What is wrong with these responses by the schema of OAI-PMH, in libxml2's words; empty when nothing is. */
export async function problemsOf(responses: readonly string[]): Promise<string[]> {
  const xml = responses.map((contents, index) => ({ fileName: `response-${index}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [schema ?? ''], preload, maxMemoryPages: 4_096 });
  return errors.map(({ rawMessage }) => rawMessage);
}
