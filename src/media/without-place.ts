import { crc32, inflateSync } from 'node:zlib';
import ExifReader from 'exifreader';
import { Fault } from '../platform/faults.ts';

/**
 * Takes out of a picture where it was taken, and changes no pixel and no other word. A picture that does not say it comes
 * back as the very same bytes.
 *
 * Places stand in EXIF (a table of their own) and in XMP (properties whose names hold GPS, Latitude or Longitude). Both are
 * overwritten where they stand, wherever in the file that is, so the containers need not be understood. Only a PNG may have
 * them compressed or in hexadecimal: such a piece goes whole.
 *
 * @throws Fault MEDIA_REFUSED when a place is left.
 */
export function withoutPlace(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const isBlanked = blankPlaces(copy);
  const pieces = isPng(copy) ? piecesWithoutPlace(copy) : null;
  const clean = pieces === null ? copy : Buffer.concat(pieces);
  if (hasPlace(clean)) {
    const problem = 'it says where it was taken, in a way that cannot be taken out. Save it without its location.';
    throw new Fault('MEDIA_REFUSED', { problem });
  }
  return isBlanked || clean.length < bytes.length ? clean : bytes;
}

function blankPlaces(bytes: Buffer): boolean {
  return [...blankExif(bytes), ...blankXmp(bytes)].length > 0;
}

const GPS_TABLE = 0x8825;
const ENTRY_BYTES = 12;
/** A table of EXIF has some dozens of entries; more is no table. */
const MOST_ENTRIES = 400;

/** As many blocks of EXIF as are looked at: a picture has one, and one for each further picture in it. */
const MOST_BLOCKS = 64;

/** Bytes of one value of each type of EXIF (TIFF 6.0, section 2). */
const valueBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Every block of EXIF in the file: a TIFF of its own, its places counted from its beginning. */
function blankExif(bytes: Buffer): number[] {
  return startsOf(bytes, ['II*\0', 'MM\0*'])
    .slice(0, MOST_BLOCKS)
    .filter((start) => {
      const block = reader(bytes, start);
      return tablesOf(block)
        .map((table) => blankTables(block, table))
        .some(Boolean);
    });
}

function startsOf(bytes: Buffer, marks: readonly string[]): number[] {
  const found: number[] = [];
  for (const mark of marks) {
    for (let at = bytes.indexOf(mark, 0, 'latin1'); at !== -1; at = bytes.indexOf(mark, at + 1, 'latin1'))
      found.push(at);
  }
  return found;
}

type Block = ReturnType<typeof reader>;

/** Outside of the file it reads zeros and writes nothing: a picture may claim anything. */
function reader(bytes: Buffer, start: number) {
  const isLittle = bytes[start] === 0x49;
  const isInside = (at: number, count: number) => at >= 0 && start + at + count <= bytes.length;
  return {
    short(at: number): number {
      if (!isInside(at, 2)) return 0;
      return isLittle ? bytes.readUInt16LE(start + at) : bytes.readUInt16BE(start + at);
    },
    long(at: number): number {
      if (!isInside(at, 4)) return 0;
      return isLittle ? bytes.readUInt32LE(start + at) : bytes.readUInt32BE(start + at);
    },
    blank: (at: number, count: number) => void (isInside(at, count) && bytes.fill(0, start + at, start + at + count)),
  };
}

/** Where its tables begin: they are chained, at most a few. */
function tablesOf(block: Block): number[] {
  const tables: number[] = [];
  for (let at = block.long(4); at >= 8 && tables.length < 16 && !tables.includes(at); ) {
    const count = block.short(at);
    if (count === 0 || count > MOST_ENTRIES) break;
    tables.push(at);
    at = block.long(at + 2 + count * ENTRY_BYTES);
  }
  return tables;
}

function blankTables(block: Block, table: number): boolean {
  let isChanged = false;
  for (const entry of entriesOf(block, table)) {
    if (block.short(entry) !== GPS_TABLE) continue;
    const places = block.long(entry + 8);
    for (const place of entriesOf(block, places)) {
      const [type, count] = [block.short(place + 2), block.long(place + 4)];
      const length = (valueBytes[type] ?? 0) * count;
      if (length > 4) block.blank(block.long(place + 8), length);
      block.blank(place, ENTRY_BYTES);
      isChanged = true;
    }
    // A table of nothing, which every reader takes for what it is.
    block.blank(places, 2);
  }
  return isChanged;
}

function entriesOf(block: Block, table: number): number[] {
  const count = block.short(table);
  if (table < 8 || count > MOST_ENTRIES) return [];
  return Array.from({ length: count }, (_, index) => table + 2 + index * ENTRY_BYTES);
}

/**
 * As attribute and as element; what stands between is words in UTF-8, which end at a quote or a bracket. Every part is
 * bounded: a file of 40 MB may be made to be slow.
 */
const xmpPlaces =
  /(?<![\w-])[\w-]{1,40}:(?:\w{0,40}gps\w{0,40}|\w{0,40}latitude|\w{0,40}longitude)(?:\s{0,9}=\s{0,9}(?:"[^"<]{0,199}"|'[^'<]{0,199}')|>[^<]{0,199}<)/gi;

function blankXmp(bytes: Buffer): number[] {
  if (startsOf(bytes, ['<x:xmpmeta', '<rdf:RDF']).length === 0) return [];
  const found = [...bytes.toString('latin1').matchAll(xmpPlaces)].filter(([place]) => /\d/.test(valueIn(place)));
  for (const { index, 0: place } of found) {
    const value = valueIn(place);
    bytes.fill(' ', index + place.length - 1 - value.length, index + place.length - 1);
  }
  return found.map(({ index }) => index);
}

function valueIn(place: string): string {
  return /(?:["'>])([^"'<>]*)["'<]$/.exec(place)?.[1] ?? '';
}

function isPng(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n';
}

/** The pieces of a PNG with their checksums, which have changed with what was overwritten. */
function piecesWithoutPlace(bytes: Buffer): Buffer[] {
  const pieces = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    const isText = /^(?:zTXt|iTXt|tEXt)$/.test(type);
    if (isText || type === 'eXIf') bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), end);
    const hidden = isText ? hiddenIn(type, bytes.subarray(at + 8, end)) : null;
    if (hidden === null || !blankPlaces(hidden)) pieces.push(bytes.subarray(at, end + 4));
    at = end + 4;
  }
  return [...pieces, bytes.subarray(at)];
}

/** What a text of a PNG holds behind compression or hexadecimal digits; null when it holds nothing so. */
function hiddenIn(type: string, piece: Buffer): Buffer | null {
  const name = piece.indexOf(0);
  if (name === -1) return null;
  const isZipped = type === 'zTXt' || (type === 'iTXt' && piece[name + 1] === 1);
  const isDigits = piece.toString('latin1', 0, name).startsWith('Raw profile type');
  if (!isZipped && !isDigits) return null;
  // Behind the name: the method, or (iTXt) a flag, the method, a language and the name in it.
  const method = name + 1;
  const words = piece.indexOf(0, piece.indexOf(0, method + 2) + 1) + 1;
  const content = unzipped(piece.subarray(type === 'iTXt' ? words : type === 'zTXt' ? method + 1 : method), isZipped);
  if (!isDigits) return content;
  return Buffer.from(
    content
      .toString('latin1')
      .replace(/^\s*\w+\s+\d+/, '')
      .replace(/\s+/g, ''),
    'hex',
  );
}

/** In bytes. Metadata are not larger; a bomb is. */
const MOST_UNZIPPED = 4_000_000;

function unzipped(bytes: Buffer, isZipped: boolean): Buffer {
  if (!isZipped) return bytes;
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_UNZIPPED });
  } catch (cause) {
    const problem = 'a text in it cannot be read, or is far too long. Save it anew and try again.';
    throw new Fault('MEDIA_REFUSED', { problem }, { cause });
  }
}

/** Asks another reader than the one that took it out. */
function hasPlace(bytes: Buffer): boolean {
  try {
    const { gps = {}, xmp = {} } = ExifReader.load(bytes, { expanded: true });
    const words = Object.entries(xmp).filter(([name]) => /gps|latitude|longitude/i.test(name));
    return Object.keys(gps).length > 0 || words.some(([, tag]) => /\d/.test(JSON.stringify(tag)));
  } catch {
    // What cannot be read says nothing; whether it is a picture is looked at next.
    return false;
  }
}
