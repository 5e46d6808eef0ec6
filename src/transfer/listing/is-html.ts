import type { OpenSource } from './list-lines.ts';

/** How many bytes are looked at. */
const HEAD_BYTES = 16_384;

/** Told by its content: a document type, an element of HTML at the start, or several within the first 16 KiB. */
export async function isHtml(open: OpenSource): Promise<boolean> {
  let head = '';
  const decoder = new TextDecoder('latin1');
  for await (const chunk of open()) {
    head += decoder.decode(chunk.subarray(0, HEAD_BYTES)).replaceAll('\u0000', '');
    if (head.length >= HEAD_BYTES) break;
  }
  const start = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)+/, '');
  if (
    /^<(?:!doctype\s+html|html|head|body|main|div|section|article|ul|ol|li|dl|table|tbody|tr|h[1-6]|p|a|span|title|meta)[\s>]/i.test(
      start,
    )
  )
    return true;
  const tags =
    head.match(/<\/?(?:p|li|ul|ol|div|h[1-6]|article|section|table|tr|td|a|time|span|br)(?:\s[^<>]*)?\/?>/gi) ?? [];
  return tags.length >= 4 && tags.some((tag) => tag.startsWith('</') || /^<br/i.test(tag));
}
