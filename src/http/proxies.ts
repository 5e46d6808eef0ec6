/**
 * Whose word is taken for where a request comes from (`X-Forwarded-For`), where nothing else is said: a proxy on this
 * machine, and nobody else. Both halves of the newsroom count by that address.
 */
export const proxiesHere: readonly string[] = ['loopback'];
