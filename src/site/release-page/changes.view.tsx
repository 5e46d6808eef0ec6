import type { ComponentChild } from 'preact';
import { editionPath } from '../../published/addresses.ts';
import type { Change, PublishedText } from '../../published/published-release.ts';
import { language } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import type { ReleaseProps } from './release-page.view.tsx';
import { officeDay } from './standing.view.tsx';

/** A correction is said above the text it corrects. */
export function LatestChange({ text, stationery }: ReleaseProps): ComponentChild {
  const [latest] = text.changes;
  if (latest === undefined || latest.kind === 'update' || !text.isCurrent) return null;
  return <div class="notice">{note(latest, text, stationery)}</div>;
}

/** Every change there ever was, each with a way to the text before it. */
export function ChangeNotes({ text, stationery }: ReleaseProps): ComponentChild {
  if (text.changes.length === 0) return null;
  return (
    <section class="notes changes">
      <h2>{stationery.words('changes')}</h2>
      <ol>
        {text.changes.map((change) => (
          <li>
            {note(change, text, stationery)}
            {change.edition - 1 === text.edition ? null : (
              <p>
                <a rel="nofollow" href={editionPath(text.locale, text.reference, text.slug, change.edition - 1)}>
                  {stationery.words('readEdition', { edition: change.edition - 1 })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function note({ kind, note: words, at }: Change, text: PublishedText, stationery: Stationery): ComponentChild {
  return (
    <p>
      <strong>{stationery.words(kind)}</strong> <span class="when">{officeDay(at, text.office, stationery)}</span>{' '}
      <bdi {...language(text.locale, stationery.locale)}>{words}</bdi>
    </p>
  );
}
