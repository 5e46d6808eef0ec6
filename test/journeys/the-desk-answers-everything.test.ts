import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BusyDesk, openBusyDesk, sendAnything, sendMangled, wrongWith } from '../support/fuzz-desk.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import type { AtDesk } from '../support/open-desk.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';

let open: OpenForReaders;
let busy: BusyDesk;
let Mara: AtDesk;

beforeAll(async () => {
  open = await openForReaders();
  busy = await openBusyDesk(open);
  Mara = busy.seats['Mara'] as AtDesk;
});
afterAll(async () => {
  await busy?.desk.close();
  await open?.close();
});

const json = { 'content-type': 'application/json' };
const work = '/desk/api/work';
const check = '/desk/api/draft/check';

async function heard(answer: Promise<Response>): Promise<{ status: number; wrong: string | null }> {
  const { status, body } = await answer.then(async (one) => ({ status: one.status, body: await one.text() }));
  return { status, wrong: wrongWith({ status, body }) };
}

describe('a call of the desk', () => {
  test('with something wrong in its order is refused in a sentence, whoever sends it', async () => {
    await sendMangled(busy, 2_500);
  });

  test('that is well formed is done or refused with reasons, in whatever order people act', async () => {
    await sendAnything(busy, 120);
    expect((await open.get('/en')).status).toBe(200);
  });

  test.each([
    ['no JSON', '{"text":', 400],
    ['nothing', '', 400],
    ['JSON that sets a prototype', '{"__proto__":{"isAdmin":true}}', 400],
    ['half a character', '"\\ud800"', 400],
    ['a list', '[]', 400],
    ['a number', '7', 400],
    ['five million letters', `"${'x'.repeat(5_000_000)}"`, 413],
    ['a hundred thousand brackets', '['.repeat(100_000), 400],
    ['as many that are closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
  ])('whose body is %s is refused', async (_, body, status) => {
    expect(await heard(Mara.send(check, { method: 'POST', body, headers: json }))).toEqual({ status, wrong: null });
  });

  test.each([
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'x',
    '/;=',
    '',
  ])('that says it is “%s” is refused', async (type) => {
    const sent = { method: 'POST', body: '{}', headers: { 'content-type': type } };
    const { status, wrong } = await heard(Mara.send(check, sent));
    expect([400, 415]).toContain(status);
    expect(wrong).toBeNull();
  });

  test('whose body is a picture is no order', async () => {
    const sent = { method: 'POST', body: Buffer.from([0xff, 0xd8, 0xff]), headers: { 'content-type': 'image/jpeg' } };
    expect(await heard(Mara.send(check, sent))).toEqual({ status: 400, wrong: null });
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'QUERY'])(
    'by %s is not there',
    async (method) => {
      const { status } = await Mara.send(work, { method });
      expect([400, 404]).toContain(status);
    },
  );

  test('of a page that is older than the server is told so, and of a page of this build is not', async () => {
    const order = { text: { kicker: '' }, locale: 'en' };
    const from = (build: string) =>
      heard(
        Mara.send(check, {
          method: 'POST',
          body: JSON.stringify(order),
          headers: { ...json, 'x-dateline-build': build },
        }),
      );
    expect(await from('of-last-year')).toEqual({ status: 426, wrong: null });
    const { build } = await Mara.done('GET /desk/api/me', {});
    expect((await from(build)).status).toBe(400);
  });
});

describe('a picture that is sent', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'image/jpeg'],
    ['the beginning of one', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a page', Buffer.from('<script>alert(1)</script>'), 'application/octet-stream'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'image/svg+xml',
    ],
    ['an order', Buffer.from('{}'), 'application/json'],
    ['noise', Buffer.alloc(3_000, 'noise'), 'image/png'],
  ])('and is %s is refused', async (_, bytes, type) => {
    const names = ['quay.jpg', '%', '%00', '%E0%A4%A', '../../etc/passwd', 'x'.repeat(5_000), ''];
    for (const name of names) {
      const { status, wrong } = await heard(
        Mara.post('/desk/api/pictures', bytes, { 'content-type': type, 'x-file-name': name }),
      );
      expect([name, status, wrong]).toEqual([name, 400, null]);
    }
  });

  test('and is larger than any is refused', async () => {
    const bytes = Buffer.alloc(43_000_000);
    const { status, wrong } = await heard(Mara.post('/desk/api/pictures', bytes, { 'content-type': 'image/jpeg' }));
    expect([status, wrong]).toEqual([413, null]);
  });
});

describe('an address below /desk', () => {
  const odd = [
    '/desk/api',
    '/desk/api/',
    '/desk/api/nothing',
    '/desk/api/health/',
    '/desk//api/health',
    '/desk/api/../api/health',
    '/desk/preview/x/y',
    '/desk/preview/%00/en',
    '/desk/preview/%2e%2e/en',
    '/desk/shared/',
    '/desk/shared/%00',
    '/desk/shared/none',
    '/desk/shared/none/media/x/original',
    '/desk/media/x/640.webp',
    '/desk/media/%00/original',
    `/desk/media/${'0'.repeat(64)}/original`,
    `/desk/media/${'0'.repeat(64)}/640.webp`,
    '/desk/assets/../../etc/passwd',
    '/desk/assets/%2e%2e%2fbuild.json',
    '/desk/assets/%00.js',
    '/desk/assets/x.js',
    '/desk/oidc/begin',
    '/desk/oidc/return?code=x',
    '/desk/%',
    '/desk/%zz',
    '/desk/%E0%A4%A',
    '/desk/%c0%ae',
    '/desk/api/%',
    '/desk/preview/%ff/%ff',
    '/desk?%',
    '/desk/;',
    '/desk/*',
    `/desk/${'x'.repeat(10_000)}`,
    `/desk/preview/${'x'.repeat(2_000)}/en`,
    `/desk/shared/${'x'.repeat(8_000)}`,
    `/desk/api/work?${'x=1&'.repeat(2_000)}`,
    '/desk/api/releases?office=PORT&office=PORT',
    '/desk/api/releases?search[]=x',
    '/desk/api/releases?__proto__=x',
    '/desk/api/release?release[toString]=1',
    '/desk/api/audit?before=1e999',
    '/desk/api/audit?before=9e15',
  ]; // prettier-ignore

  test('is there or not, and never fails', async () => {
    const hostile = hostileTexts.flatMap((text) => {
      const escaped = encodeURIComponent(text.toWellFormed());
      return ['/desk/', '/desk/preview/', '/desk/shared/', '/desk/api/releases?search='].map((path) => path + escaped);
    });
    for (const path of [...odd, ...hostile]) {
      for (const seat of [Mara, busy.seats['stranger'] as AtDesk]) {
        const { status } = await seat.get(path);
        expect([path, status < 500]).toEqual([path, true]);
      }
    }
  });

  test('written as no browser writes it is answered too', async () => {
    const { hostname, port } = new URL(busy.desk.address);
    const raw = (line: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`),
        );
        let said = '';
        socket.setTimeout(5_000, () => reject(new TypeError(`${line} hangs`)));
        socket.on('data', (bytes) => {
          said += bytes;
        });
        socket.on('close', () => resolve(said));
        socket.on('error', () => resolve(said));
      });
    const lines = [
      'GET /desk/../desk/api/work HTTP/1.1',
      'GET //desk/api/work HTTP/1.1',
      'GET http://elsewhere.example/desk/api/work HTTP/1.1',
      'GET /desk/api/work#x HTTP/1.1',
      'GET /desk\\api\\work HTTP/1.1',
      'GET /desk/\u00ff HTTP/1.1',
      'TRACE /desk HTTP/1.1',
      'CONNECT /desk HTTP/1.1',
      'NONSENSE /desk HTTP/1.1',
      'GET /desk HTTP/9.9',
      'GET  /desk HTTP/1.1',
      'GET /desk/api/work HTTP/1.0',
    ]; // prettier-ignore
    for (const line of lines) {
      const said = await raw(line);
      expect([line, /^HTTP\/1\.1 5/.test(said)]).toEqual([line, false]);
    }
  });
});

describe('a cookie that is broken', () => {
  test.each([
    'x',
    '=',
    ';;;',
    'a=b; __Host-dateline',
    '__Host-dateline=',
    '__Host-dateline=%',
    '__Host-dateline=%E0%A4%A',
    '__Host-dateline="',
    '__Host-dateline=a; __Host-dateline=b',
    '__Host-dateline=__proto__',
    `__Host-dateline=${'x'.repeat(6_000)}`,
    '__proto__=x; constructor=y',
    '__Host-dateline=\u00e9',
  ])('like %s is nobody’s', async (cookie) => {
    expect(await heard(Mara.send(work, { headers: { cookie } }))).toEqual({ status: 401, wrong: null });
  });
});

describe('what another site has a browser send', () => {
  const order = JSON.stringify({ office: 'PORT', type: 'news', original: 'en' });
  const sent = { method: 'POST', body: order };
  test.each([
    ['says so', { 'sec-fetch-site': 'cross-site' }],
    ['comes from a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['was typed', { 'sec-fetch-site': 'none' }],
    ['says what nobody knows', { 'sec-fetch-site': 'Same-Origin' }],
  ])('is refused when it %s', async (_, headers) => {
    for (const type of ['application/json', 'text/plain', 'image/jpeg']) {
      for (const path of ['/desk/api/releases', '/desk/api/pictures', '/desk/api/sign-in', '/desk/api/sign-out']) {
        const answer = await heard(Mara.send(path, { ...sent, headers: { 'content-type': type, ...headers } }));
        expect([path, answer.status, answer.wrong]).toEqual([path, 403, null]);
      }
    }
    expect((await Mara.ask('GET /desk/api/me', {})).status).toBe(200);
  });

  test('is refused by its origin where the browser says no more', async () => {
    const { hostname, port } = new URL(busy.desk.address);
    const cookie = 'x=y';
    for (const origin of [
      'https://elsewhere.example',
      'null',
      `http://${hostname}:1`,
      '',
      'https://newsroom.example.evil',
    ]) {
      const { request } = await import('node:http');
      const status = await new Promise((resolve) => {
        const headers = { ...json, cookie, origin, 'content-length': order.length };
        const asked = request(
          { host: hostname, port, method: 'POST', path: '/desk/api/releases', headers },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        );
        asked.end(order);
      });
      expect([origin, status]).toEqual([origin, 403]);
    }
  });
});
