import type { ComponentChild } from 'preact';
import { editionPath, listPath, referencePath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import { formatReference, isGiven } from '../../published/reference.ts';
import { formatDay, instantParts, languageName, ownName } from '../../words/as-written.ts';
import { machineTime, Named, runs } from '../around/inline.view.tsx';
import { subjectName } from '../list-page/subject.ts';
import { readableLanguages } from './readable-languages.ts';
import type { ReleaseProps } from './release-page.view.tsx';
import { officeZone } from './standing.view.tsx';

/** What is known about a release beside its text: when, who, what about, in which languages, where for ever. */
export function Facts({ text, stationery }: ReleaseProps): ComponentChild {
  const { words, locale, origin } = stationery;
  const others = readableLanguages(text.reference, text.languages, stationery).filter(
    (one) => one.locale !== text.locale,
  );
  const { published, firstPublished, reference } = text;
  const when =
    published.precision === 'day'
      ? formatDay(published.day, locale)
      : words('instant', instantParts(published.at, officeZone(text.office, stationery), locale));
  return (
    <section class="facts" aria-label={words('aboutThisRelease')}>
      <dl>
        {fact(words('published'), <time dateTime={machineTime(published)}>{when}</time>)}
        {firstPublished === null
          ? null
          : fact(
              words('firstPublished'),
              <>
                <time dateTime={firstPublished.day}>{formatDay(firstPublished.day, locale)}</time> (
                {languageName(firstPublished.locale, locale)})
              </>,
            )}
        {isGiven(reference) ? fact(words('reference'), <span class="ref">{formatReference(reference)}</span>) : null}
        {fact(words('office'), listLink({ kind: 'office', code: text.office }))}
        {fact(
          words('type'),
          <a href={listPath(locale, { kind: 'type', type: text.type }, stationery.slugs)}>
            {words(`type-${text.type}`)}
          </a>,
        )}
        {several(
          words('countries'),
          text.countries.map((code) => listLink({ kind: 'country', code })),
        )}
        {several(
          words('topics'),
          text.topics.map((code) => listLink({ kind: 'topic', code })),
        )}
        {several(
          words('alsoIn'),
          others.map((one) => (
            <a href={one.path} hreflang={one.locale} lang={one.locale} dir={runs(one.locale)}>
              {ownName(one.locale)}
            </a>
          )),
        )}
        {text.translatedFrom === null
          ? null
          : fact(words('translatedFrom'), languageName(text.translatedFrom.locale, locale))}
        {text.isCurrent
          ? null
          : fact(
              words('editionNumber', { edition: text.edition }),
              address(editionPath(text.locale, text.reference, text.slug, text.edition)),
            )}
        {isGiven(reference) ? fact(words('permanentAddress'), address(referencePath(reference))) : null}
      </dl>
    </section>
  );

  function address(path: string): ComponentChild {
    return (
      <a class="address" dir="ltr" href={path}>
        {origin.replace(/^https?:\/\//, '') + path}
      </a>
    );
  }

  function listLink(subject: ListSubject): ComponentChild {
    return (
      <a href={listPath(locale, subject, stationery.slugs)}>
        <Named name={subjectName(subject, stationery)} />
      </a>
    );
  }
}

function fact(term: string, description: ComponentChild): ComponentChild {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{description}</dd>
    </div>
  );
}

function several(term: string, descriptions: readonly ComponentChild[]): ComponentChild {
  if (descriptions.length === 0) return null;
  return (
    <div>
      <dt>{term}</dt>
      {descriptions.map((one) => (
        <dd>{one}</dd>
      ))}
    </div>
  );
}
