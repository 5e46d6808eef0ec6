import { CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../platform/faults.ts';
import type { MapProblem, MapRow } from './legacy-map.ts';
import { readFrom } from './read-from.ts';

/** In bytes: about 400,000 rows. */
const MAX_MAP_BYTES = 64 * 1024 * 1024;
const MAX_ROWS = 200_000;

/**
 * Reads a legacy map: CSV in UTF-8 with a header line that names `from` and `to`; commas, semicolons or tabs, as the header
 * has them. Other columns are passed over, and so are empty lines.
 *
 * @throws Fault LEGACY_FILE_INVALID where the file is no such table at all.
 */
export function readMap(bytes: Uint8Array): { rows: MapRow[]; problems: MapProblem[] } {
  if (bytes.length > MAX_MAP_BYTES) throw refused(1, `the file is larger than ${MAX_MAP_BYTES} bytes. Split it.`);
  const [header, ...records] = recordsOf(textOf(bytes));
  const names = (header?.record ?? []).map((name) => name.toLowerCase());
  const [from, to] = [names.indexOf('from'), names.indexOf('to')];
  if (from === -1 || to === -1) throw refused(1, 'the header line must name the columns: from,to.');
  if (records.length > MAX_ROWS) throw refused(1, `there are more than ${MAX_ROWS} rows. Split the file.`);

  const rows: MapRow[] = [];
  const problems: MapProblem[] = [];
  for (const { record, info } of records) {
    const line = info.lines;
    if (record.length !== names.length) {
      const problem = `it has ${record.length} columns, and the header has ${names.length}. Quote a value that has a comma: "…".`;
      problems.push({ line, problem });
      continue;
    }
    const read = readFrom(record[from] ?? '');
    if ('problem' in read) problems.push({ line, problem: read.problem });
    else rows.push({ line, from: read, to: record[to] ?? '' });
  }
  return { rows, problems };
}

interface Read {
  readonly record: readonly string[];
  /** `lines`: the last line of the record. */
  readonly info: { readonly lines: number };
}

function recordsOf(text: string): Read[] {
  const [header = ''] = text.split(/[\r\n]/, 1);
  const delimiter = [',', ';', '\t'].find((one) => header.includes(one)) ?? ',';
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Read[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
    throw new Fault('LEGACY_FILE_INVALID', { line, problem: problemOf(cause) }, { cause });
  }
}

function problemOf(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed. Close it.';
  return 'a quotation mark stands inside a value. Quote the whole value, and double the marks in it: "a ""b"" c".';
}

function textOf(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const nul = text.indexOf('\0');
    if (nul === -1) return text;
    throw refused(text.slice(0, nul).split('\n').length, 'a NUL character. This is not a text file.');
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw refused(1, 'the file is not UTF-8. Save it as CSV in UTF-8, or convert it: iconv -f … -t UTF-8.');
  }
}

function refused(line: number, problem: string): Fault {
  return new Fault('LEGACY_FILE_INVALID', { line, problem });
}
