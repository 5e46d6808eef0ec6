/** More links of one text are not looked after: nobody reads a text with as many. */
const MOST_LINKS = 200;

/**
 * Where the links of a text lead on this site, each once: paths with their query, without what is behind `#`. What leads elsewhere
 * is left out.
 *
 * @param html of the closed subset.
 * @param origin of this newsroom: `https://news.example.org`.
 */
export function linksHere(html: string, origin: string): string[] {
  const paths = new Set<string>();
  for (const [, href = ''] of html.matchAll(/\shref="([^"]*)"/g)) {
    const path = pathHere(href.replaceAll('&amp;', '&'), origin);
    if (path !== null) paths.add(path);
    if (paths.size >= MOST_LINKS) break;
  }
  return [...paths];
}

function pathHere(href: string, origin: string): string | null {
  if (href.startsWith('//') || !(href.startsWith('/') || /^https?:/i.test(href))) return null;
  if (!URL.canParse(href, origin)) return null;
  const url = new URL(href, origin);
  // Readers who come by http are led to https: a link that says so leads here all the same.
  return url.host === new URL(origin).host ? `${url.pathname}${url.search}` : null;
}
