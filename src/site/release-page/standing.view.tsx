import type { ComponentChild } from 'preact';
import type { Instant } from '../../platform/instant.ts';
import { dayIn } from '../../platform/instant.ts';
import { textPath } from '../../published/addresses.ts';
import { formatDay } from '../../words/as-written.ts';
import { sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import type { ReleaseProps } from './release-page.view.tsx';

/** Says, before anything else is read, that a text no longer stands or is not the current one. */
export function Standing({ text, stationery }: ReleaseProps): ComponentChild {
  const { words } = stationery;
  return (
    <>
      {text.isCurrent ? null : (
        <p class="notice">
          <strong>{words('earlierEdition', { edition: text.edition })}</strong>{' '}
          <a href={textPath(text.locale, text.reference, text.slug)}>{words('readCurrent')}</a>
        </p>
      )}
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

/** An instant as a day on the clocks of the office. */
export function officeDay(at: Instant, office: string, stationery: Stationery): ComponentChild {
  return <time dateTime={at}>{formatDay(dayIn(at, officeZone(office, stationery)), stationery.locale)}</time>;
}

export function officeZone(office: string, { institution }: Stationery): string {
  return institution.offices.find(({ code }) => code === office)?.timeZone ?? institution.organisation.timeZone;
}
