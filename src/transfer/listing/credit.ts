import { westernDigits } from './date-patterns.ts';

/** Who made a picture, as a list prints it. */
export interface Credit {
  /** The line as it stands. */
  readonly raw: string;
  readonly creator: string | null;
  readonly agency: string | null;
  /** Null where none is printed, or where the one printed cannot be true (see docs/import.md). */
  readonly year: number | null;
}

/** A longer line is a sentence, not a credit. In UTF-16 units. */
export const MAX_CREDIT_LENGTH = 160;

const mark = /^(?:©|\(c\)(?=\s)|ⓒ|&copy;|copyright\s+(?:©|\(c\)))\s*/iu;
const label =
  /^(?:(?:photo(?:graph)?s?|image|picture|illustration|credits?|photo\s?credit|image\s?credit|foto(?:grafie|s)?|fotos?|bild(?:nachweis)?|crédits?(?:\s+photos?)?|photographie|fotografía|crédito|fotografia|crediti|credito|imagem|imagen|immagine|фото(?:графия)?|图片?(?:来源)?|摄影|照片|写真(?:提供)?|撮影|صورة|تصوير|الصورة|зураг|гэрэл зураг)\s*[:：]\s*|photo\s+by\s+|photo\s*(?=©)|фото\s*(?=©))(?:by\s+)?/iu;
const rights =
  /all rights reserved|tous droits réservés|todos los derechos|alle rechte|все права|版权所有|جميع الحقوق|copyright\s+\d{4}/iu;

/** The line is the credit of a picture. */
export function isCredit(line: string): boolean {
  if (line.length > MAX_CREDIT_LENGTH || rights.test(line)) return false;
  return mark.test(line) || label.test(line);
}

/** A credit that says who made the picture, and not its mark alone. */
export function isMadeCredit(text: string): boolean {
  if (!isCredit(text)) return false;
  const { creator, agency } = readCredit(text);
  return creator !== null || agency !== null;
}

/** It ends in a mark or word behind which a name has to follow: `© Jonna Vale /`, `Photo: Jonna Vale via`. */
export function isUnfinishedCredit(text: string): boolean {
  return /[/／,&(（]$|\s(?:via|by|for|from|see|under|on|par|pour|sur|von|para|por|für|для)$/iu.test(text);
}

/** The page's own notice of rights: furniture. */
export function isRightsNotice(line: string): boolean {
  return (
    line.length <= MAX_CREDIT_LENGTH &&
    rights.test(line) &&
    /©|\(c\)|copyright|right|droits|derechos|rechte|права|版权|حقوق/iu.test(line)
  );
}

/** Takes a credit apart. `creator` and `agency` are what stands on either side of “/”, “via” or “for”. */
export function readCredit(line: string): Credit {
  const raw = line.trim();
  const bare = raw.replace(label, '').replace(mark, '').replace(label, '').replace(mark, '').trim();
  const { year, names } = takeYear(bare);
  const parts = names
    .split(/\s*[/|／]\s*|\s+(?:via|for|pour|para|für|для)\s+/iu)
    .flatMap((part) => /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(part)?.slice(1, 3) ?? [part])
    .map((part) => part.replace(/^[\s,.;–-]+|[\s,;–-]+$/gu, ''))
    .filter((part) => part !== '');
  return { raw, ...whoIsWho(parts), year };
}

function takeYear(bare: string): { year: number | null; names: string } {
  const found = /(?:^|[\s,(（/])((?:19|20)\d\d)(?=$|[\s,)）./])/u.exec(westernDigits(bare));
  if (found?.[1] === undefined) return { year: null, names: bare };
  const start = found.index + found[0].length - 4;
  const names = `${bare.slice(0, start)} ${bare.slice(start + 4)}`
    .replace(/[(（]\s*[)）]/u, ' ')
    .replace(/[\s,./]+$/u, (end) => (end.startsWith('.') ? '.' : ''));
  return { year: Number(found[1]), names: names.trim() };
}

function whoIsWho(parts: readonly string[]): { creator: string | null; agency: string | null } {
  const [first, ...rest] = parts;
  if (first === undefined) return { creator: null, agency: null };
  if (rest.length === 0) return isAgency(first) ? { creator: null, agency: first } : { creator: first, agency: null };
  if (isAgency(first) && !rest.every(isAgency)) {
    return {
      creator: rest.filter((part) => !isAgency(part)).join(' / '),
      agency: [first, ...rest.filter(isAgency)].join(' / '),
    };
  }
  if (isAgency(first)) return { creator: null, agency: parts.join(' / ') };
  return { creator: first, agency: rest.join(' / ') };
}

const agencies =
  /^(?:reuters|xinhua|imaginechina|tass|magnum|shutterstock|i?stock(?:photo)?|alamy|unsplash|flickr|keystone|bloomberg|kyodo|pixabay|pexels|depositphotos|picture[- ]alliance|belga|lusa|ansa|efe|ritzau|ntb|scanpix|sipa|gamma|corbis|dpa|epa|afp|ap|世界银行|新华社|中新社|法新社|路透社|共同通信社|時事通信社?|рия новости|тасс|монцамэ)$/iu;

/** A name in capitals (AFP, ILO, UN Women), a known agency, or words no person is called by. */
function isAgency(name: string): boolean {
  if (agencies.test(name)) return true;
  if (
    /\b(?:images?|agency|agence|agencia|news|press|presse|photos?|pictures|media|organi[sz]ation|ministry|office|university|foundation|bank|getty|creative commons)\b/iu.test(
      name,
    )
  )
    return true;
  return /^(?:\p{Lu}{2,}[\p{Lu}\d&.-]*)(?:\s+(?:PHOTO|Photo|Women|News|\p{Lu}{2,}))*$/u.test(name);
}
