import type { SurfaceSettings } from '../../http/route.ts';
import type { XmlElement } from '../../platform/xml.ts';
import type { Published } from '../../published/published.ts';

/** What the protocol calls its elements. @see https://www.openarchives.org/OAI/openarchivesprotocol.html */
export const OAI = 'http://www.openarchives.org/OAI/2.0/';

export interface OaiDeps {
  readonly published: Published;
  readonly settings: OaiSettings;
  readonly atOnce: AtOnce;
}

export interface OaiSettings extends SurfaceSettings {
  /** Whom harvesters may write to; null or absent: the webmaster of the origin's host. */
  readonly adminEmail?: string | null;
}

/** How many one answer holds: whole records, or their headers alone. */
export interface AtOnce {
  readonly ListRecords: number;
  readonly ListIdentifiers: number;
}

/** Why a request is refused, in the codes of the protocol. The message says what to ask instead. */
export interface OaiProblem {
  readonly code:
    | 'badArgument'
    | 'badResumptionToken'
    | 'badVerb'
    | 'cannotDisseminateFormat'
    | 'idDoesNotExist'
    | 'noRecordsMatch';
  readonly message: string;
}

/** What stands in a response below the request. */
export type OaiResult =
  | { readonly ok: true; readonly element: XmlElement }
  | { readonly ok: false; readonly problems: readonly OaiProblem[] };

export function answered(element: XmlElement): OaiResult {
  return { ok: true, element };
}

export function refused(code: OaiProblem['code'], message: string): OaiResult {
  return { ok: false, problems: [{ code, message }] };
}

/** Where harvesters ask. */
export const OAI_PATH = '/oai';

/** Every text is told in this one format, which every harvester knows. */
export const OAI_DC = 'oai_dc';
