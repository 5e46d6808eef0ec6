import type { Visit } from '../../src/http/route.ts';

/** A request without anything special, but for what is said. */
export function visitWith(asked: Partial<Visit> & Pick<Visit, 'path'>): Visit {
  return {
    ...{ method: 'GET', params: {}, query: new URLSearchParams(), form: null },
    ...{ acceptLanguage: '', acceptDatetime: '', authorization: '', address: '127.0.0.1', requestId: 'request-1' },
    ...asked,
  };
}
