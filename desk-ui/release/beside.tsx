import { useMemo } from 'react';
import type { DraftOpened } from '../../src/desk/contract.ts';
import type { Typed } from '../keep/kept-text.ts';
import { directionOf } from '../parts/me.tsx';
import { alignBlocks } from '../text/align-blocks.ts';
import { type Block, blocksOf } from '../text/pieces.ts';
import { useWords } from '../words/words.tsx';

/** Source and translation, paragraph by paragraph: what is missing shows as a gap. */
export function Beside(order: { readonly source: DraftOpened; readonly typed: Typed; readonly locale: string }) {
  const { say, languageName } = useWords();
  const { source, typed, locale } = order;
  const rows = useMemo(
    () => alignBlocks(allBlocks(source.content), allBlocks(typed.content)),
    [source.content, typed.content],
  );
  return (
    <div className="beside">
      <p className="cell head">{say('sourceText', { language: languageName(source.locale) })}</p>
      <p className="cell head">{say('translationText', { language: languageName(locale) })}</p>
      {rows.flatMap((row, at) => [
        <Cell key={`source ${at}`} block={row.source} locale={source.locale} />,
        <Cell key={`translation ${at}`} block={row.translation} locale={locale} />,
      ])}
    </div>
  );
}

function Cell({ block, locale }: { readonly block: Block | null; readonly locale: string }) {
  const { say } = useWords();
  if (block === null) return <div className="cell gap">{say('paragraphMissing')}</div>;
  const isHeading = block.tag === 'h2' || block.tag === 'h3';
  return (
    <div className="cell" lang={locale} dir={directionOf(locale)}>
      {isHeading ? <strong>{block.text}</strong> : block.text}
    </div>
  );
}

function allBlocks({ headline, summary, body }: Typed['content']): readonly Block[] {
  const line = (text: string, tag: string): readonly Block[] => (text === '' ? [] : [{ tag, html: '', text }]);
  return [...line(headline, 'h2'), ...line(summary, 'summary'), ...blocksOf(body)];
}
