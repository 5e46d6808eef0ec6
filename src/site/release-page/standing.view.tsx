import type { ComponentChild } from 'preact';
import type { Instant } from '../../platform/instant.ts';
import { dayIn } from '../../platform/instant.ts';
import { textPath } from '../../published/addresses.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { formatDay, languageName, ownName } from '../../words/as-written.ts';
import { sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import type { EditionProps } from './release-page.view.tsx';

/** Says, before anything else is read, that a text no longer stands or is not the current one. */
export function Standing({ text, stationery, isOfEdition }: EditionProps): ComponentChild {
  const { words } = stationery;
  return (
    <>
      {isOfEdition ? (
        <p class="notice">
          <strong>{words(text.isCurrent ? 'currentEdition' : 'earlierEdition', { edition: text.edition })}</strong>{' '}
          <a href={textPath(text.locale, text.reference, text.slug)}>{words('readCurrent')}</a>
        </p>
      ) : null}
      {text.isBehindCorrection && text.isCurrent ? behind(text, stationery) : null}
      {text.standing === 'withdrawn' ? (
        <div class="notice grave">
          <p>
            <strong>
              {text.endedAt === null
                ? words('withdrawn')
                : sentence(words, 'withdrawnOn', { date: officeDay(text.endedAt, text.office, stationery) })}
            </strong>{' '}
            {words('withdrawnText')}
          </p>
          {text.endReason === null ? null : <p>{sentence(words, 'reason', { reason: <bdi>{text.endReason}</bdi> })}</p>}
        </div>
      ) : null}
    </>
  );
}

/** For the time until the translation follows: readers learn that it does not say what the corrected text says. */
function behind({ translatedFrom, languages, reference }: PublishedText, stationery: Stationery): ComponentChild {
  const source = languages.find(({ locale }) => locale === translatedFrom?.locale);
  if (source === undefined) return null;
  const { words, locale } = stationery;
  return (
    <p class="notice">
      {words('sourceCorrected', { language: languageName(source.locale, locale) })}{' '}
      <a href={textPath(source.locale, reference, source.slug)} hreflang={source.locale} lang={source.locale}>
        {ownName(source.locale)}
      </a>
    </p>
  );
}

/** An instant as a day on the clocks of the office. */
export function officeDay(at: Instant, office: string, stationery: Stationery): ComponentChild {
  return <time dateTime={at}>{formatDay(dayIn(at, officeZone(office, stationery)), stationery.locale)}</time>;
}

export function officeZone(office: string, { institution }: Stationery): string {
  return institution.offices.find(({ code }) => code === office)?.timeZone ?? institution.organisation.timeZone;
}
