import type { CitationWriter } from '../citation.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { ris } from './ris.ts';

/** Every format that a text can be cited in. */
export const citationWriters: readonly CitationWriter[] = [bibtex, ris, cslJson];
