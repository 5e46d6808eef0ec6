import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { ArchiveLine } from '../src/transfer/archive-line.ts';
import { writeLine } from '../src/transfer/archive-line.ts';
import { type Draw, drawFrom } from './draw.ts';
import { institutionLines, languages, offices, topics } from './institution.ts';
import { wordsIn } from './words.ts';

const FIRST_DAY = Date.UTC(1999, 0, 4, 8);
const LAST_DAY = Date.UTC(2025, 11, 30, 8);
const types = ['press-release', 'press-release', 'press-release', 'news', 'statement', 'notice'] as const;

/**
 * Writes an archive of that many releases in the interchange format, the same every time: 27 years, oldest first. About one
 * release in five is translated, so there are more texts.
 *
 * @returns how many texts.
 */
export async function writeArchive(file: string, releases: number): Promise<number> {
  const stream = createWriteStream(file);
  const draw = drawFrom(27);
  let texts = 0;
  let block = '';
  const put = (line: ArchiveLine) => {
    block += `${writeLine(line)}\n`;
  };

  for (const line of institutionLines()) put(line);
  for (let number = 0; number < releases; number += 1) {
    for (const line of textsOf(number, FIRST_DAY + ((LAST_DAY - FIRST_DAY) * number) / releases, draw)) {
      put(line);
      texts += 1;
    }
    if (block.length < 1_000_000) continue;
    if (!stream.write(block)) await once(stream, 'drain');
    block = '';
  }
  stream.end(block);
  await once(stream, 'finish');
  return texts;
}

type Edition = Extract<ArchiveLine, { kind: 'edition' }>;

function textsOf(number: number, time: number, draw: Draw): Edition[] {
  const office = draw.one(offices);
  const release: Edition['release'] = {
    id: idOf(number),
    office: office.code,
    type: draw.one(types),
    countries: [draw.chance(0.8) ? draw.one(office.countries) : draw.one(draw.one(offices).countries)],
    topics: [draw.one(topics).code],
    organisationWide: draw.chance(0.03),
    reference: null,
    origin: 'imported',
  };
  const at = new Date(Math.floor(time / 1000) * 1000).toISOString();
  const original = draw.one(office.locales);
  const translations = draw.chance(0.2) ? languages.filter((one) => one !== original && draw.chance(0.25)) : [];
  return [original, ...translations].map((locale, place) => ({
    kind: 'edition',
    release,
    locale,
    slug: null,
    at,
    kicker: draw.chance(0.3) ? wordsIn(locale, draw, 12) : null,
    headline: wordsIn(locale, draw, draw.between(60, 112)),
    summary: wordsIn(locale, draw, draw.between(170, 230)),
    place: draw.chance(0.5) ? wordsIn(locale, draw, 6) : null,
    body: bodyIn(locale, draw),
    notes: null,
    pictures: [],
    change: null,
    translatedFrom: place === 0 ? null : { locale: original, edition: 1 },
    legacyPaths: draw.chance(0.5) ? [`/old/${number}-${locale}.htm`] : [],
  }));
}

/** 1,500 to 3,000 bytes of HTML. */
function bodyIn(locale: string, draw: Draw): string {
  const length = draw.between(1_450, 2_900);
  let body = '';
  while (body.length < length) body += `<p>${wordsIn(locale, draw, Math.min(480, length - body.length))}.</p>`;
  return body;
}

/** A UUIDv7 of the release's place in the archive. */
function idOf(number: number): string {
  return `0190${(0xabcd).toString(16)}-${number.toString(16).padStart(8, '0').slice(0, 4)}-7${number.toString(16).padStart(8, '0').slice(4, 7)}-8${number.toString(16).slice(-1).padStart(3, '0')}-${(number * 7919).toString(16).padStart(12, '0')}`;
}
