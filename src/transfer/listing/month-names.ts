/**
 * Names and usual abbreviations of the months, without their final point, in the languages whose lists are read. Both
 * Arabic traditions and the Maghreb's; nominative and genitive where a language has both.
 */
const names: readonly (readonly string[])[] = [
  [
    'january jan janvier janv enero ene januar jänner jän gennaio genn gen janeiro январь января янв januari',
    'يناير|كانون الثاني|جانفي|нэгдүгээр',
  ],
  [
    'february feb février fevrier févr fév fev febrero februar feber febbraio febb fevereiro февраль февраля фев февр februari',
    'فبراير|شباط|فيفري|хоёрдугаар',
  ],
  ['march mar mars marzo märz maerz mär mrz março marco март марта мар maart mrt', 'مارس|آذار|اذار|гуравдугаар'],
  ['april apr avril avr abril abr aprile апрель апреля апр', 'أبريل|ابريل|إبريل|نيسان|أفريل|дөрөвдүгээр'],
  ['may mai mayo maggio mag maio май мая mei', 'مايو|أيار|ايار|ماي|тавдугаар'],
  ['june jun juin junio juni giugno giu junho июнь июня июн', 'يونيو|يونيه|حزيران|جوان|зургаадугаар|зургадугаар'],
  [
    'july jul juillet juil julio juli luglio lug julho июль июля июл',
    'يوليو|يوليه|يوليوز|تموز|جويلية|долоодугаар|долдугаар',
  ],
  ['august aug août aout agosto ago август августа авг augustus', 'أغسطس|اغسطس|آب|غشت|أوت|наймдугаар'],
  [
    'september sept sep septembre septiembre setiembre set settembre sett setembro сентябрь сентября сен сент',
    'سبتمبر|أيلول|ايلول|شتنبر|есдүгээр',
  ],
  [
    'october oct octobre octubre oktober okt ottobre ott outubro out октябрь октября окт',
    'أكتوبر|اكتوبر|تشرين الأول|تشرين الاول|аравдугаар',
  ],
  [
    'november nov novembre noviembre novembro ноябрь ноября ноя нояб',
    'نوفمبر|تشرين الثاني|نونبر|арван нэгдүгээр|арваннэгдүгээр',
  ],
  [
    'december dec décembre decembre déc diciembre dic dezember dez dicembre dezembro декабрь декабря дек',
    'ديسمبر|كانون الأول|كانون الاول|دجنبر|арван хоёрдугаар|арванхоёрдугаар',
  ],
];

const numberByName = new Map<string, number>();
for (const [index, [spaced = '', piped = '']] of names.entries()) {
  for (const name of [...spaced.split(' '), ...piped.split('|')]) numberByName.set(name, index + 1);
}

/** Alternatives of a regular expression, longest first so that none is cut short. */
export const alternatives = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');

/** Matches one month name with its point; to be used with the flags `iu`. */
export const MONTH = `(?:${alternatives(numberByName.keys())})(?![\\p{L}\\p{M}])\\.?`;

/** @returns 1 to 12. */
export function monthNumber(name: string): number | null {
  return numberByName.get(name.toLowerCase().normalize('NFC').replace(/\.$/, '').replace(/\s+/g, ' ')) ?? null;
}
