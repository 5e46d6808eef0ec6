import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { option, optional, Problem, type Values } from './option.ts';
import { anyText, oneOf, onOrOff, wholeNumber, wordList } from './readers.ts';

/**
 * The settings of a newsroom, in the order they are explained. Each can be typed (`--port 9000`) or set in the
 * environment (`DATELINE_PORT=9000`); what is typed wins.
 */
export const settingsTable = {
  data: option('DIR', './data', 'Folder of the SQLite database, the pictures and the page files.', folder),
  database: option(
    'DATABASE',
    '{data}/newsroom.sqlite',
    'Path of a SQLite file, or postgres://user:password@host/name of a login that owns the tables.',
    database,
  ),
  databasePublic: optional(
    'DATABASE',
    'PostgreSQL only: postgres://… of a second login, for the public half; it gets no grant on the desk. Without it, the ' +
      'first login takes the role dateline_public.',
    postgres,
  ),
  host: option('ADDRESS', '127.0.0.1', 'Address to listen on; 0.0.0.0 for every network of the machine.', address),
  port: option('N', '8080', 'Port to listen on; 0 takes any that is free.', wholeNumber(0, 65_535)),
  origin: option(
    'URL',
    'http://{host}:{port}',
    'How readers reach the newsroom, without a slash at the end; links in feeds and maps begin with it.',
    origin,
  ),
  trustedProxies: option(
    'ADDRESSES',
    'loopback',
    'Whose word is taken for where a request comes from (X-Forwarded-For): addresses and networks with commas between them; ' +
      'loopback is this machine, none nobody. By that address attempts to sign in and requests to the API are counted, and the log names it.',
    proxies,
  ),
  adminEmail: optional(
    'EMAIL',
    'Whom those may write to who harvest the archive (OAI-PMH); without it, webmaster@ the host of the origin.',
    emailAddress,
  ),
  workers: option(
    'N',
    '1',
    'How many processes answer; more than the machine has cores gains nothing.',
    wholeNumber(1, 64),
  ),
  cacheBytes: option(
    'BYTES',
    '25165824',
    'Bytes of memory in which each process keeps rendered pages, compressed; 0 keeps none.',
    wholeNumber(0, 1_099_511_627_776),
  ),
  pageFiles: option(
    'on|off',
    'off',
    'Also write each rendered page below the data folder, where nginx can serve it by itself (deploy/nginx.conf).',
    onOrOff,
  ),
  apiRate: option(
    'N',
    '120',
    'Requests a minute that the API answers to one address without a key (bin/dateline key makes keys); each process counts for itself.',
    wholeNumber(1, 1_000_000),
  ),
  bulkFiles: option(
    'on|off',
    'on',
    'Make the whole public archive as compressed files below the data folder, for programs (docs/api.md).',
    onOrOff,
  ),
  originalsHours: option(
    'N',
    '24',
    'In how many hours a server reads every original picture again and compares it with its hash; 0: never.',
    wholeNumber(0, 8_784),
  ),
  originalsRate: option(
    'N',
    '4',
    'Megabytes a second that it reads for that at most; where they are too many for the hours, it takes longer.',
    wholeNumber(1, 10_000),
  ),
  oidcIssuer: optional(
    'URL',
    'Address of the organisation’s own sign-in (OpenID Connect) for the desk; https, or http on this machine.',
    issuer,
  ),
  oidcClientId: option('ID', 'dateline', 'What this newsroom is called at that sign-in.', anyText),
  oidcSecretFile: optional(
    'FILE',
    'File that holds the client’s secret and nothing else; without it the newsroom is a public client.',
    secretFile,
  ),
  oidcName: option('NAME', 'your organisation', 'What stands on the button of that sign-in.', anyText),
  metricsTokenFile: optional(
    'FILE',
    'File that holds the token, at least 32 characters, with which a monitoring program reads /desk/metrics; without it ' +
      'there is no such address.',
    tokenFile,
  ),
  logLevel: option(
    'LEVEL',
    'warn',
    'How much is logged, on standard error: info, warn, error or silent. With info, a failed command tells its causes.',
    oneOf(['info', 'warn', 'error', 'silent']),
  ),
} as const;

export type Settings = Values<typeof settingsTable>;
export type SettingName = keyof Settings;

/** What a command needs that reads or writes the newsroom without serving it. */
export const databaseSettings = ['data', 'database', 'databasePublic', 'logLevel'] as const satisfies SettingName[];

/** All of them, for `serve` and `doctor`. */
export const everySetting = Object.keys(settingsTable) as readonly SettingName[];

function address(text: string): string {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);
  if (isName || isIP(text) !== 0) return text;
  throw new Problem(`“${text}” is not an address. Write one like 127.0.0.1, or the name of this machine.`);
}

/** An empty list for `none`. */
function proxies(text: string): readonly string[] {
  const words = wordList(text);
  return words.length === 1 && words[0] === 'none' ? [] : words.map(proxy);
}

function proxy(word: string): string {
  if (word === 'loopback') return word;
  const [, address = '', bits = null] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(word) ?? [];
  const kind = isIP(address);
  const longest = kind === 6 ? 128 : 32;
  if (kind !== 0 && bits !== null && Number(bits) === 0) {
    throw new Problem(
      `“${word}” is everybody: anyone could say that they come from anywhere. Name the proxy’s address.`,
    );
  }
  if (kind !== 0 && Number(bits ?? longest) <= longest) return word;
  throw new Problem(
    `“${word}” is not the address of a proxy. Write one like 10.0.0.5, a network like 10.0.0.0/24, loopback or none.`,
  );
}

function folder(text: string): string {
  return resolve(anyText(text));
}

function database(text: string): string {
  if (isPostgres(text)) return postgres(text);
  if (/^[a-z]{2,}:\/\//i.test(text)) {
    throw new Problem(
      `“${text.slice(0, text.indexOf(':'))}” is not a database Dateline knows. Write a path, or postgres://…`,
    );
  }
  return resolve(anyText(text));
}

/** Else a database is a file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:/.test(database);
}

function postgres(text: string): string {
  // The text may hold a password, so the refusal does not repeat it.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Problem(
      'it is not the address of a PostgreSQL database. Write it like postgres://user:password@host:5432/name.',
    );
  }
  return text;
}

function issuer(text: string): string {
  const isHere = /^http:\/\/(127\.|localhost|\[::1\])/.test(text);
  if (URL.canParse(text) && (text.startsWith('https://') || isHere)) return text;
  throw new Problem(`“${text}” is not the address of a sign-in. Write it like https://login.example.org.`);
}

/** The file is read when the desk is opened; here it must be there. */
function secretFile(text: string): string {
  const path = resolve(anyText(text));
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) return path;
  throw new Problem(`there is no file ${path}. Write the secret into one that only this server can read, and name it.`);
}

function tokenFile(text: string): string {
  const path = secretFile(text);
  if (/^[\x21-\x7e]{32,}$/.test(readFileSync(path, 'utf8').trim())) return path;
  throw new Problem(
    `the token in ${path} is shorter than 32 characters, or holds blanks. Make one: openssl rand -hex 32 > ${path}`,
  );
}

function emailAddress(text: string): string {
  if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)) return text;
  throw new Problem(`“${text}” is not an e-mail address. Write one like archive@example.org.`);
}

function origin(text: string): string {
  if (/^https?:\/\/[^/?#@\s]+$/i.test(text) && URL.canParse(text)) return new URL(text).origin;
  throw new Problem(
    `“${text}” is not an origin. Write it like https://news.example.org, without a path or a slash at the end.`,
  );
}
