/**
 * Everything may be read; what answers differently to every question, and what is for editors, is not worth a visit.
 *
 * @param maps absolute addresses.
 * @see RFC 9309
 */
export function robotsText(maps: readonly string[]): string {
  const rules = [
    'User-agent: *',
    'Allow: /',
    'Disallow: /*/search',
    'Disallow: /desk',
    'Disallow: /oai',
    'Disallow: /oembed',
  ];
  return `${[...rules, '', ...maps.map((map) => `Sitemap: ${map}`)].join('\n')}\n`;
}
