export interface MonthDay {
  /** `2026-03-02` */
  readonly day: string;
  readonly number: number;
  readonly isInMonth: boolean;
}

/** The weeks that show a month. @param month `2026-03`. @param firstDay of the week: 1 is Monday, 7 Sunday. */
export function weeksOf(month: string, firstDay: number): readonly (readonly MonthDay[])[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const back = (first.getUTCDay() - (firstDay % 7) + 7) % 7;
  const days = Array.from({ length: 42 }, (_, at): MonthDay => {
    const date = new Date(Date.UTC(year, number - 1, 1 - back + at));
    return {
      day: date.toISOString().slice(0, 10),
      number: date.getUTCDate(),
      isInMonth: date.getUTCMonth() === number - 1,
    };
  });
  const weeks = Array.from({ length: 6 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return weeks.filter((week) => week.some(({ isInMonth }) => isInMonth));
}

export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** With which day weeks begin where a language is spoken. */
export function firstDayOf(language: string): number {
  const locale = new Intl.Locale(language).maximize() as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
