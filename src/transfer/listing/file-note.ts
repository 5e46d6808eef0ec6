const type = '(?:pdf|docx?|rtf|odt|xlsx?|pptx?|html?|txt|zip|epub|mp3|mp4)';
const size = '(?:\\d[\\d.,]*\\s?(?:[kmgкм]i?[bбo]|bytes|octets))';
const verb =
  '(?:download|télécharger|descargar|herunterladen|scarica|baixar|скачать|下载|下載|ダウンロード|تحميل|татах)';
const mark = '[\\s,;:：/|()（）[\\]【】–—-]{0,4}';
const note = new RegExp(
  `^${mark}(?:${verb}${mark})?(?:${type}(?:${mark}${size})?|${size}(?:${mark}${type})?)${mark}$`,
  'iu',
);

/** What a page says of a file beside a release, and nothing else: `(PDF, 120 KB)`. */
export function isFileNote(text: string): boolean {
  return text.length <= 60 && note.test(text);
}
