/**
 * What every answer of the desk carries. Its own scripts only; styles by a nonce, which the page that starts the
 * application gets anew each time.
 *
 * @param nonce null for answers that are no page.
 */
export function deskSecurityHeaders(
  origin: string,
  nonce: string | null = null,
): readonly (readonly [string, string])[] {
  const styles = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`;
  const policy = [
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' blob: data:; font-src 'self'",
    `style-src ${styles}; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; manifest-src 'self'`,
  ].join('; ');
  return [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-robots-tag', 'noindex, nofollow'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ...(origin.startsWith('https:') ? [['strict-transport-security', 'max-age=31536000'] as const] : []),
  ];
}
