import { isRightsNotice } from './credit.ts';
import { westernDigits } from './date-patterns.ts';

/** A longer line says something. In UTF-16 units. */
const MAX_FURNITURE_LENGTH = 90;

/** The line belongs to the page, not to a release: a way to another page, a count, a button. */
export function isFurniture(line: string): boolean {
  if (line.length > MAX_FURNITURE_LENGTH * 2) return false;
  if (isRightsNotice(line)) return true;
  const bare = line.replace(/^[\s[(«‹<←→»›>|·•*=–—-]+|[\s\])»›>→←«‹|·•*=…:–—-]+$/gu, '');
  if (bare === '') return true;
  if (bare.length > MAX_FURNITURE_LENGTH) return false;
  const parts = bare.split(/\s*[|·•\t»«]+\s*|\s{2,}/u).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => words.test(part) || /^\d{1,4}$/.test(part))) return true;
  return (
    words.test(bare) ||
    buttons.test(bare) ||
    languages.test(line) ||
    counts.test(westernDigits(bare)) ||
    isPager(westernDigits(line))
  );
}

/** The languages a page is in: `English | Français`. */
export function isLanguageRow(text: string): boolean {
  return text.length <= MAX_FURNITURE_LENGTH && languages.test(text);
}

/** Lines of dashes, stars or underlines. */
export function isRule(line: string): boolean {
  return /^[\s\-–—=_*~#.·•+]{3,}$/u.test(line);
}

const words = new RegExp(
  `^(?:${[
    'new!?|previous|prev|next|first|last|older|newer|back|back to top|back to (?:the )?(?:list|news|home)|top(?: of page)?|home|skip to (?:main )?content|menu|search|print|e-?mail|share|share this.*|tweet|facebook|twitter|linkedin|rss|subscribe(?: to .*)?|more|read more(?: about .*)?|read on|continue reading|learn more|see more|see all|view all|show more|load more|more news|all news|full (?:story|text|article|release)|(?:previous|next|older|newer|first|last) (?:page|posts|news|articles|items|entries|releases)|download(?: pdf)?|pdf|filter(?: by.*)?|sort by.*|cookie (?:policy|settings)|privacy(?: policy)?|terms of use|disclaimer|contact(?: us)?|sitemap|log ?in|toggle navigation|you are here.*|share on .*|copy link|archives?',
    'précédent|suivant|page (?:précédente|suivante)|lire la suite|en savoir plus|haut de page|retour(?: en haut| à la liste)?|partager|imprimer|accueil|voir plus|toutes les actualités|plus',
    'anterior|siguiente|página (?:anterior|siguiente)|leer más|más información|ver más|ver todo|compartir|imprimir|inicio|volver(?: arriba)?',
    'zurück|weiter|vorherige(?: seite)?|nächste(?: seite)?|weiterlesen|mehr(?: lesen| erfahren)?|teilen|drucken|nach oben|startseite|alle meldungen',
    'precedente|successiv[ao]|pagina (?:precedente|successiva)|leggi (?:tutto|di più)|continua(?: a leggere)?|condividi|stampa|torna su',
    'próxim[ao]|próxima página|página anterior|leia mais|ler mais|saiba mais|partilhar|compartilhar|voltar(?: ao topo)?',
    'назад|вперед|вперёд|далее|следующая|предыдущая|следующая страница|предыдущая страница|подробнее|читать далее|читать полностью|поделиться|наверх|главная|печать',
    '上一页|下一页|首页|末页|尾页|更多|阅读更多|查看更多|查看全文|全文|返回顶部|返回|分享|打印|前へ|次へ|前のページ|次のページ|続きを読む|もっと見る|詳細|一覧へ戻る|ページトップへ|シェア',
    'السابق|التالي|الصفحة (?:السابقة|التالية)|اقرأ المزيد|اقرأ أكثر|المزيد|قراءة المزيد|مشاركة|طباعة|الرئيسية',
    'өмнөх|дараах|дараагийн|өмнөх хуудас|дараагийн хуудас|дэлгэрэнгүй|цааш унших|хуваалцах|нүүр|бүгдийг үзэх',
  ].join('|')})$`,
  'iu',
);

const network =
  '(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|pinterest|reddit|wechat|weibo|vk|rss|e-?mail|print|вконтакте|одноклассники|微信|微博|QQ空间|LINE)';
const buttons = new RegExp(
  `^(?:(?:share|follow us|partager|suivez-nous|compartir|síganos|teilen|condividi|partilhar|поделиться|شارك|хуваалцах|分享到?|シェア)(?:\\s+(?:on|via|sur|en|auf|su|в))?\\s*[:：]?\\s*)?(?:${network}(?:[\\s,|/·•]+|$))+$`,
  'iu',
);

const language =
  '(?:english|français|español|العربية|عربي|中文|русский|deutsch|italiano|português|монгол|日本語|한국어)(?:\\s(?:version|versión))?';
// What closes and what opens stand for themselves, so that a long row is read in one way only.
const languages = new RegExp(
  `^[[(（\\s|/·•,]*${language}[\\])）\\s|/·•,]*(?:(?:[[(（][[(（\\s|/·•,]*)?${language}[\\])）\\s|/·•,]*)*$`,
  'iu',
);

const counts =
  /^(?:(?:page|pagina|página|seite|страница|стр\.|хуудас|صفحة)\s*\d+(?:\s*(?:of|\/|sur|de|von|di|из|من|-)\s*\d+)?|第\s*\d+\s*[页頁ページ]+.*|共\s*\d+\s*[页頁条].*|\d+\s*\/\s*\d+(?:\s*ページ)?|(?:showing|displaying|results?|items?|résultats?|resultados?|ergebnisse|результаты)\s*:?\s*\d+\s*(?:[-–—]|to|à|a|bis|по)\s*\d+.*|\d+\s*(?:[-–—]|to)\s*\d+ (?:of|sur|de|von|из) \d[\d,. ]*.*|\d{1,3}\s*min(?:ute)?s?\.?\s*(?:read|de lecture|de lectura|de leitura|lesezeit|чтения)|\d[\d,. ]* (?:results?|items|entries|résultats|resultados|ergebnisse)(?: found)?)$/iu;

/** `1 2 3 … 12`, with or without the ways to the next page. */
function isPager(line: string): boolean {
  const bare = line
    .replace(/[[\](){}«»‹›<>|·•…]/gu, ' ')
    .replace(/\.{2,}/g, ' ')
    .trim();
  const parts = bare.split(/\s+/);
  return (
    parts.length >= 3 &&
    parts.filter((part) => /^\d{1,4}$/.test(part)).length >= parts.length - 2 &&
    parts.every((part) => /^\d{1,4}$/.test(part) || words.test(part))
  );
}
