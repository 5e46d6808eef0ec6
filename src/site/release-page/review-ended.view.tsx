import type { VNode } from 'preact';
import { Document } from '../around/document.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import type { ReviewTyped } from './review-form.view.tsx';

/** For whoever typed at a link that has ended meanwhile: says so, what to do, and gives back every word. */
export function ReviewEndedView({ typed, stationery }: { typed: ReviewTyped; stationery: Stationery }): VNode {
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
        <p class="introduction">{words('reviewEndedText')}</p>
      </div>
      <div class="review">
        <label for="typed">{words('reviewTyped')}</label>
        <textarea id="typed" rows={10} readOnly dir="auto">
          {[typed.name, typed.words].filter((one) => one !== '').join('\n\n')}
        </textarea>
      </div>
    </Document>
  );
}
