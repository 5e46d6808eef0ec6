import type { ComponentChild } from 'preact';
import { releaseTypes } from '../../published/list.ts';
import { countriesOf } from '../../published/named-subject.ts';
import type { Keyword } from '../../search/query-words.ts';
import type { WordKey } from '../../words/en.ts';
import { sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';
import { searchPath } from '../site-addresses.ts';

/** The language of queries, by examples that can be followed. */
export function SearchHelp({ stationery }: { readonly stationery: Stationery }): ComponentChild {
  const { words, locale } = stationery;
  const follow = (example: string) => (
    <a href={`${searchPath(locale)}?${new URLSearchParams({ q: example })}`}>
      <bdi>{example}</bdi>
    </a>
  );
  const month = `${words('keyword-after')}:2017-03`;
  return (
    <section class="how" id="how">
      <h2>{words('howToSearch')}</h2>
      <dl>
        {examplesFor(stationery).map(([example, meaning]) => (
          <div>
            <dt>{follow(example)}</dt>
            <dd>{words(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p class="small">{sentence(words, 'helpDays', { example: follow(month) })}</p>
    </section>
  );
}

/** With names of this institution: an example that finds nothing teaches little. */
function examplesFor({ words, institution }: Stationery): [string, WordKey][] {
  const filter = (keyword: Keyword, value: string | undefined, meaning: WordKey): [string, WordKey][] =>
    value === undefined ? [] : [[`${words(`keyword-${keyword}`)}:${value}`, meaning]];
  return [
    [words('exampleWords'), 'helpWords'],
    [words('examplePhrase'), 'helpPhrase'],
    [words('exampleWithout'), 'helpWithout'],
    [words('examplePrefix'), 'helpPrefix'],
    ...filter('office', institution.offices[0]?.code, 'helpOffice'),
    ...filter('country', countriesOf(institution)[0], 'helpCountry'),
    ...filter('topic', institution.topics[0]?.code, 'helpTopic'),
    ...filter('type', institution.types[0] ?? releaseTypes[0], 'helpType'),
    ...filter('lang', institution.organisation.locales.at(-1)?.locale, 'helpLanguage'),
    ...filter('has', words('content-picture'), 'helpPicture'),
    ...filter('after', '2017', 'helpAfter'),
    ...filter('before', '2017', 'helpBefore'),
  ];
}
