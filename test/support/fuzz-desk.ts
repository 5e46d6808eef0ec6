import fc from 'fast-check';
import type { AnswerOf, CallName } from '../../src/desk/contract.ts';
import { type Known, mangled, type Orders, ordersFor } from './desk-orders.ts';
import { type AtDesk, castAt, type OpenDesk, openDesk } from './open-desk.ts';
import type { OpenForReaders } from './open-for-readers.ts';

/** The desk with people of every role and texts in every state, to be asked anything. */
export interface BusyDesk {
  readonly desk: OpenDesk;
  /** By what they are; the stranger has no account. */
  readonly seats: Readonly<Record<string, AtDesk>>;
  readonly known: Known;
  readonly orders: Orders;
  /** Sends an order as it is, wherever the request seems to come from. */
  send(seat: AtDesk, name: CallName, order: unknown): Promise<Heard>;
}

export interface Heard {
  readonly name: string;
  readonly status: number;
  readonly body: string;
}

const content = {
  ...{ kicker: '', headline: 'The ferry sails at noon', summary: 'Daily from March.', place: 'Calder' },
  ...{ body: '<p>The port says the ferry sails at noon.</p>', notes: '', pictures: [] },
};

export async function openBusyDesk(open: OpenForReaders): Promise<BusyDesk> {
  const locales = ['en', 'fr'].map((locale) => ({ locale, scope: 'any' as const }));
  const names = { en: 'Port of Calder' };
  const zone = { introductions: {}, timeZone: 'Europe/London' };
  const office = { names, countries: ['GB'], locales: ['en', 'fr'], ...zone };
  await open.newsroom.setUpOrganisation({ names, locales, defaultLocale: 'en', ...zone });
  await open.newsroom.setUpOffice({ code: 'PORT', slug: 'port', ...office });
  await open.newsroom.setUpOffice({ code: 'CO-BRUGES', slug: 'bruges', ...office });
  const desk = await openDesk(open);
  const { administrator, ...cast } = await castAt(desk, open.newsroom, {
    ...{ Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'], Otto: ['office-administrator'], Nell: [] },
    Wen: ['writer', 'editor', 'publisher'],
  });
  const { Mara, Tomas, Ines } = cast as Record<'Mara' | 'Tomas' | 'Ines', AtDesk>;
  const releases: string[] = [];
  for (const until of ['draft', 'submitted', 'approved', 'scheduled', 'published', 'withdrawn', 'corrected']) {
    releases.push(await broughtTo(until, { Mara, Tomas, Ines }));
  }
  const people = (await administrator.done('GET /desk/api/people', {})).people.map(({ id }) => id);
  const first = { release: releases[0] ?? '', locale: 'en' };
  const { id: preview } = await Mara.done('POST /desk/api/previews', { ...first, days: 2 });
  const known = { releases, people, pictures: [], previews: [preview] };
  const seats = { administrator, ...cast, stranger: desk.sit() };
  return { desk, seats, known, orders: ordersFor(known), send };
}

type Writers = Record<'Mara' | 'Tomas' | 'Ines', AtDesk>;

async function broughtTo(until: string, { Mara, Tomas, Ines }: Writers): Promise<string> {
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const named = { release, locale: 'en' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...named, revision: 1, content, slug: null });
  const text = { ...named, revision };
  if (until === 'draft') return release;
  await Mara.done('POST /desk/api/draft/submit', { ...text, overrides: [] });
  if (until === 'submitted') return release;
  await Tomas.done('POST /desk/api/draft/approve', text);
  if (until === 'approved') return release;
  const at = { local: '2026-12-24T13:00', timeZone: 'Europe/London', choice: null };
  if (until === 'scheduled') await Ines.done('POST /desk/api/draft/schedule', { ...text, ...at });
  else await Ines.done('POST /desk/api/draft/publish', { ...text, forced: null });
  if (until === 'withdrawn') await Ines.done('POST /desk/api/text/withdraw', { ...named, publicReason: 'Twice here.' });
  const change = { kind: 'correction' as const, note: 'It sails at one.', isMajor: true };
  if (until === 'corrected') await Ines.done('POST /desk/api/draft/correct', { ...named, change });
  return release;
}

let asked = 0;

/** Each request from another address: what one address may ask in a minute is another test's. */
async function send(seat: AtDesk, name: CallName, order: unknown): Promise<Heard> {
  asked += 1;
  const [method = '', path = ''] = name.split(' ');
  const headers = { 'x-forwarded-for': `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` };
  const isForm = method === 'GET';
  const answer = isForm
    ? await seat.send(`${path}?${queryOf(order)}`, { headers })
    : await seat.send(path, {
        method,
        body: JSON.stringify(order) ?? '',
        headers: { ...headers, 'content-type': 'application/json' },
      });
  return { name, status: answer.status, body: await answer.text() };
}

function queryOf(order: unknown): string {
  const fields: [string, unknown][] =
    typeof order === 'object' && order !== null ? Object.entries(order) : [['order', order]];
  const query = new URLSearchParams(fields.map(([key, value]) => [key, text(value)]));
  // What is longer is refused before the desk hears of it.
  return String(query).slice(0, 12_000);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** What is wrong with an answer of a call; null: it is one that the contract knows. */
export function wrongWith({ status, body }: Pick<Heard, 'status' | 'body'>): string | null {
  const read = (() => {
    try {
      return JSON.parse(body) as Record<string, unknown>;
    } catch {
      return null;
    }
  })();
  if (read === null) return 'it is no JSON';
  if (status === 200) return null;
  if (status === 409) {
    const { refusals } = read as { refusals?: { reason?: unknown }[] };
    const isTold = Array.isArray(refusals) && refusals.length > 0;
    return isTold && refusals.every(({ reason }) => typeof reason === 'string') ? null : 'it refuses without a reason';
  }
  if (![400, 401, 403, 404, 413, 415, 426, 429].includes(status)) return 'it has a status that no call has';
  const { code, message } = read;
  if (typeof code !== 'string' || typeof message !== 'string') return 'it does not say what is wrong';
  // What was sent may stand in it, whatever that was.
  const ours = message.replace(/“.*”/s, '“…”');
  return /[.!]$/.test(ours) && !/\{[a-z]+\}|\n\s+at |undefined/.test(ours) ? null : 'its message is no sentence';
}

/** One call after the other with something wrong in it, by whoever it may be. */
export async function sendMangled({ seats, orders, send }: BusyDesk, runs: number): Promise<void> {
  const order = fc
    .constantFrom(...(Object.keys(orders) as CallName[]))
    .chain((name) => mangled(orders[name]).map((sent) => ({ name, sent })));
  const seat = fc.constantFrom(...Object.keys(seats));
  await fc.assert(
    fc.asyncProperty(seat, order, async (who, { name, sent }) => {
      // Signs out, or has its password tried: whoever sits there is needed again.
      const isSpared = /sign-out|password|recovery|sign-in$|totp/.test(name);
      const at = seats[isSpared ? 'stranger' : who] as AtDesk;
      expectWell(await send(at, name, sent), sent);
    }),
    { numRuns: runs, seed: 20_261_124 },
  );
}

/** Well-formed orders in any order by anybody. The revision is the one there is, three times out of four. */
export async function sendAnything({ seats, orders, send }: BusyDesk, runs: number): Promise<void> {
  const order = fc
    .constantFrom(...(Object.keys(orders) as CallName[]).filter((name) => !/sign-out|password/.test(name)))
    .chain((name) => fc.record({ name: fc.constant(name), sent: orders[name] as fc.Arbitrary<object> }));
  const step = fc.tuple(fc.constantFrom(...Object.keys(seats)), order, fc.nat(3));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15, size: 'max' }), async (steps) => {
      for (const [who, { name, sent }, odds] of steps) {
        const isSpared = /recovery|totp|sign-in$/.test(name);
        const at = seats[isSpared ? 'stranger' : who] as AtDesk;
        const now = odds === 0 ? sent : { ...sent, ...(await revisionNow(seats['administrator'] as AtDesk, sent)) };
        expectWell(await send(at, name, now), now);
      }
    }),
    { numRuns: runs, seed: 20_261_124 },
  );
}

async function revisionNow(seat: AtDesk, sent: object): Promise<{ revision?: number }> {
  if (!('revision' in sent && 'release' in sent && 'locale' in sent)) return {};
  const { status, answer } = await seat.ask('GET /desk/api/release', { release: String(sent.release) });
  if (status !== 200) return {};
  const { drafts } = answer as AnswerOf<'GET /desk/api/release'>;
  const revision = drafts.find((draft) => draft.locale === sent.locale)?.revision;
  return revision === undefined ? {} : { revision };
}

function expectWell(heard: Heard, sent: unknown): void {
  const wrong = wrongWith(heard);
  if (wrong === null) return;
  const order = (JSON.stringify(sent) ?? '').slice(0, 300);
  throw new TypeError(`${heard.name} ${order} was answered ${heard.status} ${heard.body.slice(0, 400)}: ${wrong}`);
}
