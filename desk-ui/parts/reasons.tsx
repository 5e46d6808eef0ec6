import type { Refusal } from '../types.ts';
import { refusalWords } from '../words/refusal-words.ts';
import { useWords } from '../words/words.tsx';
import { directionOf } from './me.tsx';

/** Why something was not done; of an act for several texts under each text its own reasons. */
export function Reasons({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const byText = Map.groupBy(refusals, textOf);
  return (
    <ul>
      {[...byText].map(([text, own]) => {
        const [{ of } = {}] = own;
        if (of === undefined) return <Sentences refusals={own} key={text} />;
        return (
          <li key={text}>
            <RefusedText of={of} />
            <ul>
              <Sentences refusals={own} />
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function RefusedText({ of: { locale, headline } }: { readonly of: NonNullable<Refusal['of']> }) {
  const { languageName } = useWords();
  return (
    <>
      <strong>{languageName(locale)}</strong>{' '}
      {headline && (
        <span lang={locale} dir={directionOf(locale)}>
          {headline}
        </span>
      )}
    </>
  );
}

function Sentences({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const words = useWords();
  const said = new Set(refusals.map((one) => refusalWords(one, words)));
  return [...said].map((one) => <li key={one}>{one}</li>);
}

function textOf({ of }: Refusal): string {
  return of === undefined ? '' : `${of.release} ${of.locale}`;
}
