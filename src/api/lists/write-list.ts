import { listPath, pagePath, shortTextPath, textPath } from '../../published/addresses.ts';
import type { Institution } from '../../published/published.ts';
import type { CountedPage, LanguageOffered, ListItem } from '../../published/published-release.ts';
import { formatReference } from '../../published/reference.ts';
import { type ReleaseWriter, releasePath } from '../releases/write-release.ts';
import type { Told } from '../shapes.ts';
import type * as shape from './list-shape.ts';
import { listName, subjectPath } from './subject-path.ts';

interface Around {
  readonly origin: string;
  readonly institution: Institution;
  readonly writer: ReleaseWriter;
  /** As asked: below that item. */
  readonly after: number | null;
  /** Above the newest page. */
  readonly pinned: readonly ListItem[];
}

export function writeListPage(page: CountedPage, around: Around): Told<typeof shape.ListPage> {
  const { origin, institution, after, pinned } = around;
  const { subject, locale, number } = page;
  const chosen = institution.organisation.locales.find((one) => one.locale === locale);
  const here = (place: { page?: number | 'newest' | null; after?: number | null }) =>
    origin + pageAddress(subjectPath(subject), { locale, page: place.page ?? null, after: place.after ?? null });
  const list = listPath(locale, subject, institution);
  const onSite = pagePath(list, { year: null, number, ...(after === null ? {} : { after }) });
  return {
    list: listName(subject),
    locale,
    scope: chosen?.scope ?? 'any',
    page: number,
    newestPage: page.newest,
    items: page.items.map((item) => writeItem(item, around)),
    pinned: pinned.map((item) => writeItem(item, around)),
    links: {
      self: here({ page: number, after }),
      newer: page.newer === null ? null : here({ page: page.newer }),
      older: page.older === null ? null : here({ page: page.older }),
      rest: page.rest === null ? null : here(page.rest),
      months: `${origin}${subjectPath(subject)}/months?locale=${locale}`,
      html: origin + onSite,
      ...{ atom: `${origin}${list}/feed.atom`, rss: `${origin}${list}/feed.rss`, json: `${origin}${list}/feed.json` },
    },
  };
}

function pageAddress(
  path: string,
  { locale, page, after }: { locale: string; page: number | 'newest' | null; after: number | null },
): string {
  const number = page === null || page === 'newest' ? '' : `&page=${page}`;
  return `${path}?locale=${locale}${number}${after === null ? '' : `&after=${after}`}`;
}

export function writeItem(
  item: ListItem,
  { origin, writer }: Pick<Around, 'origin' | 'writer'>,
): Told<typeof shape.Item> {
  const { reference, type, office, countries, topics, published, sequence, locale, standing, changedAt, text } = item;
  const page = ({ locale: of, slug, standing: how }: LanguageOffered) =>
    origin + (how === 'retracted' ? shortTextPath(of, reference) : textPath(of, reference, slug));
  return {
    ...{
      id: item.release,
      reference: formatReference(reference),
      type,
      office,
      countries,
      topics,
      published,
      sequence,
    },
    ...{ locale, fallback: item.isFallback, standing, changedAt },
    text:
      text === null || standing === 'retracted'
        ? null
        : {
            ...{ kicker: text.kicker, headline: text.headline, summary: text.summary },
            picture: text.picture === null ? null : writer.picture(text.picture),
          },
    lastChange: standing === 'retracted' ? null : item.change,
    languages: item.languages.map((one) => ({ locale: one.locale, standing: one.standing, page: page(one) })),
    links: { release: origin + releasePath(reference), page: page(item) },
  };
}
