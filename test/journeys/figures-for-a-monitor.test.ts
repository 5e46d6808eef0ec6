import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';
import { setUpPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
const token = 'a-token-that-only-the-monitor-holds';
const asked = (authorization?: string) =>
  fetch(`${desk.address}/desk/metrics`, { headers: authorization === undefined ? {} : { authorization } });

beforeAll(async () => {
  open = await openForReaders(null, undefined, { metricsToken: token });
  await setUpPort(open, ['en']);
  desk = await openDesk(open);
});
afterAll(async () => {
  await desk.close();
  await open.close();
});

test('a monitoring program reads how late lifts are, with its token', async () => {
  const cast = { Mara: ['writer'], Tomas: ['editor'], Ines: ['publisher'] } as const;
  const { Mara, Tomas, Ines } = (await castAt(desk, open.newsroom, cast)) as Record<keyof typeof cast, AtDesk>;
  const { release } = await Mara.done('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
  const on = { release, locale: 'en' };
  const words = { kicker: '', headline: 'The ferry sails', summary: 'Daily.', place: '', notes: '', pictures: [] };
  const content = { ...words, body: '<p>The port says so.</p>' };
  const { revision } = await Mara.done('POST /desk/api/draft/save', { ...on, revision: 1, slug: null, content });
  await Mara.done('POST /desk/api/draft/submit', { ...on, revision, overrides: [] });
  await Tomas.done('POST /desk/api/draft/approve', { ...on, revision });
  const at = { local: '2026-11-24T13:00', timeZone: 'Europe/London', choice: null };
  await Ines.done('POST /desk/api/draft/schedule', { ...on, revision, ...at });
  open.clock.advanceTo('2026-11-24T13:00:00.075Z');
  await fetch(`${desk.address}/en`);

  const answer = await asked(`Bearer ${token}`);
  expect(answer.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  const lines = (await answer.text()).split('\n');
  for (const line of [
    '# TYPE dateline_lift_delay_seconds histogram',
    'dateline_lift_delay_seconds_bucket{le="0.05"} 0',
    'dateline_lift_delay_seconds_bucket{le="0.1"} 1',
    'dateline_lift_delay_seconds_bucket{le="1.0"} 1',
    'dateline_lift_delay_seconds_bucket{le="+Inf"} 1',
    'dateline_lift_delay_seconds_sum 0.075',
    'dateline_lift_delay_seconds_count 1',
    'dateline_lifts_refused_total 0',
    'dateline_texts_overdue 0',
    'dateline_originals_unsound 0',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
});

test('a monitoring program reads whether the originals are what they were, and when they were last read', async () => {
  const told = async () => (await (await asked(`Bearer ${token}`)).text()).split('\n');
  expect((await told()).filter((line) => line.includes('originals_read'))).toEqual([]);
  open.clock.advanceTo('2026-11-24T14:00:00Z');
  await open.newsroom.originals.readAll({ progress: () => {}, isInterrupted: () => false });
  const lines = await told();
  expect(lines).toContain('# UNIT dateline_originals_read_timestamp_seconds seconds');
  expect(lines).toContain('dateline_originals_read_timestamp_seconds 1795528800');
});

test('nobody else does, and it opens nothing else', async () => {
  for (const wrong of [undefined, 'Bearer wrong', `Basic ${token}`, token, 'Bearer ']) {
    const answer = await asked(wrong);
    expect([wrong, answer.status, answer.headers.get('www-authenticate')]).toEqual([wrong, 401, expect.any(String)]);
    expect(await answer.text()).not.toContain('dateline_');
  }
  const health = await fetch(`${desk.address}/desk/api/health`, { headers: { authorization: `Bearer ${token}` } });
  expect(health.status).toBe(401);
});

test('without a token there is no such address', async () => {
  const other = await openForReaders();
  const plain = await openDesk(other);
  const answer = await fetch(`${plain.address}/desk/metrics`, { headers: { authorization: 'Bearer ' } });
  expect(await answer.text()).not.toContain('dateline_lift');
  await plain.close();
  await other.close();
});
