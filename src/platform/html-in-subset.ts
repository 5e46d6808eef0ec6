/** Plain text without control characters, an entity that the subset writes, a line break, a tag without attributes, or a link to a whole address. */
const piece =
  /[^<>&\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]+|&(?:amp|lt|gt);|<br \/>|<(\/?)(p|h2|h3|ul|ol|li|blockquote|strong|em|sub|sup|a)>|<(a) href="(?:https?:\/\/|mailto:)[\w\-./?=#%:@,+~]+">/y;

/** At one of these tags, a reader of HTML closes by itself the element that it stands in. */
const closes: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  h2: ['p', 'h2', 'h3'],
  h3: ['p', 'h2', 'h3'],
  ul: ['p'],
  ol: ['p'],
  blockquote: ['p'],
  li: ['li'],
  a: ['a'],
};

/**
 * Is this just what the sanitiser itself would write, and free of control characters? Yes is certain, and spares it: on an archive that is most of the
 * work. No says nothing: tables, languages and what is seldom used are left to it.
 */
export function isPlainlyInSubset(html: string): boolean {
  const open: string[] = [];
  for (piece.lastIndex = 0; piece.lastIndex < html.length; ) {
    const [found, slash, tag, link] = piece.exec(html) ?? [];
    if (found === undefined) return false;
    const name = tag ?? link;
    if (name === undefined) continue;
    if (slash === '/') {
      if (open.pop() !== name) return false;
      continue;
    }
    const inner = open.at(-1);
    if (inner !== undefined && closes[name]?.includes(inner)) return false;
    open.push(name);
  }
  return open.length === 0;
}
