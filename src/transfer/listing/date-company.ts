import { alternatives } from './month-names.ts';

/** Not within a word; Chinese and Japanese have no space between one and the next. */
const START = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{M}\\d])';
const END = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{M}\\d])';

/** A day of the week in Chinese or Japanese, which no space need part from the date. */
export const HAN_WEEKDAY =
  '(?:(?:星期|[周週]|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?)(?:\\s?[・･]?\\s?(?:祝日?|休日?))?';

/** Matches the name of a day of the week, whole or short; to be used with the flags `iu`. */
export const WEEKDAY = `(?:${HAN_WEEKDAY}|(?:يوم\\s+)?(?:${alternatives(
  [
    'monday tuesday wednesday thursday friday saturday sunday mon tues tue weds wed thurs thur thu fri sat sun',
    'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim',
    'lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb sab dom',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
    'lunedì martedì mercoledì giovedì venerdì sabato domenica lunedi martedi mercoledi giovedi venerdi gio',
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça terca quarta quinta sexta',
    'seg ter qua qui sex',
    'понедельник понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы',
    'суббота субботу субботы воскресенье воскресенья пн вт ср чт пт сб вс',
    'даваа мягмар лхагва пүрэв баасан бямба ням да мя лх пү ба бя ня',
    'الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد',
  ]
    .join(' ')
    .split(' '),
)})(?:[\\s-](?:feira|гараг|гариг|өдөр))?${END}\\.?)`;

const NOON =
  'noon|midday|midnight|midi|minuit|mediodía|medianoche|mittags?|mitternacht|mezzogiorno|mezzanotte|meio-dia|meia-noite|полдень|полночь';
const HAN_HALF = '(?:午前|午後|上午|下午|凌晨|早上|晚上)';
const HALF = `(?:[ap]\\s?\\.?m(?!\\p{L})\\.?|صباح\\p{M}?ا\\p{M}?|مساء\\p{M}?|ظهر\\p{M}?ا\\p{M}?|[صم]${END})`;
const ZONE = `(?:${START}(?-i:GMT|UTC|[CEW]ES?T|[CEMP][SD]?T|AE[SD]?T|BST|IST|JST|KST|HKT|SGT|MSK|мск|МСК|ME[SD]?Z|Z)(?:\\s?[+−-]\\s?\\d{1,2}(?::?\\d\\d)?)?${END})`;
/** Of a zone in words; the name of a place may be more than it seems. */
const PLACE = "(?-i:\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)?)";
const LOCAL = `(?:${START}(?:local time|heure (?:locale|de ${PLACE})|hora (?:local|de ${PLACE})|ortszeit|ora (?:locale|di ${PLACE})|по (?:московскому|местному) времени|по москве|بتوقيت \\p{L}+|بالتوقيت المحلي|орон нутгийн цагаар)${END}|北京时间|北京時間|当地时间|當地時間|日本時間|現地時間)`;

/** An hour that can be nothing else: with its minutes, its half of the day, or a word for it after its number. */
const HOUR = `(?:${[
  `${HAN_HALF}\\s?\\d{1,2}(?:[:：][0-5]\\d|\\s?[時时点點](?:\\s?[0-5]?\\d\\s?分|\\s?半|\\s?整)?)`,
  `\\d{1,2}\\s?[時时点點](?:\\s?[0-5]?\\d\\s?分|\\s?半|\\s?整)?`,
  `\\d{1,2}(?:[.:][0-5]\\d)?\\s?(?:${HALF}|uhr${END})`,
  `\\d{1,2}\\s?[:：]\\s?[0-5]\\d(?:[:：][0-5]\\d)?(?:${END}|(?=Z))`,
  `\\d{1,2}\\s?h\\s?(?:[0-5]\\d)?${END}`,
].join('|')})`;
const AT =
  '(?:at\\s|from\\s|à\\s|a\\slas?\\s|um\\s|gegen\\s|alle\\s(?:ore\\s)?|ore\\s|às\\s|as\\s|в\\s|около\\s|(?:في\\s)?الساعة\\s)';
const AFTER_HOUR = `(?:\\s?[(（\\[]?(?:${HALF}|${ZONE}|${START}(?:uhr|hs?|hrs?)${END}\\.?)[)）\\]]?)*`;

/** An hour behind a date, and not a word of the headline that may follow. */
export const CLOCK = `(?:(?:[\\s,،，、T|–-]+${AT}?|(?=\\d{1,2}[:：時时点點]|${HAN_HALF}))${HOUR}${AFTER_HOUR})?`;

/** Where nothing but such words stands beside the date, these are hours too. */
const UNIT = '(?:hrs?|hs|heures?|horas?|ore|часов|часа|час|ч|цагт|цаг)';
const LIKELY_HOUR = `(?:(?:в\\s)?\\d{1,2}(?:[.:][0-5]\\d)?\\s?${UNIT}${END}\\.?(?:\\s?\\d{1,2}\\s?(?:м|мин|минут[аы]?|минутад|min)${END}\\.?)?|(?:ore|alle|às|в|الساعة)\\s\\d{1,2}(?:[.:][0-5]\\d)?${END}|\\d{1,2}\\.[0-5]\\d${END})`;
const LABEL = `(?:${START}(?:published|posted|released|updated|date|publié|publicado|veröffentlicht|pubblicato|опубликовано|нийтэлсэн|نشر)${END}|发布时间|发布日期|公開日)`;
const SMALL = `${START}(?:at|on|from|to|the|le|à|el|a|las?|em|às|as|den|am|um|gegen|bis|il|lì|alle|ore|в|во|с|до|около|في|من|إلى|الساعة|يوم)${END}`;
const WORD = `(?:${START}(?:all day|toute la journée|todo el día|ganztägig|весь день)${END}|${START}${HOUR}|${START}${LIKELY_HOUR}|${START}${HALF}|${ZONE}|${LOCAL}|${START}(?:${NOON}|${UNIT})${END}|正午|中午|${START}${WEEKDAY}|[(（][月火水木金土日一二三四五六](?:[・･]?[祝休])?[)）]|${LABEL})`;
const BETWEEN = '[\\s,،，、.:：|•·–—/()（）[\\]-]*';
const first = new RegExp(`^${BETWEEN}(?:${WORD}|${SMALL})`, 'iu');
/** A small word of a headline leans on the words before it: `Statement on`. */
const last = new RegExp(`(?:${WORD}|(?:^|(?<=[,،，:：|–—(（]\\s*))${SMALL})${BETWEEN}$`, 'iu');

/** The text without the hours, days of the week and small words at its start, next to a date that stood before it. */
export function withoutCompanyAtStart(text: string): string {
  let rest = text;
  for (let found = first.exec(rest); found !== null; found = first.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}

/** The same at its end, next to a date that stood behind it. */
export function withoutCompanyAtEnd(text: string): string {
  let rest = text;
  for (let found = last.exec(rest); found !== null; found = last.exec(rest)) rest = rest.slice(0, found.index);
  return rest;
}
