/**
 * Everything that can go wrong and that nobody at the desk can act on. The code is for programs and for docs/errors.md,
 * the message for a person: what is wrong, then what to do. `{name}` is filled from the detail.
 */
export const faults = {
  INSTANT_INVALID: { status: 400, message: '“{text}” is not a time. Write it like 2026-03-02T09:00:00Z.' },
  DAY_INVALID: { status: 400, message: '“{text}” is not a day. Write it like 2026-03-02.' },
  LOCALE_INVALID: { status: 400, message: '“{text}” is not a language tag. Write one like en, zh-Hans or mn.' },
  TEXT_INVALID: { status: 400, message: '{field}: {problem}' },
  SETTING_INVALID: { status: 500, message: '{setting}: {problem}' },
  COMMAND_INVALID: { status: 500, message: '{problem}' },
  OFFICE_UNKNOWN: {
    status: 404,
    message: 'There is no office {code}. Make it with: bin/dateline office {code} --name en="…" --time-zone …',
  },
  OFFICE_MISSPELT: {
    status: 404,
    message:
      'There is no office {code}. Did you mean {meant}? If not, make it with: bin/dateline office {code} --name en="…" --time-zone …',
  },
  PERSON_UNKNOWN: { status: 404, message: 'There is no such person. Reload the list of people.' },
  TOO_MANY_REQUESTS: {
    status: 429,
    message: 'Too many requests come from your address. Try again in {seconds} seconds.',
  },
  OFFICE_INVALID: { status: 400, message: 'Office {code}: {problem}' },
  ORGANISATION_INVALID: { status: 400, message: 'The organisation: {problem}' },
  RELEASE_REFUSED: { status: 409, message: 'The release was not published: {problem}' },
  DRAFT_NOT_FOUND: { status: 404, message: 'There is no such text here, or it is not for you. Go back to your list.' },
  PICTURE_NOT_FOUND: {
    status: 404,
    message: 'There is no picture {picture}. Choose one from the list, or upload it again.',
  },
  DATABASE_NEWER: {
    status: 500,
    message:
      'The database was made by a newer Dateline (it has {migration}). Install that version, or restore a backup.',
  },
  NEWSROOM_MISSING: {
    status: 500,
    message:
      'There is no newsroom at {place}. Name the right place with --data or --database; serve, office and import make a new one.',
  },
  DATABASE_UNAVAILABLE: { status: 503, message: 'The database cannot be opened: {problem}' },
  SEARCH_BUSY: { status: 503, message: 'Too many people are searching at this moment. Try again in a few seconds.' },
  SEARCH_UNAVAILABLE: {
    status: 503,
    message: 'The search does not answer. Try again in a minute; lists and texts do.',
  },
  DISK_FULL: {
    status: 507,
    message: 'The disk is full. Nothing was half-written. Free some space and run the command again.',
  },
  PORT_TAKEN: {
    status: 500,
    message: 'Port {port} on {host} is in use. Stop what uses it, or choose another with --port.',
  },
  MEDIA_REFUSED: { status: 400, message: 'The picture was refused: {problem}' },
  MEDIA_LOST: { status: 500, message: 'The picture {hash} cannot be shown: {problem}. Restore it from a backup.' },
  ORIGINAL_MISSING: { status: 500, message: 'its original is not in the media folder. Restore it from a backup.' },
  ORIGINAL_DAMAGED: {
    status: 500,
    message: 'its original in the media folder has {found} bytes, not {bytes}. Restore it from a backup.',
  },
  ORIGINAL_ALTERED: {
    status: 500,
    message: 'its original in the media folder is no longer what it was. Restore this file from a backup.',
  },
  ORIGINAL_UNREADABLE: {
    status: 500,
    message:
      'its original in the media folder cannot be read. Look after the disk, and restore this file from a backup.',
  },
  IMPORT_LINE_INVALID: { status: 400, message: 'Line {line}: {problem} Nothing was imported.' },
  IMPORT_STOPPED: {
    status: 409,
    message:
      'Line {line} was refused: {problem}. What came before it is here; mend the line and run the command again.',
  },
  IMPORT_EMPTY: { status: 400, message: 'Nothing to import: {problem}' },
  IMPORT_OTHER_LANGUAGE: {
    status: 400,
    message:
      'None of the texts ({texts}) has a letter that {locale} is written in. Name their language with --locale: what is public in the wrong one stays so.',
  },
  IMPORT_NOT_TEXT: {
    status: 400,
    message: 'Line {line}: this is not text ({problem}). Save the list as plain text, UTF-8, and import that.',
  },
  IMPORT_ENCODING: {
    status: 400,
    message:
      'Line {line}, byte {byte} of the file: {problem}. Say what it was saved in with --encoding: windows-1252 for western languages, windows-1251 for Cyrillic, gb18030 for Chinese, shift_jis for Japanese, windows-1256 for Arabic; or convert it: iconv -f ENCODING -t UTF-8 old.txt > new.txt',
  },
  IMPORT_IS_UTF8: {
    status: 400,
    message: 'The file is UTF-8, and not {encoding}. Leave --encoding out.',
  },
  IMPORT_NUL: {
    status: 400,
    message: 'Line {line}, byte {byte} of the file: a NUL character. Remove it: tr -d "\\000" < old.txt > new.txt',
  },
  IMPORT_LINE_TOO_LONG: {
    status: 400,
    message: 'Line {line} is longer than {limit} bytes. Break it into lines and import again.',
  },
  IMPORT_XML_NOT_TEXT: {
    status: 400,
    message:
      'Line {line}: this is XML ({root}), not the text or HTML of a list page. Save the list page itself, or convert it to ndjson.',
  },
  IMPORT_TRUNCATED: {
    status: 400,
    message: 'Line {line}: the file ends in the middle of a character: it was cut off. Copy the whole file again.',
  },
  IMPORT_ITEM_TOO_LONG: {
    status: 400,
    message:
      'From line {line}, {limit} characters came without another release. Is this a list of releases? Cut the file there.',
  },
  IMPORT_HTML_TOO_LARGE: {
    status: 400,
    message: 'The HTML is larger than {limit} bytes. Split it into several files and import each.',
  },
  LEGACY_FILE_EMPTY: {
    status: 400,
    message: 'No address was found in {file}. Give a list of addresses, a sitemap or an access log.',
  },
  LEGACY_TARGET_LOST: {
    status: 500,
    message: 'leads to {target}, where nothing is any more. Lead it elsewhere, or to “gone”, with bin/dateline legacy.',
  },
  LEGACY_FILE_INVALID: { status: 400, message: 'Line {line}: {problem} Nothing was written.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type FaultCode = keyof typeof faults;
export type FaultDetail = Readonly<Record<string, string | number>>;

/** A failure with a code from the registry above. Logged once, where it is handled. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly detail: FaultDetail;

  constructor(code: FaultCode, detail: FaultDetail = {}, options: { cause?: unknown } = {}) {
    super(fill(faults[code].message, detail), options);
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return faults[this.code].status;
  }
}

function fill(message: string, detail: FaultDetail): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '?'));
}

/** For the end of a switch over a closed union: the compiler reports a case that was forgotten. */
export function unreachable(value: never): never {
  throw new Fault('TEXT_INVALID', { field: 'value', problem: `unexpected ${JSON.stringify(value)}` });
}
