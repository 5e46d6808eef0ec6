import type { ComponentChild } from 'preact';
import type { PublishedText } from '../../published/published-release.ts';
import { language } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { differenceOf, type Part } from './difference.ts';

interface DifferenceProps {
  readonly earlier: PublishedText;
  readonly later: PublishedText;
  readonly stationery: Stationery;
}

/** Under an earlier edition: what the next one changed. */
export function Difference({ earlier, later, stationery }: DifferenceProps): ComponentChild {
  const { words, locale } = stationery;
  const changed = differenceOf(earlier, later);
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
