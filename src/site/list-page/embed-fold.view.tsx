import type { ComponentChild } from 'preact';
import { embedPath } from '../../published/addresses.ts';
import { embedCode, LIST_FRAME_HEIGHT } from '../../published/embed-code.ts';
import type { Stationery } from '../around/stationery.ts';

interface EmbedFoldProps {
  /** Path of the list. */
  readonly base: string;
  readonly name: string;
  readonly stationery: Stationery;
}

/** What a webmaster copies to show the list elsewhere, folded away until it is wanted. */
export function EmbedFold({ base, name, stationery: { words, origin } }: EmbedFoldProps): ComponentChild {
  const address = origin + embedPath(base);
  return (
    <details class="embed">
      <summary>{words('embedList')}</summary>
      <p>
        {words('embedText')} <a href={embedPath(base)}>{words('embedSee')}</a>
      </p>
      <p>
        <code dir="ltr">{embedCode({ address, title: name, width: null, height: LIST_FRAME_HEIGHT })}</code>
      </p>
    </details>
  );
}
