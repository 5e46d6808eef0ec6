import type { CallName, OrderOf } from '../../src/desk/contract.ts';

/** A text that somebody asks about, and what belongs to it. */
export interface TextAsked {
  readonly release: string;
  readonly locale: string;
  readonly preview: string;
  readonly remark: string;
}

/** The calls whose order names a release, or a text, a preview or a remark of one. */
export type NamingCall = {
  [Name in CallName]: Extract<keyof OrderOf<Name>, 'release' | 'texts' | 'preview' | 'remark'> extends never
    ? never
    : Name;
}[CallName];

/** An order of each of them, about one text. A new call that names a release has a line here, or this does not compile. */
export function ordersNaming({ release, locale, preview, remark }: TextAsked): { [Name in NamingCall]: OrderOf<Name> } {
  const text = { release, locale };
  const seen = { ...text, revision: 2 };
  const change = { kind: 'correction', note: 'It sails at one.', isMajor: false } as const;
  const facts = { type: 'news', countries: [], topics: [], organisationWide: false };
  const words = { kicker: '', headline: 'Another headline', summary: '', place: '', body: '', notes: '' };
  return {
    'GET /desk/api/release': { release },
    'POST /desk/api/release/facts': { release, ...facts },
    'POST /desk/api/release/limit': { release, people: null },
    'POST /desk/api/release/languages': { release, locale: 'fr', source: locale },
    'POST /desk/api/draft/save': { ...seen, content: { ...words, pictures: [] }, slug: null },
    'GET /desk/api/draft/sittings': text,
    'GET /desk/api/draft/revisions': text,
    'GET /desk/api/draft/revision': seen,
    'POST /desk/api/draft/caught-up': seen,
    'POST /desk/api/draft/submit': { ...seen, overrides: [] },
    'POST /desk/api/drafts/discard': { release, texts: [{ locale, revision: 2 }] },
    'POST /desk/api/drafts/restore': { release, locales: [locale] },
    'POST /desk/api/draft/recall': seen,
    'POST /desk/api/draft/unbundle': text,
    'POST /desk/api/draft/return': { ...seen, reason: 'Look again.' },
    'POST /desk/api/draft/approve': seen,
    'POST /desk/api/draft/schedule': { ...seen, local: '2026-12-01T09:00', timeZone: 'UTC', choice: null },
    'POST /desk/api/draft/hold': text,
    'POST /desk/api/draft/let-go': text,
    'POST /desk/api/draft/unschedule': text,
    'POST /desk/api/draft/publish': { ...seen, forced: 'Now.' },
    'POST /desk/api/draft/correct': { ...text, change },
    'POST /desk/api/draft/change': { ...seen, change },
    'POST /desk/api/release/pin': { release, list: 'organisation' },
    'POST /desk/api/release/unpin': { release, list: 'organisation' },
    'POST /desk/api/text/withdraw': { ...text, publicReason: 'Twice here.' },
    'POST /desk/api/text/retract': { ...text, publicReason: 'Twice here.' },
    'POST /desk/api/text/take-down': { ...text, legalReason: 'A judge said so.' },
    'POST /desk/api/bundles': { name: 'Together', into: null, texts: [text] },
    'POST /desk/api/previews': { ...text, days: 2 },
    'GET /desk/api/previews': text,
    'POST /desk/api/previews/revoke': { preview },
    'GET /desk/api/remarks': text,
    'POST /desk/api/remarks/settle': { remark, answer: 'It is so.' },
    'GET /desk/api/audit': { release },
    'GET /desk/api/audit/lines': { release },
  };
}
