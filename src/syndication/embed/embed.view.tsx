import type { ComponentChild, ComponentChildren, VNode } from 'preact';
import { directionOf, type Locale } from '../../platform/locales.ts';
import { textPath } from '../../published/addresses.ts';
import type { ListItem, PublishedText, Tombstone } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { formatDay } from '../../words/as-written.ts';
import { wordsFor } from '../../words/words.ts';
import { embedStylePath } from './embed-style.ts';

interface FrameProps {
  readonly locale: Locale;
  readonly title: string;
  /** Absolute: what the frame shows a part of. Null where that is gone. */
  readonly canonical: string | null;
  readonly children: ComponentChildren;
}

/** A page for the frames of other sites: no script, no cookie; every link leaves the frame. */
function Frame({ locale, title, canonical, children }: FrameProps): VNode {
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        {canonical === null ? null : <link rel="canonical" href={canonical} />}
        <link rel="stylesheet" href={embedStylePath} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

export interface EmbeddedListProps {
  readonly locale: Locale;
  readonly name: string;
  readonly organisation: string;
  /** Absolute. */
  readonly address: string;
  /** Newest first. */
  readonly items: readonly ListItem[];
  /** What the office of an item is called. */
  readonly office: (code: string) => string;
}

/** The newest releases of a list. */
export function EmbeddedList(props: EmbeddedListProps): VNode {
  const { locale, name, organisation, address, items } = props;
  const words = wordsFor(locale);
  return (
    <Frame locale={locale} title={words('feedTitle', { list: name, organisation })} canonical={address}>
      <h1>
        <a href={address} target="_top">
          <bdi>{name}</bdi>
        </a>
      </h1>
      {items.length === 0 ? <p class="summary">{words('emptyList')}</p> : null}
      {items.length === 0 ? null : (
        <ol>
          {items.map((item) => (
            <li>{itemOf(item, props)}</li>
          ))}
        </ol>
      )}
      <p class="all">
        <a href={address} target="_top">
          {words('showAll')}
        </a>
      </p>
    </Frame>
  );
}

function itemOf(item: ListItem, { locale, office }: EmbeddedListProps): ComponentChild {
  const words = wordsFor(locale);
  const { text, standing, change, published } = item;
  const path = textPath(item.locale, item.reference, item.slug);
  const own = item.locale === locale ? {} : { lang: item.locale, dir: directionOf(item.locale) };
  return (
    <>
      <h2 {...(text === null ? {} : own)}>
        <a href={path} target="_top">
          {text === null ? words('retractedReference', { reference: formatReference(item.reference) }) : text.headline}
        </a>
      </h2>
      <p class="about">
        <time dateTime={published.precision === 'instant' ? published.at : published.day}>
          {formatDay(published.day, locale)}
        </time>
        <bdi>{office(item.office)}</bdi>
        {standing === 'withdrawn' ? <strong class="grave">{words('withdrawn')}</strong> : null}
        {standing === 'published' && change !== null ? <span>{words(change.kind)}</span> : null}
      </p>
    </>
  );
}

export interface EmbeddedTextProps {
  readonly text: PublishedText;
  readonly organisation: string;
  readonly office: string;
  /** Absolute. */
  readonly address: string;
}

/** One release in short, as it stands now. */
export function EmbeddedText({ text, organisation, office, address }: EmbeddedTextProps): VNode {
  const { locale, published, standing, headline, summary } = text;
  const words = wordsFor(locale);
  const [change] = text.changes;
  return (
    <Frame locale={locale} title={words('feedTitle', { list: headline, organisation })} canonical={address}>
      <h1>
        <a href={address} target="_top">
          {headline}
        </a>
      </h1>
      <p class="about">
        <time dateTime={published.precision === 'instant' ? published.at : published.day}>
          {formatDay(published.day, locale)}
        </time>
        <bdi>{office}</bdi>
        {standing === 'withdrawn' ? <strong class="grave">{words('withdrawn')}</strong> : null}
        {standing === 'published' && change !== undefined ? <span>{words(change.kind)}</span> : null}
      </p>
      {standing === 'withdrawn' ? <p class="summary">{words('withdrawnText')}</p> : null}
      {summary === null ? null : <p class="summary">{summary}</p>}
    </Frame>
  );
}

/** What a frame shows whose release was retracted since it was put there. */
export function EmbeddedTombstone({ tombstone }: { tombstone: Tombstone }): VNode {
  const { locale, reference, reason } = tombstone;
  const words = wordsFor(locale);
  const title = words('retractedReference', { reference: formatReference(reference) });
  return (
    <Frame locale={locale} title={title} canonical={null}>
      <h1 class="grave">{title}</h1>
      <p class="summary">{words('retractedText')}</p>
      {reason === '' ? null : <p class="summary">{words('reason', { reason })}</p>}
    </Frame>
  );
}
