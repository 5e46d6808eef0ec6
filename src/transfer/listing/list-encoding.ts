import { Fault } from '../../platform/faults.ts';
import { encodingNamed, isPlainlyUtf8, type OldEncoding } from '../old-encodings.ts';
import type { OpenSource } from './list-lines.ts';

/** How many bytes of a page are looked at for what it says of itself. */
const HEAD_BYTES = 16_384;

/**
 * What a list is written in: what somebody says, else what the page declares; null for UTF-8, and for UTF-16 with its mark.
 *
 * @param told.encoding a name of the Encoding Standard; null: nobody says.
 * @throws Fault IMPORT_IS_UTF8 where another encoding is told for a file that can be nothing else.
 */
export async function encodingOfList(
  open: OpenSource,
  told: { readonly encoding: OldEncoding | null; readonly isHtml: boolean },
): Promise<OldEncoding | null> {
  if (told.encoding === null && !told.isHtml) return null;
  const head = await headOf(open);
  if (/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head)) return null;
  const encoding = told.encoding ?? declaredIn(head);
  if (encoding === null || encoding === 'utf-8') return null;
  if (!(await isPlainlyUtf8(open(), encoding))) return encoding;
  if (told.encoding !== null) throw new Fault('IMPORT_IS_UTF8', { encoding });
  return null;
}

/** As Latin-1: declarations are written in letters that all these encodings share. */
async function headOf(open: OpenSource): Promise<string> {
  let head = '';
  for await (const chunk of open()) {
    head += Buffer.from(chunk.subarray(0, HEAD_BYTES)).toString('latin1');
    if (head.length >= HEAD_BYTES) break;
  }
  return head.slice(0, HEAD_BYTES);
}

/** Of an XML declaration, or the first `meta` that says one. A label that names no encoding says nothing. */
function declaredIn(head: string): OldEncoding | 'utf-8' | null {
  const xml = /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  if (xml !== undefined) return encodingNamed(xml);
  for (const [, attributes = ''] of withoutComments(head).matchAll(/<meta[\s/]([^<>]{1,500})>/gi)) {
    const own = /(?:^|["'\s/])charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(` ${attributes}`)?.[1];
    const isOfType = /\bhttp-equiv\s*=\s*["']?\s*content-type\b/i.test(attributes);
    const label = isOfType ? /\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(attributes)?.[1] : own;
    const isContent = !isOfType && /\bcontent\s*=/i.test(attributes);
    if (label !== undefined && !isContent) return encodingNamed(label);
  }
  return null;
}

function withoutComments(head: string): string {
  const [first = '', ...comments] = head.split('<!--');
  return (
    first + comments.map((text) => text.slice(text.includes('-->') ? text.indexOf('-->') + 3 : text.length)).join('')
  );
}
