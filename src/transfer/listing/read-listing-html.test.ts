import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itemsOf, short } from '../../../test/support/read-list.ts';
import { readListing } from './read-listing.ts';

test('a whole page: navigation, headings, credits, entities, links and pager', async () => {
  const items = await itemsOf(readFileSync(new URL('list-page.fixture.html', import.meta.url), 'utf8'));
  expect(
    items.map(({ date, headline, summary, credit, kicker, warnings }) => [
      date,
      headline,
      summary,
      credit?.raw ?? null,
      kicker,
      warnings.map(({ code }) => code),
    ]),
  ).toEqual([
    ['2017-07-27', 'Harbour council & ferry: a new timetable', 'The council met on 9 March\u00a02017.', null, null, []],
    [
      '2017-03-01',
      'Dredging begins',
      null,
      '© Jonna Vale / AFP 2023',
      'Press release',
      ['no-summary', 'credit-year-after-release'],
    ],
    [null, 'No day for the market', 'Some words.', null, null, ['undated']],
    ['2016-05-05', 'Fish market', '“Ends in quotes.”', null, null, []],
  ]);
});

test.each([
  [
    'rows of a table',
    '<table><tr><th>Date</th><th>Title</th></tr><tr><td>27/07/2017</td><td><a href="1">Ferry</a><br>All met.</td></tr><tr><td>03/04/2017</td><td><a href="2">Dredging</a></td></tr></table>',
  ],
  [
    'headings and paragraphs',
    '<h1>News</h1><h3>Ferry</h3><p>27 July 2017</p><p>All met.</p><h3>Dredging</h3><p>3 April 2017</p>',
  ],
  [
    'dates before headings',
    '<h1>News</h1><p>27 July 2017</p><h3>Ferry</h3><p>All met.</p><p>3 April 2017</p><h3>Dredging</h3>',
  ],
  [
    'divisions by class',
    '<div class="item odd"><div>27.07.2017</div><div><a href="1">Ferry</a></div><div>All met.</div></div><div class="item even"><div>03.04.2017</div><div><a href="2">Dredging</a></div></div>',
  ],
  [
    'a list of definitions',
    '<dl><dt>27 July 2017</dt><dd><a href="1">Ferry</a></dd><dd>All met.</dd><dt>3 April 2017</dt><dd><a href="2">Dredging</a></dd></dl>',
  ],
  [
    'a date after the link',
    '<ol><li><a href="1">Ferry</a> (27 July 2017)<br>All met.</li><li><a href="2">Dredging</a> (3 April 2017)</li></ol>',
  ],
  [
    'a date before the link',
    '<ul><li>27 July 2017 – <a href="1">Ferry</a><p>All met.</p></li><li>3 April 2017 – <a href="2">Dredging</a></li></ul>',
  ],
  [
    'paragraphs with line breaks',
    '<p><b>Ferry</b><br>27 July 2017<br>All met.</p><p><b>Dredging</b><br>3 April 2017</p>',
  ],
  [
    'articles with machine dates',
    '<article><h2><a href="1">Ferry</a></h2><ul><li><time datetime="2017-07-27T09:00Z">3 days ago</time></li></ul><p>All met.</p></article><article><h2>Dredging</h2><ul><li><time datetime="2017-04-03">long ago</time></li></ul></article>',
  ],
  [
    'articles in list items',
    '<ul><li><article><h2>Ferry</h2><time>27 July 2017</time><p>All met. <a>Read more</a></p></article></li><li><article><h2>Dredging</h2><time>3 April 2017</time></article></li></ul>',
  ],
])('%s', async (_, html) => {
  expect(short(await itemsOf(html))).toEqual([
    ['2017-07-27', 'Ferry', 'All met.'],
    ['2017-04-03', 'Dredging', null],
  ]);
});

test('what is printed comes before what is meant for machines', async () => {
  const [item] = await itemsOf(
    '<ul><li><a href="1">Ferry</a> <time datetime="2017-07-26T22:00:00Z">27 July 2017</time></li><li><a href="2">Dredging</a> <time datetime="2017-04-03">3 April 2017</time></li></ul>',
  );
  expect(item?.date).toBe('2017-07-27');
});

test('a list without a single date is read, all undated', async () => {
  const items = await itemsOf(
    '<main><ul><li><a href="1">Ferry agreed</a></li><li><a href="2">Dredging begins</a></li></ul></main>',
  );
  expect(short(items)).toEqual([
    [null, 'Ferry agreed', null],
    [null, 'Dredging begins', null],
  ]);
});

test('markup inside a text is no text, and script is never read', async () => {
  const items = await itemsOf(
    '<ul><li><a href="1">Ferry &lt;b&gt; <em>agreed</em></a><script>var x = "<li>9 May 2017</li>"</script><p>3 May 2017</p></li><li><a>Dredging</a><p>2 May 2017</p></li></ul>',
  );
  expect(items.map(({ headline }) => headline)).toEqual(['Ferry <b> agreed', 'Dredging']);
});

test('a page of more than 32 MiB is refused with what to do', async () => {
  const row = Buffer.from(`<li><a href="1">Ferry</a> ${'x'.repeat(65_536)}</li>\n`);
  const open = async function* () {
    for (let count = 0; count < 600; count++) yield row;
  };
  const reading = (async () => {
    for await (const _ of readListing(open, { locale: 'en' }));
  })();
  await expect(reading).rejects.toMatchObject({ code: 'IMPORT_HTML_TOO_LARGE' });
});

test('a day printed without its year, or in two ways readable, is the one its element states where they agree', async () => {
  const list = (...times: string[]) =>
    times.map((time, index) => `<article><h2>Quay ${index + 1}</h2>${time}<p>All met.</p></article>`).join('\n');
  const dates = async (...times: string[]) => (await itemsOf(list(...times))).map(({ date }) => date);
  expect(
    await dates(
      '<time datetime="2017-01-12">Jan 12</time>',
      '<time datetime="2017-01-11T23:00:00Z">Wednesday, 11 January</time>',
      '<time datetime="2017-02-03">02/03/2017</time>',
      '<time datetime="2017-01-10">3 days ago</time>',
    ),
  ).toEqual(['2017-01-12', '2017-01-11', '2017-02-03', '2017-01-10']);
  // Somebody touched the page later: the date that is printed is in full.
  expect(
    await dates('<time datetime="2019-05-01">12 January 2017</time>', '<time datetime="2019-05-01">Jan 11</time>'),
  ).toEqual(['2017-01-12', null]);
});

test('a page of thousands of releases is read in seconds', { timeout: 60_000 }, async () => {
  const rows = Array.from(
    { length: 3_000 },
    (_, n) => `<li><a href="${n}">Ferry ${n} sails</a> <i>${(n % 28) + 1} May 2011</i></li>`,
  );
  expect(await itemsOf(`<ul>${rows.join('')}</ul>`)).toHaveLength(3_000);
});
