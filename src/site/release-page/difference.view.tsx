import type { ComponentChild } from 'preact';
import type { PublishedText } from '../../published/published-release.ts';
import { language } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import type { FieldDifference, Part } from './difference.ts';

/** What an earlier edition is compared with. */
export interface Compared {
  readonly later: PublishedText;
  /** Null: too much to compare. */
  readonly changed: readonly FieldDifference[] | null;
}

/** Under an earlier edition: what the next one changed. */
export function Difference({ later, changed, stationery }: Compared & { stationery: Stationery }): ComponentChild {
  const { words, locale } = stationery;
  if (changed?.length === 0) return null;
  return (
    <section class="notes difference">
      <h2>{words('whatChanged', { edition: later.edition })}</h2>
      {changed === null ? (
        <p>{words('tooDifferent')}</p>
      ) : (
        changed.map(({ parts }) => (
          <p class="compared" {...language(later.locale, locale)}>
            {parts.map(shown)}
          </p>
        ))
      )}
    </section>
  );
}

function shown({ kind, text }: Part): ComponentChild {
  if (kind === 'gone') return <del>{text}</del>;
  return kind === 'new' ? <ins>{text}</ins> : text;
}
