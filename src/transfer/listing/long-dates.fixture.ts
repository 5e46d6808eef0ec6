/** Dates as pages write them in full: with days of the week, hours and ordinals, by the language of a list. */
export type WriteDate = (year: number, month: number, day: number) => string;

const named = (names: string) => names.split(' ');
const two = (number: number) => String(number).padStart(2, '0');
/** 0 is Sunday. */
function weekday(y: number, m: number, d: number): number {
  const year = m < 3 ? y - 1 : y;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return (year + leaps + ([0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][m - 1] ?? 0) + d) % 7;
}
const months = {
  en: named('January February March April May June July August September October November December'),
  fr: named('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  es: named('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  de: named('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  it: named('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
  pt: named('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  ru: named('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  ar: named('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'),
} as const;
const days = {
  en: named('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  fr: named('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  'fr short': named('dim. lun. mar. mer. jeu. ven. sam.'),
  es: named('domingo lunes martes miércoles jueves viernes sábado'),
  'es short': named('dom lun mar mié jue vie sáb'),
  de: named('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
  'de short': named('So. Mo. Di. Mi. Do. Fr. Sa.'),
  it: named('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
  'it short': named('dom lun mar mer gio ven sab'),
  pt: named('domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'),
  'pt short': named('dom seg ter qua qui sex sáb'),
  ru: named('воскресенье понедельник вторник среда четверг пятница суббота'),
  'ru short': named('вс пн вт ср чт пт сб'),
  zh: [...'日一二三四五六'],
  ja: [...'日月火水木金土'],
  ar: named('الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت'),
  mn: named('Ням Даваа Мягмар Лхагва Пүрэв Баасан Бямба'),
} as const;

const ordinal = (d: number) =>
  `${d}${d % 10 > 3 || d % 10 === 0 || (d > 10 && d < 20) ? 'th' : ['st', 'nd', 'rd'][(d % 10) - 1]}`;
const ideographs = (n: number) =>
  `${n < 20 ? '' : '一二三'[Math.floor(n / 10) - 1]}${n < 10 ? '' : '十'}${n % 10 === 0 ? '' : '一二三四五六七八九'[(n % 10) - 1]}`;
const digits = (n: number) => [...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
const indic = (n: number) => [...String(n)].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
const month = (tongue: keyof typeof months, m: number) => months[tongue][m - 1] ?? '';
const day = (tongue: keyof typeof days, y: number, m: number, d: number) => days[tongue][weekday(y, m, d)] ?? '';

export const longDates: Readonly<Record<string, readonly WriteDate[]>> = {
  en: [
    (y, m, d) => `${day('en', y, m, d)}, ${ordinal(d)} ${month('en', m)} ${y}`,
    (y, m, d) => `${d} ${month('en', m)} ${y} at 10am`,
    (y, m, d) => `${month('en', m)} ${ordinal(d)}, ${y}, 9:05 AM ET`,
    (y, m, d) => `${day('en', y, m, d).slice(0, 3)} ${d} ${month('en', m).slice(0, 3)} ${y}, 14:30 (GMT+1)`,
  ],
  fr: [
    (y, m, d) => `${day('fr short', y, m, d)} ${d === 1 ? '1 er' : d} ${month('fr', m)} ${y}`,
    (y, m, d) => `${d === 1 ? '1er' : d} ${month('fr', m)} ${y} à 14 h 30`,
    (y, m, d) => `le ${day('fr', y, m, d)} ${d} ${month('fr', m)} ${y} à 9h`,
  ],
  es: [
    (y, m, d) => `${day('es short', y, m, d)}, ${d === 1 ? '1.º' : d} de ${month('es', m)} de ${y}`,
    (y, m, d) => `${day('es', y, m, d)} ${d === 1 ? '1ro' : d} de ${month('es', m)} de ${y}, 14.30 horas`,
    (y, m, d) => `${d} de ${month('es', m)} de ${y} a las 14:30 h`,
  ],
  de: [
    (y, m, d) => `${d}. ${month('de', m)} ${y}, 11 Uhr`,
    (y, m, d) => `${day('de short', y, m, d)}, ${d}. ${month('de', m)} ${y}, 11.30 Uhr`,
    (y, m, d) => `${day('de', y, m, d)}, den ${d}. ${month('de', m)} ${y} um 11:30 Uhr MEZ`,
  ],
  it: [
    (y, m, d) => `${day('it', y, m, d)} ${d === 1 ? '1º' : d} ${month('it', m)} ${y}`,
    (y, m, d) => `${day('it short', y, m, d)} ${d} ${month('it', m).slice(0, 3)} ${y}`,
    (y, m, d) => `${d} ${month('it', m)} ${y}, ore 14.30`,
  ],
  pt: [
    (y, m, d) => `${day('pt', y, m, d)}, ${d === 1 ? '1.º' : d} de ${month('pt', m)} de ${y}`,
    (y, m, d) => `${day('pt short', y, m, d)}, ${two(d)}/${two(m)}/${y} às 14h30`,
    (y, m, d) =>
      `${day('pt', y, m, d).replace('-feira', '')}, ${d === 1 ? '1o' : d} de ${month('pt', m)} de ${y}, 14 horas`,
  ],
  ru: [
    (y, m, d) => `${day('ru', y, m, d)}, ${d}-го ${month('ru', m)} ${y} года в 10:30`,
    (y, m, d) => `${day('ru short', y, m, d)}, ${d} ${month('ru', m)} ${y} г., 10 ч. 30 мин.`,
    (y, m, d) => `${d} ${month('ru', m)} ${y}, 10:30 мск`,
  ],
  'zh-Hans': [
    (y, m, d) => `${y}年${m}月${d}日，星期${day('zh', y, m, d)}`,
    (y, m, d) => `${y}年${m}月${d}日（周${day('zh', y, m, d)}）下午3点`,
    (y, m, d) => `${y}年${ideographs(m)}月${ideographs(d)}日 10:30`,
    (y, m, d) => `${digits(y).replaceAll('〇', 'O')}年${ideographs(m)}月${ideographs(d)}日`,
  ],
  ja: [
    (y, m, d) => `${y}年${m}月${d}日(${day('ja', y, m, d)}) 14時`,
    (y, m, d) => `${y}年${m}月${d}日${day('ja', y, m, d)}曜日 午後2時30分`,
    (y, m, d) => `平成${ideographs(y - 1988)}年${ideographs(m)}月${ideographs(d)}日`,
  ],
  ar: [
    (y, m, d) => `يوم ${day('ar', y, m, d)} ${d} ${month('ar', m)} ${y}`,
    (y, m, d) => `${day('ar', y, m, d)}، ${indic(d)} ${month('ar', m)} ${indic(y)} الساعة ١٠:٣٠ صباحًا`,
    (y, m, d) => `${d} ${month('ar', m)} ${y} في الساعة 10:30 بتوقيت غرينتش`,
  ],
  mn: [
    (y, m, d) => `${y} оны ${m} сарын ${d}, ${day('mn', y, m, d)} гараг`,
    (y, m, d) => `${y} оны ${m}-р сарын ${d}-ны өдөр 10 цаг 30 минут`,
    (y, m, d) => `${y} оны ${m} дугаар сарын ${two(d)}-ний 10:30 цагт`,
  ],
};
