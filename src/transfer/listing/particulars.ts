const keys = [
  'by|source|author|editor|posted by|written by|views?|hits|reads?|visits|section|category',
  'auteur|vues|lectures|autora?|fuente|visitas|lecturas|quelle|aufrufe|autore|fonte|visualizzazioni|visualizações',
  'автор|источник|просмотр(?:ов|ы)|эх сурвалж|уншсан|үзсэн|المصدر|الكاتب|المشاهدات',
  '(?:信息|消息|文章)?来源|稿源|作者|(?:责任)?编辑|记者|供稿|发布人|发布机构|发布单位|浏览(?:次数|量)?|点击(?:次数|数|率|量)?|阅读(?:次数|数|量)?|访问(?:次数|量)|字体|字号',
].join('|');
const han = '[^\\s:：|｜【】]{1,24}';
const words = '[^|｜•·\\t:：]{1,40}?(?=\\s*(?:[|｜•·\\t]|\\s{2}|$))';
const pattern = new RegExp(
  `[【[(（]\\s*(?:${keys})\\s*[:：][^】\\])）]*[】\\])）]|(?<![\\p{L}\\d])(?:${keys})\\s*[:：]\\s*(?:(?=\\p{Script=Han})${han}|\\d[\\d,. ]*|${words})`,
  'giu',
);
const blog =
  /(?:posted|published|written|publié|publicado|veröffentlicht)\s+(?:by|par|por|von)\s+[^|:：]{1,40}?\s+(?=(?:on|le|el|am)\s)|(?:[|·•,]\s*)(?:(?:\d+|no)\s+comments?|leave a (?:comment|reply)|comments off)\b.*$/giu;

/** A line without what a page prints there about itself: `浏览次数：1024`, `By: Press office`, `Views: 12`. */
export function withoutParticulars(line: string): string {
  return line
    .replace(pattern, '')
    .replace(blog, '')
    .replace(/^[\s|｜•·,，]+|[\s|｜•·,，]+$/gu, '');
}
