import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** What a browser would run or load of this page, were it let, the site's own search left out: read by a parser that follows the standard. */
export function liveOn(page: string): string[] {
  const live: string[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      const values = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const isOwn =
        values.get('type') === 'application/ld+json' || /^\/assets\/[0-9a-f]{16}\.js$/.test(values.get('src') ?? '');
      if (node.tagName === 'script' && !isOwn) live.push('script');
      const isSearch = node.tagName === 'form' && /^\/[\w-]+\/search$/.test(values.get('action') ?? '');
      const tags = ['iframe', 'object', 'embed', 'base', 'form', 'style', 'math', 'template'];
      if (tags.includes(node.tagName) && !isSearch) live.push(node.tagName);
      if (values.has('http-equiv')) live.push('http-equiv');
      for (const [name, value] of values) {
        if (/^on|^style$|^srcdoc$/.test(name)) live.push(`${node.tagName} ${name}`);
        if (/^(?:href|src|action)$/.test(name) && /^[\s\u0000-\u001f]*(?:java|vb|data)/i.test(value)) live.push(value);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) look(child);
  };
  look(parse(page));
  return live;
}
