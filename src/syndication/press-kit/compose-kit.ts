import { hash } from 'node:crypto';
import type { CivilDay } from '../../platform/instant.ts';
import { fileExtension } from '../../published/file-extension.ts';
import type { KeptBytes } from '../../published/published-release.ts';
import { fileKey } from '../file-key.ts';
import { kitPageOf } from './kit-page.ts';
import { kitPicture } from './kit-picture.ts';
import { type KitOrder, kitWords } from './kit-words.ts';
import { plainTextOf } from './plain-text.ts';

/** The pictures as they came in, for who reads them on. */
export interface Originals {
  /** How many bytes there are to read; null where it is not here, or is known to be no longer what it was. */
  bytesKept(hash: string): Promise<number | null>;
}

/** A file of a kit: words, or an original that is read when its turn comes. */
export type KitFile =
  | { readonly name: string; readonly words: Buffer }
  | { readonly name: string; readonly original: KeptBytes };

export interface Kit {
  /** Of the file that holds it, without an end. */
  readonly key: string;
  readonly day: CivilDay;
  readonly files: readonly KitFile[];
  /** Names these bytes and no others. */
  readonly tag: string;
}

/** In bytes. A hundred pictures of 40 MB would be four times as much: the notes beside the others say where they are. */
const MOST_BYTES = 1_000_000_000;

/**
 * All that somebody takes who writes about a release: the text twice, and each picture with its note. The same for the same
 * edition, each time. No word of the text is part of a name, so names are safe on every system.
 */
export async function composeKit(order: KitOrder, originals: Originals): Promise<Kit> {
  const { text, isOfEdition, origin } = order;
  const { locale } = text;
  const key = fileKey(text, isOfEdition);
  const words = kitWords(order);
  const given = await givenOf(text.pictures, originals);
  const pictures = text.pictures.map((picture, place) => {
    const number = place + 1;
    const file = given[place] === true ? `${key}-${number}.${fileExtension(picture.asset.kept?.mediaType)}` : null;
    return kitPicture({ picture, number, file, locale, origin });
  });
  const within = (name: string) => `${key}/${name}`;
  const files: KitFile[] = [
    { name: within(`${key}.txt`), words: Buffer.from(plainTextOf(words)) },
    { name: within(`${key}.html`), words: Buffer.from(kitPageOf(words, pictures)) },
    ...pictures.flatMap(({ number, note, file, kept }): KitFile[] => [
      ...(file === null || kept === null ? [] : [{ name: within(file), original: kept }]),
      { name: within(`${key}-${number}.txt`), words: Buffer.from(`${note}\n`) },
    ]),
  ];
  return { key, day: text.published.day, files, tag: tagOf(files) };
}

/** Which originals there are room for, and which are here whole. */
async function givenOf(pictures: KitOrder['text']['pictures'], originals: Originals): Promise<boolean[]> {
  const given: boolean[] = [];
  let bytes = 0;
  for (const { asset } of pictures) {
    const { kept } = asset;
    const isHere = kept !== null && (await originals.bytesKept(kept.hash)) === kept.bytes;
    const isGiven = isHere && bytes + kept.bytes <= MOST_BYTES;
    if (isGiven) bytes += kept.bytes;
    given.push(isGiven);
  }
  return given;
}

function tagOf(files: readonly KitFile[]): string {
  const named = files.map((file) =>
    'words' in file ? [file.name, hash('sha256', file.words)] : [file.name, file.original.hash],
  );
  return hash('sha256', JSON.stringify([FORM, named]), 'base64url').slice(0, 22);
}

/** Grows when the same files are put together otherwise. */
const FORM = 1;
