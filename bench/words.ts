import type { Draw } from './draw.ts';

/** Words that a harbour's office uses; enough that texts compress about as real ones do. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  en: (
    'the harbour pilots agreed on new signals after storms had moved seven buoys since spring and an inquiry into dredging begins ' +
    'council opens second light tower keepers report calm season for ferries while engineers measure salt in river mouths crews ' +
    'training centre receives charts drawn from forty thousand soundings between northern islands every quay will be lit before ' +
    'winter says director general of board under agreement signed by ministers with shipowners who fund safer boats across coast'
  ).split(' '),
  fr: (
    'le port ouvre une seconde tour après les tempêtes qui ont déplacé sept bouées depuis printemps et une enquête sur dragage commence ' +
    'les pilotes acceptent nouveaux signaux pendant que ingénieurs mesurent sel aux embouchures équipages centre formation reçoit ' +
    'cartes dressées à partir de quarante mille sondages entre îles du nord chaque quai sera éclairé avant hiver déclare directrice ' +
    'accord signé par ministres avec armateurs pour des bateaux plus sûrs le long côte'
  ).split(' '),
  es: (
    'el puerto abre una segunda torre tras las tormentas que movieron siete boyas desde primavera y comienza investigación sobre dragado ' +
    'los prácticos aceptan nuevas señales mientras ingenieros miden sal en desembocaduras tripulaciones centro formación recibe ' +
    'cartas trazadas con cuarenta mil sondeos entre islas del norte cada muelle tendrá luz antes invierno dice directora acuerdo ' +
    'firmado por ministros con navieros para barcos más seguros en costa'
  ).split(' '),
  ar: (
    'الميناء يفتح برجا ثانيا بعد العواصف التي حركت سبع عوامات منذ الربيع وبدأ تحقيق في أعمال التجريف المرشدون يقبلون إشارات جديدة بينما ' +
    'المهندسون يقيسون الملح عند مصبات الأنهار مركز التدريب يتلقى خرائط رسمت من أربعين ألف قياس بين جزر الشمال كل رصيف سيضاء قبل الشتاء ' +
    'تقول المديرة اتفاق وقعه الوزراء مع مالكي السفن من أجل قوارب أكثر أمانا على الساحل'
  ).split(' '),
  ru: (
    'порт открывает вторую башню после штормов которые сдвинули семь буёв с весны и начинается расследование дноуглубительных работ ' +
    'лоцманы приняли новые сигналы пока инженеры измеряют соль в устьях рек учебный центр получает карты составленные по сорока тысячам ' +
    'промеров между северными островами каждый причал будет освещён до зимы говорит директор соглашение подписано министрами с ' +
    'судовладельцами ради безопасных судов на побережье'
  ).split(' '),
  'zh-Hans': (
    '港口 开放 第二座 灯塔 风暴 移动 浮标 春季 以来 调查 疏浚 工程 开始 引航员 同意 新的 信号 工程师 测量 河口 盐度 船员 培训 中心 收到 海图 ' +
    '根据 四万次 测深 绘制 北部 岛屿 之间 每个 码头 冬季 之前 照明 主任 表示 部长 与 船东 签署 协议 沿海 更安全 船只 渡轮 季节 平静'
  ).split(' '),
};

/** Words of a language up to about that many bytes of Latin text; Chinese says as much in a third of the characters. */
export function wordsIn(locale: string, draw: Draw, length: number): string {
  const isChinese = locale === 'zh-Hans';
  const wanted = isChinese ? length / 3 : length;
  let text = wordIn(locale, draw);
  while (text.length < wanted) text += isChinese ? wordIn(locale, draw) : ` ${wordIn(locale, draw)}`;
  return text;
}

/** As many different words as an archive of 27 years has in one language, names and misprints left aside. */
const VOCABULARY = 50_000;

/** Every second word is one of the commonest; of the others the r-th is drawn a 1/r-th as often as the first (Zipf's law). */
function wordIn(locale: string, draw: Draw): string {
  const common = vocabulary[locale] ?? [];
  if (draw.chance(0.5)) return draw.one(common);
  const rank = Math.floor(VOCABULARY ** draw.next());
  return common[rank] ?? madeWord(locale, rank);
}

const syllables: Readonly<Record<string, readonly string[]>> = {
  latin: 'ba ce di fo gu la me ni po ru sa te vi mo lu ra ne ti co du'.split(' '),
  ar: 'با ته جي دو را سه شي عو فا قه كي لو ما نه هي وو'.split(' '),
  ru: 'ба ве ги до жу ла ме ни по ру са те ви мо лу ра не ти ко ду'.split(' '),
  'zh-Hans': [...'山水风云雨雪江湖河海岸岛桥路车船城市村镇门窗灯火石木金土天地星月日夜春夏秋冬东西南北'],
};

const made = new Map<string, string>();

/** Always the same word for a rank. */
function madeWord(locale: string, rank: number): string {
  const key = `${locale} ${rank}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const parts = syllables[locale] ?? syllables['latin'] ?? [];
  let word = '';
  for (let rest = rank; rest > 0; rest = Math.floor(rest / parts.length)) word += parts[rest % parts.length];
  made.set(key, word);
  return word;
}
