import { expect, test } from 'vitest';
import { calderInstitution, onlyDay, textFor } from '../../../test/support/small-newsroom.ts';
import { instantOf } from '../../platform/instant.ts';
import { stationeryFor } from '../around/stationery.ts';
import { newsArticle } from './news-article.ts';

const stationery = stationeryFor(calderInstitution, 'en', 'https://news.calder.example');

// Of a day in Shanghai that began on the evening before, by the clocks of Greenwich.
const published = { ...onlyDay('2017-03-31'), at: instantOf('2017-03-30T16:00:00Z') };

test('a release of which only the day is known says that day alone', () => {
  const article = newsArticle(textFor({ number: 1, published, changedAt: published.at }), stationery);
  expect(article).toMatchObject({ datePublished: '2017-03-31', dateModified: '2017-03-31' });
});

test('a release of which only the day is known says when it changed later', () => {
  const changedAt = instantOf('2017-04-02T08:00:00Z');
  const article = newsArticle(textFor({ number: 1, published, changedAt }), stationery);
  expect(article).toMatchObject({ datePublished: '2017-03-31', dateModified: changedAt });
});
