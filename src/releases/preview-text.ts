import type { Boilerplate } from '../offices/office.ts';
import { type CivilDay, dayIn, type Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { firstPublished } from '../published/first-published.ts';
import type { KnownRelease } from '../published/publication.ts';
import type { PublishedAsset, PublishedText } from '../published/published-release.ts';
import type { Draft, DraftRelease } from './draft.ts';
import { editionText } from './edition-text.ts';
import type { KeptPicture } from './picture.ts';
import { slugOf } from './slug.ts';

export interface PreviewOrder {
  readonly release: DraftRelease;
  readonly draft: Draft;
  readonly pictures: readonly KeptPicture[];
  /** Null before the first publication: no number is given away before. */
  readonly known: KnownRelease | null;
  /** Of the office in the language of the text, in any order: the one of the day is chosen. */
  readonly boilerplates: readonly Boilerplate[];
  readonly timeZone: string;
  readonly now: Instant;
}

/**
 * A draft in the form in which pages take a public text, so that a preview is written by the same hand. It is handed
 * to a page that only the desk serves; nothing stores it.
 *
 * @throws Fault TEXT_INVALID
 */
export function previewText(order: PreviewOrder): PublishedText {
  const { release, draft, known, now, timeZone } = order;
  const { content } = draft;
  const written = editionText({ ...content, headline: content.headline === '' ? '—' : content.headline });
  const at = draft.standing.state === 'scheduled' ? draft.standing.goesPublicAt : now;
  const day = dayIn(at, timeZone);
  const reference = known?.reference ?? { office: release.office, year: Number(day.slice(0, 4)), number: 0 };
  const slug = draft.slug ?? slugOf(content.headline);
  const change = draft.change === null ? null : { ...draft.change, at, edition: draft.edition };
  const text: Unsealed = {
    ...written,
    release: release.id,
    reference,
    type: release.type,
    office: release.office,
    countries: release.countries,
    topics: release.topics,
    organisationWide: release.organisationWide,
    origin: 'written',
    locale: draft.locale,
    slug,
    standing: 'published',
    endReason: null,
    endedAt: null,
    published: { at, day, precision: 'instant' },
    firstPublished: firstOf(known, { locale: draft.locale, day }),
    changedAt: at,
    sequence: 0,
    edition: draft.edition,
    isCurrent: true,
    pictures: content.pictures.flatMap(({ picture, alt, caption }) => {
      const kept = order.pictures.find((one) => one.id === picture);
      return kept === undefined ? [] : [{ asset: assetOf(kept), alt, caption: caption === '' ? null : caption }];
    }),
    changes: change === null ? [] : [change],
    translatedFrom: null,
    isBehindCorrection: false,
    boilerplate: order.boilerplates.filter(({ from }) => from <= day).sort(newestFirst)[0] ?? null,
    languages: [{ locale: draft.locale, slug, standing: 'published' }],
  };
  return text as PublishedText;
}

/** All of a public text but what only the published half can give it: a field that is left out does not compile. */
type Unsealed = { readonly [Name in keyof PublishedText as Name extends string ? Name : never]: PublishedText[Name] };

/** Of a text that is public already its own day counts. */
function firstOf(
  known: KnownRelease | null,
  text: { readonly locale: Locale; readonly day: CivilDay },
): PublishedText['firstPublished'] {
  if (known === null) return null;
  const versions = [...known.versions].map(([locale, { published }]) => ({ locale, ...published }));
  return firstPublished(known.published.sequence, versions, known.versions.get(text.locale)?.published.day ?? text.day);
}

function newestFirst(one: Boilerplate, other: Boilerplate): number {
  return one.from < other.from ? 1 : -1;
}

/** As the published half will have it. */
export function assetOf({ id, hash, mediaType, bytes, width, height, rights }: KeptPicture): PublishedAsset {
  return { id, kept: { hash, mediaType, bytes, width, height }, ...rights };
}
