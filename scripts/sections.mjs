/**
 * A document with the generated part between `<!-- name -->` and `<!-- /name -->` replaced.
 *
 * Throws when the document has no such part.
 */
export function withSection(document, name, text) {
  const [opens, closes] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const from = document.indexOf(opens);
  const to = document.indexOf(closes);
  if (from < 0 || to < from) throw new Error(`The document has no part between ${opens.trim()} and ${closes.trim()}.`);
  return document.slice(0, from + opens.length) + text + document.slice(to);
}
