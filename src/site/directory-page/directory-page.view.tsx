import type { ComponentChild, VNode } from 'preact';
import { listPath } from '../../published/addresses.ts';
import type { ListSubject } from '../../published/list.ts';
import type { Directory } from '../../published/named-subject.ts';
import { Document } from '../around/document.view.tsx';
import { inLanguages } from '../around/in-languages.ts';
import { language, Named } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { introductionOf, subjectName, subjectsOf } from '../list-page/subject.ts';
import { directoryPath } from '../site-addresses.ts';

interface DirectoryProps {
  readonly directory: Directory;
  readonly stationery: Stationery;
}

/** All lists of one kind, by name. */
export function DirectoryPageView({ directory, stationery }: DirectoryProps): VNode {
  const { words, locale } = stationery;
  const languages = inLanguages(stationery, (one) => directoryPath(one, directory));
  return (
    <Document
      stationery={stationery}
      title={words(directory)}
      description={null}
      canonical={directoryPath(locale, directory)}
      alternates={languages.length > 1 ? languages : []}
      languages={languages}
    >
      <div class="opening">
        <p class="kicker">{words('allReleases')}</p>
        <h1>{words(directory)}</h1>
      </div>
      <ul class={`directory ${directory}`}>
        {subjectsOf(directory, stationery).map((subject) => entry(subject, stationery))}
      </ul>
    </Document>
  );
}

function entry(subject: ListSubject, stationery: Stationery): ComponentChild {
  const introduction = introductionOf(subject, stationery);
  const { locale } = stationery;
  return (
    <li>
      <a href={listPath(locale, subject, stationery.slugs)}>
        <Named name={subjectName(subject, stationery)} />
      </a>
      {introduction === null ? null : <p {...language(introduction.lang ?? locale, locale)}>{introduction.text}</p>}
    </li>
  );
}
