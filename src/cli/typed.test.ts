import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { flag, optional, repeated } from './option.ts';
import { inLocale, localeList, readPairs } from './readers.ts';
import { databaseSettings, everySetting } from './settings.ts';
import { readTyped } from './typed.ts';

const serving = command({ usage: '', operands: null, settings: everySetting, options: {}, run: async () => 0 });

const moving = command({
  usage: 'FILE…',
  operands: { shows: 'FILE', least: 1, most: 2 },
  settings: databaseSettings,
  options: {
    dryRun: flag('Writes nothing.'),
    locales: optional('TAGS', 'Languages.', localeList),
    name: repeated('TAG="…"', 'Its name.', inLocale),
  },
  run: async () => 0,
});

const settingsOf = (words: string[], variables = {}) => readTyped(serving, words, variables).settings;
const refusal = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
};

describe('settings', () => {
  test('stand at their standards when nothing is said', () => {
    expect(settingsOf([])).toEqual({
      trustedProxies: ['loopback'],
      adminEmail: null,
      data: resolve('data'),
      database: resolve('data/newsroom.sqlite'),
      databasePublic: null,
      host: '127.0.0.1',
      port: 8080,
      origin: 'http://127.0.0.1:8080',
      workers: 1,
      cacheBytes: 25_165_824,
      apiRate: 120,
      bulkFiles: true,
      originalsHours: 24,
      originalsRate: 4,
      pageFiles: false,
      oidcIssuer: null,
      oidcClientId: 'dateline',
      oidcSecretFile: null,
      oidcName: 'your organisation',
      metricsTokenFile: null,
      logLevel: 'warn',
    });
  });

  test('follow one another: the database lies in the data folder, the origin names the port', () => {
    const settings = settingsOf(['--data', '/srv/news', '--host', '::1', '--port=9000']);
    expect(settings.database).toBe('/srv/news/newsroom.sqlite');
    expect(settings.origin).toBe('http://[::1]:9000');
    expect(settingsOf(['--port', '80']).origin).toBe('http://127.0.0.1');
  });

  test('come from the environment, and what is typed wins', () => {
    const variables = { DATELINE_PORT: '9001', DATELINE_PAGE_FILES: 'on', DATELINE_WORKERS: '' };
    expect(settingsOf([], variables)).toMatchObject({ port: 9001, pageFiles: true, workers: 1 });
    expect(settingsOf(['--port', '9002'], variables).port).toBe(9002);
  });

  test.each([
    [['--port', '99999'], '--port: “99999” is not a whole number from 0 to 65535. Write one.'],
    [['--port', '80a'], '--port: “80a” is not a whole number from 0 to 65535. Write one.'],
    [['--port'], '--port: a value is missing. Write --port N.'],
    [['--port', '1', '--port', '2'], '--port: it was given more than once. Give it once.'],
    [['--prot', '80'], '--prot: there is no such option here. Did you mean --port?'],
    [['--colour'], '--colour: there is no such option here. Add --help to see the options.'],
    [['-p', '80'], '-p: there is no such option here. Add --help to see the options.'],
    [['--page-files', 'yes'], '--page-files: “yes” is not one of: on, off. Write one of these.'],
    [['--data', ''], '--data: it is empty. Write something behind it.'],
    [
      ['--database', 'mysql://x'],
      '--database: “mysql” is not a database Dateline knows. Write a path, or postgres://…',
    ],
    [
      ['--origin', 'https://news.example.org/'],
      '--origin: “https://news.example.org/” is not an origin. Write it like https://news.example.org, without a path or a slash at the end.',
    ],
    [
      ['--host', '300.1.1.1'],
      '--host: “300.1.1.1” is not an address. Write one like 127.0.0.1, or the name of this machine.',
    ],
    [
      ['--host', 'two words'],
      '--host: “two words” is not an address. Write one like 127.0.0.1, or the name of this machine.',
    ],
    [
      ['--database-public', 'postgres://reader@localhost/news'],
      '--database-public: it is for PostgreSQL, and --database is a SQLite file. Leave it out, or name a PostgreSQL database.',
    ],
    [
      ['--trusted-proxies', 'loopback,10.0.0.0/33'],
      '--trusted-proxies: “10.0.0.0/33” is not the address of a proxy. Write one like 10.0.0.5, a network like 10.0.0.0/24, loopback or none.',
    ],
    [
      ['--trusted-proxies', '::/0'],
      '--trusted-proxies: “::/0” is everybody: anyone could say that they come from anywhere. Name the proxy’s address.',
    ],
    [
      ['--trusted-proxies', '10.0.0.5,,10.0.0.6'],
      '--trusted-proxies: “10.0.0.5,,10.0.0.6” has an empty place. Write words with single commas between them.',
    ],
    [
      ['--trusted-proxies', 'none,10.0.0.5'],
      '--trusted-proxies: “none” is not the address of a proxy. Write one like 10.0.0.5, a network like 10.0.0.0/24, loopback or none.',
    ],
    [['extra'], '“extra” is one word too many. Quote values that have spaces.'],
  ])('%j is refused by name, with what to write instead', (words, message) => {
    expect(refusal(() => settingsOf(words))).toBe(message);
  });

  test('proxies are believed on this machine, where others are named, or nowhere', () => {
    expect(settingsOf([]).trustedProxies).toEqual(['loopback']);
    const named = settingsOf(['--trusted-proxies', 'loopback, 10.0.0.0/24,2001:db8::1']);
    expect(named.trustedProxies).toEqual(['loopback', '10.0.0.0/24', '2001:db8::1']);
    expect(settingsOf(['--trusted-proxies', 'none']).trustedProxies).toEqual([]);
  });

  test('a wrong variable is refused by its own name, a misspelt one too', () => {
    expect(refusal(() => settingsOf([], { DATELINE_PORT: 'x' }))).toMatch(/^DATELINE_PORT: “x” is not a whole number/);
    expect(refusal(() => settingsOf([], { DATELINE_PROT: '80' }))).toBe(
      'DATELINE_PROT: there is no such variable. Did you mean DATELINE_PORT?',
    );
    expect(refusal(() => settingsOf([], { DATELINE_DATABASE_PUBLIC: 'postgres://reader@localhost/news' }))).toMatch(
      /^DATELINE_DATABASE_PUBLIC: it is for PostgreSQL/,
    );
    expect(refusal(() => settingsOf([], { DATELINE_X: '1' }))).toBe(
      'DATELINE_X: there is no such variable. Take it away; --help names those that are.',
    );
    expect(settingsOf([], { DATELINE_PORT_8080_TCP_ADDR: '10.0.0.1' }).port).toBe(8080);
    expect(settingsOf([], { DATELINE_SERVICE_HOST: '10.0.0.1' }).port).toBe(8080);
  });

  test('a refused database address keeps its password to itself', () => {
    expect(refusal(() => settingsOf(['--database', 'postgres:secret']))).not.toContain('secret');
  });
});

describe('a command’s own options', () => {
  test('are read beside its operands, in any order', () => {
    const words = [
      'a.txt',
      '--dry-run',
      '--locales',
      'EN,zh-hans',
      'b.txt',
      '--name',
      'en=Calder',
      '--name',
      'fr=Calder = port',
    ];
    const { operands, options } = readTyped(moving, words, {});
    expect(operands).toEqual(['a.txt', 'b.txt']);
    expect(options).toEqual({
      dryRun: true,
      locales: ['en', 'zh-Hans'],
      name: [
        ['en', 'Calder'],
        ['fr', 'Calder = port'],
      ],
    });
  });

  test('two hyphens alone end the options, so a file may be called --port', () => {
    expect(readTyped(moving, ['--', '--port'], {}).operands).toEqual(['--port']);
  });

  test.each([
    [['a', '--dry-run=yes'], '--dry-run: it takes no value. Write it alone.'],
    [
      ['a', '--locales', 'en,,fr'],
      '--locales: “en,,fr” has an empty place. Write words with single commas between them.',
    ],
    [['a', '--locales', '?'], '--locales: “?” is not a language tag. Write one like en, zh-Hans or mn.'],
    [['a', '--name', 'Calder'], '--name: “Calder” does not say which language it is in. Write it like en="…".'],
    [['a', '--port', '1'], '--port: there is no such option here. Add --help to see the options.'],
    [[], 'FILE is missing. Add --help to see the usage.'],
  ])('%j is refused', (words, message) => {
    expect(refusal(() => readTyped(moving, words, {}))).toBe(message);
  });

  test('a language that is given twice is refused, not overwritten', () => {
    expect(readPairs('--name', [['en', 'Calder']])).toEqual({ en: 'Calder' });
    expect(
      refusal(() =>
        readPairs('--name', [
          ['en', 'a'],
          ['en', 'b'],
        ]),
      ),
    ).toBe('--name: it was given twice in en. Give it once for each language.');
  });
});
