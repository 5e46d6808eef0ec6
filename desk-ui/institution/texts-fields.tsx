import { Textarea, TextInput } from '@mantine/core';
import { directionOf } from '../parts/me.tsx';
import { useWords } from '../words/words.tsx';

export type InLocales = Readonly<Record<string, string>>;

export interface Texts {
  readonly names: InLocales;
  readonly introductions: InLocales;
}

/** What something is called, and what stands above its list, language by language. */
export function TextsFields(order: {
  readonly locales: readonly string[];
  readonly texts: Texts;
  readonly put: (texts: Texts) => void;
  /** A topic has a name alone. */
  readonly hasIntroduction: boolean;
  /** Whether this person may change the words in a language. */
  readonly may: (locale: string) => boolean;
}) {
  const { say, languageName } = useWords();
  const { locales, texts, put, hasIntroduction, may } = order;
  const { names, introductions } = texts;
  return (
    <div className="stack">
      {locales.map((locale) => {
        const field = { lang: locale, dir: directionOf(locale), readOnly: !may(locale) };
        const of = (word: 'name' | 'introduction') =>
          say('labelled', { label: say(word), words: languageName(locale) });
        return (
          <div className={hasIntroduction ? 'pair' : undefined} key={locale}>
            <TextInput
              {...field}
              label={of('name')}
              value={names[locale] ?? ''}
              maxLength={200}
              onChange={(event) => put({ ...texts, names: { ...names, [locale]: event.currentTarget.value } })}
            />
            {hasIntroduction && (
              <Textarea
                {...field}
                label={of('introduction')}
                value={introductions[locale] ?? ''}
                maxLength={2_000}
                autosize
                minRows={1}
                onChange={(event) =>
                  put({ ...texts, introductions: { ...introductions, [locale]: event.currentTarget.value } })
                }
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
