import type { VNode } from 'preact';
import { Document } from '../around/document.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import type { ReviewTyped } from './review-form.view.tsx';

interface EndedProps {
  /** What somebody sent by it, to be given back word by word; null: they only opened it. */
  readonly typed: Pick<ReviewTyped, 'name' | 'words'> | null;
  readonly stationery: Stationery;
}

/** For whoever has a link that has ended: says so, and what to do. */
export function ReviewEndedView({ typed, stationery }: EndedProps): VNode {
  const { words } = stationery;
  return (
    <Document
      stationery={stationery}
      title={words('reviewEnded')}
      description={null}
      canonical={null}
      alternates={[]}
      languages={[]}
      isHidden
    >
      <div class="opening">
        <h1>{words('reviewEnded')}</h1>
        <p class="introduction">{words(typed === null ? 'linkEndedText' : 'reviewEndedText')}</p>
      </div>
      {typed === null ? null : (
        <div class="review">
          <label for="typed">{words('reviewTyped')}</label>
          <textarea id="typed" rows={10} readOnly dir="auto">
            {[typed.name, typed.words].filter((one) => one !== '').join('\n\n')}
          </textarea>
        </div>
      )}
    </Document>
  );
}
