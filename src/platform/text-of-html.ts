const blocks = ['p', 'h2', 'h3', 'li', 'ul', 'ol', 'blockquote', 'tr', 'caption', 'table', 'hr', 'br'];

/** Where a tag of the subset ends a line; cells of a row stand apart. */
const breaks: Readonly<Record<string, string>> = {
  ...Object.fromEntries(blocks.flatMap((tag) => [tag, `/${tag}`]).map((tag) => [tag, '\n'])),
  '/td': '\t',
  '/th': '\t',
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The words of a text in the closed subset of HTML, a line for each paragraph, heading, item or row. */
export function textOfHtml(html: string): string {
  const words = html.replace(/ \s+|[^\S ]\s*/g, ' ').replace(/<[^<>]*>/g, (tag) => breaks[nameOf(tag)] ?? '');
  const lines = words.split('\n').map((line) => line.trim());
  return decoded(lines.filter((line) => line !== '').join('\n'));
}

function nameOf(tag: string): string {
  return /^<(\/?[a-z0-9]{1,10})/i.exec(tag)?.[1]?.toLowerCase() ?? '';
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
