import type { Route } from '../../src/http/route.ts';
import { allNamed, readXml, textNamed, type XmlNode } from './read-xml.ts';
import { visitWith } from './visit-to.ts';

/** What a harvester keeps of a text: its title, or that it is deleted. */
export type Kept = { readonly title: string; readonly datestamp: string } | 'deleted';

/**
 * Keeps a copy of a newsroom by OAI-PMH as the protocol asks: one request at a time, from the time of the last harvest that came to
 * its end.
 */
export function openHarvester(routes: readonly Route[], set: string | null = null) {
  const copy = new Map<string, Kept>();
  let from: string | null = null;
  let token: string | null = null;
  let began: string | null = null;

  const ask = async (query: Record<string, string>): Promise<XmlNode> => {
    const [route] = routes;
    const answer = await route?.answer(visitWith({ path: '/oai', query: new URLSearchParams(query) }));
    return readXml(String(answer?.body));
  };
  const beginning = { metadataPrefix: 'oai_dc', ...(set === null ? {} : { set }) };

  return {
    copy,

    /** Asks once more. @returns whether a harvest has come to its end. */
    async step(): Promise<boolean> {
      const asked: Record<string, string> =
        token === null ? { ...beginning, ...(from === null ? {} : { from }) } : { resumptionToken: token };
      const response = await ask({ verb: 'ListRecords', ...asked });
      if (token === null) began = textNamed(response, 'responseDate') ?? null;
      const [error] = allNamed(response, 'error');
      if (error !== undefined && error.attributes['code'] !== 'noRecordsMatch') throw new TypeError(error.text);
      for (const record of allNamed(response, 'record')) keep(copy, record);
      token = textNamed(response, 'resumptionToken') || null;
      if (token !== null) return false;
      from = began;
      return true;
    },

    /** It falls over and forgets where it was; its copy and its last whole harvest are on disk. */
    loseToken(): void {
      token = null;
      began = null;
    },
  };
}

function keep(copy: Map<string, Kept>, record: XmlNode): void {
  const identifier = textNamed(record, 'identifier') ?? '';
  const isDeleted = allNamed(record, 'header')[0]?.attributes['status'] === 'deleted';
  const kept = { title: textNamed(record, 'dc:title') ?? '', datestamp: textNamed(record, 'datestamp') ?? '' };
  copy.set(identifier, isDeleted ? 'deleted' : kept);
}
