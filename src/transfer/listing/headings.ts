import { readMonth, westernDigits } from './date-patterns.ts';

/** The year, or the month of a year, under which the next releases stand. */
export interface PeriodHeading {
  /** Null under `July`, which keeps the year above it. */
  readonly year: number | null;
}

/** `2017`, `== 2017 ==`, `July 2017`, `2017年7月`, `Press releases 2017`, `July`; null for anything else. */
export function readHeading(line: string): PeriodHeading | null {
  if (line.length > 60) return null;
  const bare = line.replace(/^[\s#=*_~|•·–—:[(【-]+|[\s#=*_~|•·–—:\])】-]+$/gu, '');
  const month = readMonth(bare);
  if (month !== null) return { year: month.year };
  if (monthAlone.test(bare)) return { year: null };
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(westernDigits(bare));
  if (year?.[1] === undefined) return null;
  const rest = bare.slice(0, year.index) + bare.slice(year.index + 4);
  return companions.test(rest.trim()) ? { year: Number(year[1]) } : null;
}

/** What may stand beside the year in a heading. */
const companions =
  /^(?:(?:year|année|año|jahr|anno|ano|год|года|г\.?|гг\.?|年|年度|оны?|سنة|عام|press|news|media|releases?|archives?|and|&|in|of|from|the|for|de|del|des|du|la|comunicados?|prensa|presse|communiqués?|pressemitteilungen|comunicati|stampa|noticias|actualités|новости|пресс-релизы|за|新闻|新闻稿|消息|お知らせ|プレスリリース|ニュース|مدة|أخبار|мэдээ)[\s:.,-]*)*$/iu;

const monthAlone =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|februar|märz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|(?:1[0-2]|[1-9])月|(?:十[一二]?|[一二三四五六七八九])月|(?:1[0-2]|[1-9])(?:-р)? сар)$/iu;
