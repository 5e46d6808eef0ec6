import { Link } from '@tanstack/react-router';
import type { BundledSeen, BundleSeen, TextNamed } from '../../src/desk/contract.ts';
import { useAsk } from '../parts/ask.tsx';
import { useDoing } from '../parts/asked.ts';
import { directionOf, useNames } from '../parts/me.tsx';
import { useNotices } from '../parts/notices.tsx';
import { StateMark } from '../parts/text-line.tsx';
import { TroubleShown } from '../parts/trouble.tsx';
import { useWords } from '../words/words.tsx';

/** What goes public together, text by text, and a way out of it for each. */
export function BundleShown(order: {
  readonly bundle: BundleSeen;
  /** The text beside which it is shown, said without a link. */
  readonly at?: TextNamed;
}) {
  const { say } = useWords();
  const { bundle, at } = order;
  const { doIt, trouble } = useDoing();
  const ask = useAsk();
  const notices = useNotices();
  const unbundle = async ({ release, locale, headline }: BundledSeen) => {
    const question = {
      ...{ title: say('unbundle'), text: say('unbundleAsk', { headline: headline || say('untitled') }) },
      ...{ note: say('unbundleNote'), act: say('unbundle') },
    };
    if ((await ask(question)) === null) return;
    if ((await doIt('POST /desk/api/draft/unbundle', { release, locale })) !== undefined)
      notices.say(say('doneUnbundled'));
  };
  return (
    <div className="bundle">
      <ul aria-label={say('labelled', { label: say('bundle'), words: bundle.name })}>
        {bundle.texts.map((text) => (
          <li className="row" key={`${text.release} ${text.locale}`}>
            <Member text={text} isHere={text.release === at?.release && text.locale === at.locale} />
            {text.mayUnbundle && (
              <button
                type="button"
                className="plain"
                aria-label={say('labelled', {
                  label: say('unbundle'),
                  words: `${text.headline || say('untitled')}, ${text.locale}`,
                })}
                onClick={() => void unbundle(text)}
              >
                {say('unbundle')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <TroubleShown trouble={trouble} />
    </div>
  );
}

function Member({ text, isHere }: { readonly text: BundledSeen; readonly isHere: boolean }) {
  const { say, languageName } = useWords();
  const names = useNames();
  const { release, locale, headline, office, state } = text;
  const title = (
    <span lang={headline === '' ? undefined : locale} dir={headline === '' ? undefined : directionOf(locale)}>
      {headline || say('untitled')}
    </span>
  );
  return (
    <>
      <StateMark state={state} />
      {isHere ? (
        <strong>{title}</strong>
      ) : (
        <Link to="/releases/$release/$locale" params={{ release, locale }}>
          {title}
        </Link>
      )}
      <span className="small">
        {languageName(locale)} · {names.office(office)}
      </span>
    </>
  );
}
