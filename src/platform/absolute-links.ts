import { escapeHtml } from './escape-html.ts';

/**
 * HTML of the closed subset for a place far from where it was written: its links lead where they led there. The closed subset
 * always writes its links in this one way, and text cannot hold a `<`.
 *
 * @param address absolute: what relative links are relative to.
 */
export function absoluteLinks(html: string, address: string): string {
  return html.replace(/(<a (?:hreflang="[^"]*" )?href=")([^"]*)"/g, (whole, start: string, href: string) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) || !URL.canParse(href, address)) return whole;
    return `${start}${escapeHtml(new URL(href.replaceAll('&amp;', '&'), address).href)}"`;
  });
}
