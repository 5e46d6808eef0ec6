import type { ComponentChild } from 'preact';
import { listPath, pagePath } from '../../published/addresses.ts';
import { type ListSubject, listKey } from '../../published/list.ts';
import type { Directory } from '../../published/named-subject.ts';
import { formatYear } from '../../words/as-written.ts';
import { Html, markup, type Rendered, rendered } from '../around/html.view.tsx';
import { Named } from '../around/inline.view.tsx';
import { keepPart, type Stationery } from '../around/stationery.ts';
import { archivePath, directories, directoryPath } from '../site-addresses.ts';
import { subjectName, subjectsOf } from './subject.ts';

/** More than this, and a page of their own names the rest. */
const MAX_LINKS = 24;

const labels = { offices: 'office', countries: 'country', topics: 'topic', types: 'type' } as const;

interface BrowseProps {
  readonly stationery: Stationery;
  readonly subject: ListSubject;
  /** Newest first. */
  readonly years: readonly number[];
}

/** Ways to other lists: plain links, folded away until a reader opens them. */
export function Browse({ stationery, subject, years }: BrowseProps): ComponentChild {
  const key = `browse ${listKey(subject)} ${years.length}`;
  const links = stationery.parts.get(key) ?? keepPart(stationery, key, unfolded(stationery, subject, years));
  return <Html as="nav" class="browse" label={stationery.words('browse')} value={links} />;
}

function unfolded(stationery: Stationery, subject: ListSubject, years: readonly number[]): Rendered {
  const folds = directories.map((directory) => shared(stationery, directory));
  return markup`${folds}${rendered(yearFold(stationery, subject, years))}`;
}

/** The same on every list of a language. */
function shared(stationery: Stationery, directory: Directory): Rendered {
  const key = `fold ${directory}`;
  return stationery.parts.get(key) ?? keepPart(stationery, key, rendered(fold(stationery, directory)));
}

function fold(stationery: Stationery, directory: Directory) {
  const { words, locale, slugs } = stationery;
  const subjects = subjectsOf(directory, stationery);
  if (subjects.length === 0) return <></>;
  return (
    <details name="browse">
      <summary>{words(labels[directory])}</summary>
      <ul>
        <li>
          <a href={listPath(locale, { kind: 'organisation' }, slugs)}>{words('everything')}</a>
        </li>
        {subjects.slice(0, MAX_LINKS).map((subject) => (
          <li>
            <a href={listPath(locale, subject, slugs)}>
              <Named name={subjectName(subject, stationery)} />
            </a>
          </li>
        ))}
        {subjects.length > MAX_LINKS ? (
          <li>
            <a href={directoryPath(locale, directory)}>{words('showAll')}</a>
          </li>
        ) : null}
      </ul>
    </details>
  );
}

function yearFold({ words, locale, slugs }: Stationery, subject: ListSubject, years: readonly number[]) {
  if (years.length === 0) return <></>;
  const base = listPath(locale, subject, slugs);
  return (
    <details name="browse">
      <summary>{words('year')}</summary>
      <ul class="years">
        {years.slice(0, MAX_LINKS * 2).map((year) => (
          <li>
            <a href={pagePath(base, { year, number: null })}>{formatYear(year, locale)}</a>
          </li>
        ))}
        <li>
          <a href={archivePath(base)}>{words('archive')}</a>
        </li>
      </ul>
    </details>
  );
}
