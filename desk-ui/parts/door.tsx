import { NativeSelect } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { deskLanguages, useChooseLanguage, useWords } from '../words/words.tsx';
import { TooOld } from './too-old.tsx';

/** Around the screens before one is signed in. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say, language } = useWords();
  const choose = useChooseLanguage();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="frame">
      <header className="masthead">
        <p className="nameplate">
          <a href="/">Dateline</a>
          <span className="room">{say('desk')}</span>
        </p>
        <NativeSelect
          size="xs"
          aria-label={say('language')}
          value={language}
          onChange={(event) => choose(event.currentTarget.value)}
          data={deskLanguages.map((value) => ({ value, label: ownName(value) }))}
        />
      </header>
      <main className="door">
        <TooOld />
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}

/** A language's name in itself. */
function ownName(language: (typeof deskLanguages)[number]): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
