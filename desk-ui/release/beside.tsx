import { useMemo } from 'react';
import type { DraftOpened } from '../../src/desk/contract.ts';
import { directionOf } from '../parts/me.tsx';
import { alignBlocks } from '../text/align-blocks.ts';
import { type Block, blocksOf } from '../text/pieces.ts';
import { Prose } from '../text/prose.tsx';
import { useWords } from '../words/words.tsx';

/** Source and translation to be read, paragraph by paragraph: what is missing shows as a gap. */
export function Beside({ source, draft }: { readonly source: DraftOpened; readonly draft: DraftOpened }) {
  const { say, languageName } = useWords();
  const rows = useMemo(
    () => alignBlocks(allBlocks(source.content), allBlocks(draft.content)),
    [source.content, draft.content],
  );
  return (
    <div className="beside">
      <p className="cell head">{say('sourceText', { language: languageName(source.locale) })}</p>
      <p className="cell head">{say('translationText', { language: languageName(draft.locale) })}</p>
      {rows.flatMap((row, at) => [
        <Cell key={`source ${at}`} block={row.source} locale={source.locale} />,
        <Cell key={`translation ${at}`} block={row.translation} locale={draft.locale} />,
      ])}
    </div>
  );
}

function Cell({ block, locale }: { readonly block: Block | null; readonly locale: string }) {
  const { say } = useWords();
  if (block === null) return <div className="cell gap">{say('paragraphMissing')}</div>;
  return (
    <div className="cell" lang={locale} dir={directionOf(locale)}>
      <Prose html={block.html} />
    </div>
  );
}

function allBlocks({ headline, summary, body }: DraftOpened['content']): readonly Block[] {
  const line = (text: string, tag: string): readonly Block[] =>
    text === '' ? [] : [{ tag, html: `<p><strong>${escaped(text)}</strong></p>`, text }];
  return [...line(headline, 'h2'), ...line(summary, 'summary'), ...blocksOf(body)];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
