import type { ComponentChild, VNode } from 'preact';
import { listPath, pagePath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import type { MonthCount } from '../../published/published-release.ts';
import { formatMonth, formatNumber, formatYear, monthNames } from '../../words/as-written.ts';
import { Document } from '../around/document.view.tsx';
import { inLanguages } from '../around/in-languages.ts';
import { Named, sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { subjectName } from '../list-page/subject.ts';
import { archivePath, listPastPath } from '../site-addresses.ts';
import { drawChart } from './chart.ts';

interface ArchiveProps {
  readonly subject: ListSubject;
  /** Newest first. */
  readonly months: readonly MonthCount[];
  readonly stationery: Stationery;
}

/** How much was published when: a drawing for the eye, and under it every number, each year a way in. */
export function ArchivePageView({ subject, months, stationery }: ArchiveProps): VNode {
  const { words, locale, slugs } = stationery;
  const name = subjectName(subject, stationery);
  const base = listPath(locale, subject, slugs);
  const languages = inLanguages(stationery, (one) => archivePath(listPath(one, subject, slugs)));
  const count = months.reduce((sum, month) => sum + month.count, 0);
  const oldest = months.at(-1);
  return (
    <Document
      stationery={stationery}
      title={words('archiveOf', { list: name.text })}
      description={null}
      canonical={archivePath(base)}
      alternates={languages.length > 1 ? languages : []}
      languages={languages}
    >
      <div class="opening">
        <p class="kicker">
          <a href={base}>
            <Named name={name} />
          </a>
        </p>
        <h1>{sentence(words, 'archiveOf', { list: <Named name={name} /> })}</h1>
        <p class="introduction">
          {oldest === undefined
            ? words('emptyList')
            : words('archiveText', { count, year: formatYear(oldest.year, locale) })}
        </p>
      </div>
      {oldest === undefined ? null : (
        <>
          {chart(months, stationery)}
          {table(months, base, stationery)}
        </>
      )}
      <p class="past">
        <a rel="nofollow" href={listPastPath(base)}>
          {words('listPast')}
        </a>
      </p>
    </Document>
  );
}

function chart(months: readonly MonthCount[], { words, locale }: Stationery): ComponentChild {
  const drawn = drawChart(months);
  if (drawn === null) return null;
  const { width, height, bars, years, busiest } = drawn;
  const [first] = years;
  const last = years.at(-1);
  const ends = { from: formatYear(first?.year ?? 0, locale), to: formatYear(last?.year ?? 0, locale) };
  return (
    <figure class="drawing">
      <svg
        class="chart"
        role="img"
        viewBox={`0 0 ${width} ${height + 28}`}
        aria-labelledby="chart-title"
        aria-describedby="chart-text"
        dir="ltr"
      >
        <title id="chart-title">{words('chartTitle', ends)}</title>
        {years.map(({ x, year, isWritten }) => (
          <g class={isWritten ? 'written' : undefined}>
            <path class="tick" d={`M${x} ${height}v${isWritten ? 8 : 4}`} />
            {isWritten ? (
              <text x={x + 3} y={height + 22}>
                {year}
              </text>
            ) : null}
          </g>
        ))}
        <path class="bars" d={bars} />
        <path class="ground" d={`M0 ${height}h${width}`} />
      </svg>
      <figcaption id="chart-text">
        {words('chartText', { count: busiest.count, month: formatMonth(busiest.year, busiest.month, locale) })}
      </figcaption>
    </figure>
  );
}

function table(months: readonly MonthCount[], base: string, { words, locale }: Stationery): ComponentChild {
  const names = monthNames(locale);
  const byYear = Map.groupBy(months, ({ year }) => year);
  return (
    <div class="scroll" role="region" aria-labelledby="table-title" tabIndex={0}>
      <table class="months">
        <caption id="table-title">{words('tableTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('year')}</th>
            {names.map(({ short, long }) => (
              <th scope="col" abbr={long}>
                {short}
              </th>
            ))}
            <th scope="col">{words('total')}</th>
          </tr>
        </thead>
        <tbody>
          {[...byYear].map(([year, ofYear]) => (
            <tr>
              <th scope="row">
                <a href={pagePath(base, { year, number: null })}>{formatYear(year, locale)}</a>
              </th>
              {names.map((_, index) => {
                const count = ofYear.find(({ month }) => month === index + 1)?.count ?? 0;
                return <td class={count === 0 ? 'none' : undefined}>{formatNumber(count, locale)}</td>;
              })}
              <td class="sum">
                {formatNumber(
                  ofYear.reduce((sum, { count }) => sum + count, 0),
                  locale,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
