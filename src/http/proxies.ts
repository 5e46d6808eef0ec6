/**
 * Whose word is taken for where a request comes from (`X-Forwarded-For`): a proxy on this machine, and nobody else. Both
 * halves of the newsroom count by that address.
 */
export const trustedProxies = ['loopback'] as const;
