/**
 * What every answer carries, unless it says otherwise. Pages have no script, no frame, nothing from elsewhere, and so the policy
 * allows none;
 * blocks of JSON-LD are data and need no permission. deploy/nginx.conf repeats these for the files it serves itself.
 *
 * @param origin public origin; Strict-Transport-Security (a year) is sent only where it is https.
 * @returns name, value, name, value …
 */
export function securityHeaders(origin: string): readonly string[] {
  const headers = [
    ...['content-security-policy', contentSecurityPolicy],
    ...['x-content-type-options', 'nosniff'],
    ...['referrer-policy', 'strict-origin-when-cross-origin'],
    ...['cross-origin-opener-policy', 'same-origin'],
    ...['cross-origin-resource-policy', 'same-origin'],
    ...['permissions-policy', permissionsPolicy],
  ];
  return origin.startsWith('https://') ? [...headers, 'strict-transport-security', 'max-age=31536000'] : headers;
}

export const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** For a page with a script of this site, which asks this site. Only such a page sends it: to all others the stricter one holds. */
export const scriptedSecurityPolicy = `${contentSecurityPolicy}; script-src 'self'; connect-src 'self'`;

const permissionsPolicy = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';
