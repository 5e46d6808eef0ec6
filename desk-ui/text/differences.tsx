import type { Difference } from './compare-words.ts';

/** Words that came and words that went: underlined and struck out, so that colour is not needed. */
export function Differences({ parts }: { readonly parts: readonly Difference[] }) {
  let place = 0;
  return (
    <p className="difference">
      {parts.map(({ kind, text }) => {
        place += text.length + 1;
        if (kind === 'same') return <span key={place}>{text}</span>;
        return kind === 'added' ? <ins key={place}>{text}</ins> : <del key={place}>{text}</del>;
      })}
    </p>
  );
}
