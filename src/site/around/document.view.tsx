import type { ComponentChild, ComponentChildren, VNode } from 'preact';
import type { Locale } from '../../platform/locales.ts';
import { shortened } from '../../platform/text.ts';
import { API_PAGE, listPath } from '../../published/addresses.ts';
import { ownName } from '../../words/as-written.ts';
import { archivePath, assetPath, directories, directoryPath, feedPath, searchPath } from '../site-addresses.ts';
import { iconFile, stylesheetFile } from '../style/assets.ts';
import { Html, type Rendered, rendered } from './html.view.tsx';
import { Named, runs } from './inline.view.tsx';
import { keepPart, type Stationery } from './stationery.ts';

/** A page of the same matter in a language. */
export interface InLanguage {
  readonly locale: Locale;
  readonly path: string;
}

export interface DocumentProps {
  readonly stationery: Stationery;
  readonly title: string;
  readonly description: string | null;
  /** Null for a page that has no address of its own. */
  readonly canonical: string | null;
  /** All languages of this very page, its own included; empty when there is but one. */
  readonly alternates: readonly InLanguage[];
  /** Where the masthead leads readers of each language of the site. */
  readonly languages: readonly InLanguage[];
  readonly isHidden?: boolean;
  /** Has the page a search field of its own? */
  readonly isSearch?: boolean;
  /** Bases of the feeds to be found from here, with their titles. */
  readonly feeds?: readonly { readonly base: string; readonly title: string }[];
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Everything around the text of a page. */
export function Document(props: DocumentProps): VNode {
  const { stationery, title, description, canonical, children } = props;
  const { locale, origin, words, organisation } = stationery;
  return (
    <html lang={locale} dir={runs(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === organisation.text ? title : `${title} – ${organisation.text}`}</title>
        {description === null ? null : <meta name="description" content={shortened(description, MAX_DESCRIPTION)} />}
        {props.isHidden === true ? <meta name="robots" content="noindex" /> : null}
        <meta name="color-scheme" content="light dark" />
        {canonical === null ? null : <link rel="canonical" href={origin + canonical} />}
        {props.alternates.map((one) => (
          <link rel="alternate" hreflang={one.locale} href={origin + one.path} />
        ))}
        {wherever(props)}
        <link rel="stylesheet" href={assetPath(stylesheetFile)} />
        <link rel="icon" type="image/svg+xml" href={assetPath(iconFile)} />
        {props.feeds?.map(feedLinks)}
        {props.head}
      </head>
      <body>
        <a class="skip" href="#text">
          {words('skipToText')}
        </a>
        <header class="masthead">
          <p class="nameplate">
            <a href={listPath(locale, { kind: 'organisation' }, stationery.slugs)}>
              <Named name={organisation} />
            </a>
            <span class="room">{words('newsroom')}</span>
          </p>
          {languageLinks(props)}
          {props.isSearch === true ? null : searchField(stationery)}
        </header>
        <main id="text" tabIndex={-1}>
          {children}
        </main>
        <Html as="footer" class="colophon" value={colophon(stationery)} />
      </body>
    </html>
  );
}

/** The address for readers of none of the languages: the organisation’s default, else the one that came first. */
function wherever({ alternates, stationery }: DocumentProps): ComponentChild {
  const { defaultLocale } = stationery.institution.organisation;
  const chosen = alternates.find((one) => one.locale === defaultLocale) ?? alternates[0];
  if (chosen === undefined) return null;
  return <link rel="alternate" hreflang="x-default" href={stationery.origin + chosen.path} />;
}

function feedLinks({ base, title }: { base: string; title: string }): ComponentChild {
  return [
    <link rel="alternate" type="application/atom+xml" title={title} href={feedPath(base, 'atom')} />,
    <link rel="alternate" type="application/rss+xml" title={title} href={feedPath(base, 'rss')} />,
    <link rel="alternate" type="application/feed+json" title={title} href={feedPath(base, 'json')} />,
  ];
}

function languageLinks({ languages, stationery }: DocumentProps): ComponentChild {
  if (languages.length < 2) return null;
  return (
    <nav class="languages" aria-label={stationery.words('languages')}>
      <ul>
        {languages.map(({ locale, path }) => (
          <li>
            <a
              href={path}
              hreflang={locale}
              lang={locale}
              dir={runs(locale)}
              aria-current={locale === stationery.locale ? 'true' : undefined}
            >
              {ownName(locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On every page, so every byte counts. */
function searchField({ words, locale }: Stationery): ComponentChild {
  return (
    <form class="find" role="search" action={searchPath(locale)}>
      <input type="search" name="q" aria-label={words('searchAll')} />
      <button>{words('search')}</button>
    </form>
  );
}

function colophon(stationery: Stationery): Rendered {
  const known = stationery.parts.get('colophon');
  if (known !== undefined) return known;
  const { locale, words, organisation, slugs } = stationery;
  const all = listPath(locale, { kind: 'organisation' }, slugs);
  const links = directories.filter((one) => one !== 'topics' || slugs.topics.length > 0);
  return keepPart(
    stationery,
    'colophon',
    rendered(
      <>
        <p class="house">
          <Named name={organisation} />
        </p>
        <ul>
          <li>
            <a href={all}>{words('allReleases')}</a>
          </li>
          {links.map((directory) => (
            <li>
              <a href={directoryPath(locale, directory)}>{words(directory)}</a>
            </li>
          ))}
          <li>
            <a href={archivePath(all)}>{words('archive')}</a>
          </li>
          <li>
            <a href={API_PAGE}>API</a>
          </li>
        </ul>
        <p class="small">
          {words('referencesNote')} {words('timesNote')}
        </p>
      </>,
    ),
  );
}

/** In UTF-16 units: what search engines show of a description. */
const MAX_DESCRIPTION = 300;
