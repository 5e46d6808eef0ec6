/** A longer line is a headline. In UTF-16 units. */
const MAX_KICKER_LENGTH = 40;

/** A word for the kind of text, as a list prints it above or beside the headline: `Press release`, `新闻稿`. */
export function isTypeWord(line: string): boolean {
  if (line.length > MAX_KICKER_LENGTH * 2) return false;
  const bare = line.replace(/^[\s[(（【|•·]+|[\s\])）】:：|•·–-]+$/gu, '').replace(numberOfText, '');
  return bare.length <= MAX_KICKER_LENGTH && types.test(bare);
}

/** `Press Release No. 12/2003`, `新闻稿第12号` */
const numberOfText =
  /\s*(?:(?:no\.?|nr\.?|n[°º.]|№|#|第)\s*\d{1,4}(?:\s*[/-]\s*\d{2,4})?|(?<=\s)\d{1,4}\s*\/\s*\d{2,4})\s*[号號期]?$/iu;

/** A short line of capitals above a headline: `CHILD LABOUR`. Scripts without capitals have none. */
export function isCapitals(line: string): boolean {
  if (line.length > MAX_KICKER_LENGTH || line.split(/\s+/).length > 5) return false;
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line) && !/[.!?。]$/u.test(line);
}

/** `Press releases`, `Actualités`: of many texts, where the kicker of one is in the singular. */
export function isNameOfList(line: string): boolean {
  return isTypeWord(line) && /(?:s|notizie|nachrichten|новости)$/iu.test(line) && !/^(?:news|press)$/iu.test(line);
}

/** What a list prints above its headlines. */
export const mayBeKicker = (line: string): boolean => isTypeWord(line) || isCapitals(line);

const types = new RegExp(
  `^(?:${[
    '(?:ilo )?(?:press|news|media) (?:release|note|statement|advisory|item|article|brief(?:ing)?|alert|story)s?|(?:latest )?news|press|statements?|speech(?:es)?|features?|feature story|media advisory|notice|advisory|announcement|op-?ed|opinion|interview|video|photo story|publication|event|article|comment|blog|report|story|update|joint statement|for immediate release',
    'communiqué(?: de presse)?|actualités?|nouvelles?|déclaration|discours|avis aux médias|reportage|note de presse|événement|entretien|à la une',
    'comunicado(?: de prensa)?|nota de prensa|noticias?|declaración|discurso|aviso a los medios|reportaje|entrevista|evento|artículo',
    'pressemitteilung|pressemeldung|medienmitteilung|meldung|nachrichten?|erklärung|rede|neuigkeiten|aktuelles|veranstaltung|artikel',
    'comunicat[oi](?: stampa)?|notizi[ae]|dichiarazione|discorso|intervista|nota stampa|articolo',
    'comunicado(?: de imprensa| à imprensa)?|nota à imprensa|notícias?|declaração|artigo',
    'пресс-релиз|новост[ьи]|заявление|выступление|речь|объявление|интервью|сообщение для прессы|статья|событие',
    '新闻稿?|新闻发布|公告|声明|讲话|通知|媒体通告|特写|专题|报道|动态|要闻|新聞稿|新聞|ニュース|プレスリリース|報道発表|お知らせ|声明|記者発表|特集|トピックス',
    'بيان صحفي|بيان|أخبار|خبر|خطاب|تصريح|إعلان|مقال|مقابلة',
    'хэвлэлийн мэдээ|мэдээ|мэдээлэл|мэдэгдэл|зарлал|илтгэл|ярилцлага|нийтлэл',
  ].join('|')})$`,
  'iu',
);
