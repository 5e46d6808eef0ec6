import type { ComponentChild, VNode } from 'preact';
import type { Instant } from '../../platform/instant.ts';
import { listPath, pagePath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import type { ListItem, ListPage } from '../../published/published-release.ts';
import { formatYear, instantParts } from '../../words/as-written.ts';
import { Document, type InLanguage } from '../around/document.view.tsx';
import { Html, markup } from '../around/html.view.tsx';
import { inLanguages } from '../around/in-languages.ts';
import { language, Named, sentence } from '../around/inline.view.tsx';
import { OembedLink } from '../around/oembed-link.view.tsx';
import type { Name, Stationery } from '../around/stationery.ts';
import { feedPath, listPastPath } from '../site-addresses.ts';
import { Browse } from './browse.view.tsx';
import { EmbedFold } from './embed-fold.view.tsx';
import { itemMarkup } from './list-item.view.ts';
import { introductionOf, subjectName, zoneOf } from './subject.ts';

interface ListPageProps {
  readonly page: ListPage;
  /** Null for the list as it stands; else the instant at which it stood so. */
  readonly asOf?: Instant | null;
  /** Where an overfull page goes on; undefined at its head. */
  readonly after: number | undefined;
  readonly stationery: Stationery;
  /** Of the whole list, newest first. */
  readonly years: readonly number[];
  /** What is pinned above the list; it is shown at the list's own address. */
  readonly pinned?: readonly ListItem[];
}

export function ListPageView({ page, asOf = null, after, stationery, years, pinned = [] }: ListPageProps): VNode {
  const { subject, locale } = page;
  const { words, slugs } = stationery;
  const name = subjectName(subject, stationery);
  const introduction = introductionOf(subject, stationery);
  const base = listPath(locale, subject, slugs);
  const own = pagePath(base, { year: page.year, number: page.number, ...(after === undefined ? {} : { after }) });
  const title = titleOf(page, name, stationery);
  return (
    <Document
      stationery={stationery}
      title={title}
      description={introduction?.text ?? words('listOfYear', { list: name.text, year: stationery.organisation.text })}
      canonical={own}
      alternates={after === undefined && asOf === null ? alternatesOf(page, stationery) : []}
      isHidden={asOf !== null}
      languages={languagesOf(page, stationery)}
      feeds={feedsOf(page, base, name, stationery)}
      head={isWhole(page) && asOf === null ? <OembedLink page={base} origin={stationery.origin} /> : null}
    >
      {asOf === null ? null : notice(asOf, page, base, stationery)}
      <div class="opening">
        {subject.kind === 'organisation' ? null : (
          <p class="kicker">
            <a href={listPath(locale, { kind: 'organisation' }, slugs)}>{words('allReleases')}</a>
          </p>
        )}
        <h1>
          {page.year === null ? (
            <Named name={name} />
          ) : (
            sentence(words, 'listOfYear', { list: <Named name={name} /> }, { year: String(page.year) })
          )}
        </h1>
        {introduction !== null && isWhole(page) ? (
          <p class="introduction" {...language(introduction.lang ?? locale, locale)}>
            {introduction.text}
          </p>
        ) : null}
        {page.number === null ? null : <p class="introduction">{words('pageNumber', { number: page.number })}</p>}
      </div>
      <Browse stationery={stationery} subject={subject} years={years} />
      {pinned.length === 0 ? null : pinnedAbove(pinned, subject, stationery)}
      {page.items.length === 0 ? <p class="empty">{words('emptyList')}</p> : yearsOf(page, stationery)}
      {pagesNav(page, base, stationery)}
      <p class="feeds">
        {words('feeds')} <a href={feedPath(base, 'atom')}>Atom</a> <a href={feedPath(base, 'rss')}>RSS</a>{' '}
        <a href={feedPath(base, 'json')}>JSON Feed</a>
      </p>
      {isWhole(page) ? (
        <p class="past">
          <a rel="nofollow" href={listPastPath(base)}>
            {words('listPast')}
          </a>
        </p>
      ) : null}
      {isWhole(page) && asOf === null ? <EmbedFold {...{ base, stationery }} name={name.text} /> : null}
    </Document>
  );
}

/** Is it the list's own address? */
function isWhole({ number, year }: ListPage): boolean {
  return number === null && year === null;
}

function notice(
  asOf: Instant,
  { subject }: ListPage,
  base: string,
  { words, locale, institution }: Stationery,
): ComponentChild {
  const moment = words('instant', instantParts(asOf, zoneOf(subject, institution), locale));
  return (
    <p class="notice">
      <strong>{sentence(words, 'listAsOf', { moment: <time dateTime={asOf}>{moment}</time> })}</strong>{' '}
      <a href={base}>{words('readCurrentList')}</a>
    </p>
  );
}

function titleOf(page: ListPage, name: Name, { words, organisation }: Stationery): string {
  const list = page.subject.kind === 'organisation' && page.year === null && page.number === null ? organisation : name;
  const ofYear = page.year === null ? list.text : words('listOfYear', { list: list.text, year: String(page.year) });
  return page.number === null ? ofYear : words('listOfPage', { list: ofYear, number: page.number });
}

/** In short: each has its place in the list, with its summary and its picture. */
function pinnedAbove(items: readonly ListItem[], subject: ListSubject, stationery: Stationery): ComponentChild {
  const inShort = items.map((item) => ({ ...item, text: item.text && { ...item.text, summary: null, picture: null } }));
  return (
    <section class="pinned">
      <h2>{stationery.words('featured')}</h2>
      <Html as="ol" value={markup`${inShort.map((item) => itemMarkup(item, subject, stationery))}`} />
    </section>
  );
}

/** The civil year an item stands under is that of its place in the list. */
function yearsOf({ items, subject }: ListPage, stationery: Stationery): ComponentChild {
  const years = new Map<string, ListItem[]>();
  for (const item of items) {
    const year = item.published.day.slice(0, 4);
    const known = years.get(year);
    if (known === undefined) years.set(year, [item]);
    else known.push(item);
  }
  return [...years].map(([year, ofYear]) => (
    <section class="year">
      <h2>{formatYear(Number(year), stationery.locale)}</h2>
      <Html as="ol" value={markup`${ofYear.map((item) => itemMarkup(item, subject, stationery))}`} />
    </section>
  ));
}

function pagesNav({ older, newer, rest, number, year }: ListPage, base: string, { words }: Stationery): ComponentChild {
  if (older === null && newer === null && rest === null) return null;
  const at = (other: number | null) => pagePath(base, { year, number: other });
  return (
    <nav class="pages" aria-label={words('pages')}>
      {newer === null ? null : (
        <a class="newer" rel="prev" href={at(newer === 'newest' ? null : newer)}>
          {words(newer === 'newest' ? 'newest' : 'newer')}
        </a>
      )}
      {number === null ? null : <span>{words('pageNumber', { number })}</span>}
      {rest === null ? null : (
        <a class="older" href={pagePath(base, { year, number: rest.page, after: rest.after })}>
          {words('restOfPage')}
        </a>
      )}
      {older === null ? null : (
        <a class="older" rel="next" href={at(older)}>
          {words('older')}
        </a>
      )}
    </nav>
  );
}

function feedsOf(page: ListPage, base: string, name: Name, { words, organisation }: Stationery) {
  const ofList = { list: name.text, organisation: organisation.text };
  const whole = { base, title: words('feedTitle', ofList) };
  if (page.number === null || page.year !== null) return [whole];
  const number = page.number;
  return [
    whole,
    { base: pagePath(base, { year: null, number }), title: words('feedPageTitle', { ...ofList, number }) },
  ];
}

/**
 * The list itself exists in every language of the site. A year or a fixed page is the same one only in languages
 * whose lists have the same members: those that show each release once.
 */
function alternatesOf(page: ListPage, { institution, slugs }: Stationery): InLanguage[] {
  const { locales } = institution.organisation;
  const isWhole = page.number === null && page.year === null;
  const isShared = locales.some((one) => one.locale === page.locale && one.scope === 'any');
  if (locales.length < 2 || (!isWhole && !isShared)) return [];
  return locales
    .filter((one) => isWhole || one.scope === 'any')
    .map(({ locale }) => ({ locale, path: pagePath(listPath(locale, page.subject, slugs), page) }));
}

function languagesOf(page: ListPage, stationery: Stationery): InLanguage[] {
  const same = new Map(alternatesOf(page, stationery).map((one) => [one.locale, one.path]));
  return inLanguages(stationery, (one) => same.get(one) ?? listPath(one, page.subject, stationery.slugs));
}
