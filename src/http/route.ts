import type { Readable } from 'node:stream';
import type { Clock } from '../platform/clock.ts';
import type { Locale } from '../platform/locales.ts';

/** A public request as a surface sees it: no cookie, and no body but a form's. */
export interface Visit {
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** Decoded segments of the path that the route named: `{ locale, slug, … }`. */
  readonly params: Readonly<Record<string, string>>;
  /** As asked, percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Accept-Language, as sent; empty when none. */
  readonly acceptLanguage: string;
  /** Accept-Datetime (RFC 7089), as sent; empty when none. */
  readonly acceptDatetime: string;
  /** Authorization, as sent; empty when none. */
  readonly authorization: string;
  /** Where it comes from: of the connection, or what a trusted proxy says. */
  readonly address: string;
  /** What a form sent, as a POST to a route that takes forms. */
  readonly form: URLSearchParams | null;
  readonly requestId: string;
}

/** A file that is too large to be held in memory: sent as it is read, never kept, and tagged by the route. */
export interface FileBody {
  readonly file: string;
  readonly bytes: number;
}

/** What is made while it is sent: never kept, and tagged by the route. Not opened for who asks for the headers alone. */
export interface StreamBody {
  readonly open: () => Readable;
  readonly bytes: number;
}

/** What a surface answers; `http/` compresses, tags, caches and sends it. */
export interface Answer {
  readonly status: 200 | 301 | 302 | 308 | 400 | 401 | 403 | 404 | 406 | 410 | 429 | 501 | 503;
  /** `text/html; charset=utf-8`, `application/atom+xml; charset=utf-8` … */
  readonly type: string;
  readonly body: string | Uint8Array | FileBody | StreamBody;
  /** Further headers, names in lower case. Security headers are added by http/, where they are not among these. */
  readonly headers?: Readonly<Record<string, string>>;
  /** May it be kept until something public changes? Answers that depend on Accept-Language or the time may not. */
  readonly keep: boolean;
}

export interface Route {
  /** A name for logs and `doctor --routes`: `list-page`. */
  readonly name: string;
  /** URLPattern-like: `/:locale/offices/:slug/page/:number`. */
  readonly path: string;
  readonly answer: (visit: Visit) => Promise<Answer | null>;
  /** Takes POST too, with a form of at most 64 KB (`application/x-www-form-urlencoded`). */
  readonly takesForms?: true;
  /** Scripts of other sites may ask: OPTIONS is answered. The route's own answers name who may read them. */
  readonly isForOtherSites?: true;
}

/** Turns what went wrong into a page in the reader's language. `null` from a route becomes status 404. */
export interface ProblemPages {
  problem(order: {
    readonly status: 400 | 404 | 405 | 410 | 414 | 431 | 500 | 503;
    readonly path: string;
    readonly acceptLanguage: string;
    readonly requestId: string;
  }): Promise<{
    readonly body: string;
    readonly type: string;
    /** Further headers, names in lower case. */
    readonly headers?: Readonly<Record<string, string>>;
  }>;
}

/** What every surface is given besides the published half. */
export interface SurfaceSettings {
  /** Public origin without a slash at the end: `https://news.example.org`. Canonical links and feed ids begin with it. */
  readonly origin: string;
  readonly clock: Clock;
  readonly defaultLocale?: Locale;
}
