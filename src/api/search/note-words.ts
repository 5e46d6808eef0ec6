import type { QueryNote } from '../../search/query.ts';

/** What was made of a part of a query that was not understood, for whoever wrote the program. */
export const noteWords: Readonly<Record<QueryNote['note'], string>> = {
  'quote-not-closed': 'A quotation mark is not closed. The words behind it were taken as a phrase; close it.',
  'nothing-after-minus': 'Nothing stands behind a minus sign. Write the word to leave out without a space.',
  'filter-after-minus': 'Filters cannot be left out. Write the words or filters that must hold.',
  'not-a-filter':
    'This is no filter; it was looked for as a word. Filters are office:, country:, topic:, type:, lang:, has:, before: and after:.',
  'not-an-operator':
    'AND, OR and NOT are no operators; they were looked for as words. All words must occur: leave AND out, write -word for NOT, and ask once for each choice of OR.',
  'nothing-to-look-for': 'Nothing here can be looked for. Write a word, a phrase or a filter.',
  'only-without': 'Only words to leave out are given. Write something that must occur, too.',
  'unknown-office': 'There is no such office. /api/v1/offices names their codes.',
  'unknown-country': 'There is no such country here. /api/v1/countries names the codes.',
  'unknown-topic': 'There is no such topic. /api/v1/topics names their codes.',
  'unknown-type': 'There is no such type. Write press-release, news, statement, media-advisory, speech or notice.',
  'unknown-language': 'No text is in this language. Write a tag like en or zh-Hans.',
  'unknown-content': 'Texts are not filtered by this. Write has:picture.',
  'not-a-day': 'This is not a day. Write a day, a month or a year: 2026-03-02, 2026-03 or 2026.',
  'days-in-wrong-order': 'The last day comes before the first. Neither was used; turn them round.',
  'prefix-too-short': 'A beginning needs at least two letters. It was taken as a word.',
  'too-many-beginnings': 'At most 4 words may end with a star. This one and those after it were left out.',
  'too-long': 'At most 1,000 characters are read. What follows was left out.',
  'too-many-words': 'At most 32 words are looked for. What follows was left out.',
  'too-common':
    'So many common words are not looked for at once. These were left out, wholly or in part; write fewer words, or more letters before a star.',
};
