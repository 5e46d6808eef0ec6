import { createHash } from 'node:crypto';
import { suggestScript } from '../search-page/suggest-script.ts';
import { icon } from './icon.ts';
import { stylesheet } from './stylesheet.ts';

export interface Asset {
  /** Holds the hash of the bytes, so it may be kept for ever. */
  readonly file: string;
  readonly type: string;
  readonly text: string;
}

export const stylesheetFile = fileName(stylesheet, 'css');
export const iconFile = fileName(icon, 'svg');
export const scriptFile = fileName(suggestScript, 'js');

export const assets: readonly Asset[] = [
  { file: stylesheetFile, type: 'text/css; charset=utf-8', text: stylesheet },
  { file: iconFile, type: 'image/svg+xml; charset=utf-8', text: icon },
  { file: scriptFile, type: 'text/javascript; charset=utf-8', text: suggestScript },
];

function fileName(text: string, extension: string): string {
  return `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.${extension}`;
}
