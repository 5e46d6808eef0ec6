import { expect, test } from 'vitest';
import { safeHtml } from '../../src/platform/html.ts';
import { blocksOf } from '../text/pieces.ts';
import { tidyHtml } from './tidy-html.ts';

const fromEditor = [
  '<h2>Fares &amp; times</h2><p></p><p lang="fr">Un <strong>deux</strong><br>trois "q" &nbsp;x</p>',
  '<ul><li><p>One</p><ul><li><p>Inner</p></li></ul></li><li><p>Two</p><p>more</p></li></ul><ol start="3"><li><p>c</p></li></ol><hr>',
  '<table data-caption="Fares"><tbody><tr><th colspan="1" rowspan="1"><p>A</p></th><th colspan="2" rowspan="1"><p>B</p></th></tr>',
  '<tr><th colspan="1" rowspan="1"><p>x</p></th><td colspan="1" rowspan="1"><p>1</p></td><td colspan="1" rowspan="1"><p></p></td></tr></tbody></table><p></p>',
].join('');

test('the editor’s text becomes what the newsroom keeps', () => {
  expect(tidyHtml(fromEditor)).toBe(
    [
      '<h2>Fares &amp; times</h2><p lang="fr">Un <strong>deux</strong><br />trois "q" \u00a0x</p>',
      '<ul><li>One<ul><li>Inner</li></ul></li><li>Two<p>more</p></li></ul><ol start="3"><li>c</li></ol><hr />',
      '<table><caption>Fares</caption><thead><tr><th scope="col">A</th><th scope="col" colspan="2">B</th></tr></thead>',
      '<tbody><tr><th scope="row">x</th><td>1</td><td></td></tr></tbody></table>',
    ].join(''),
  );
});

test('the newsroom’s own door changes nothing of it, and an empty text is empty', () => {
  const tidy = tidyHtml(fromEditor);
  expect(safeHtml(tidy, 'body')).toBe(tidy);
  expect([tidyHtml('<p></p>'), tidyHtml(tidy)]).toEqual(['', tidyHtml(tidyHtml(tidy))]);
});

test('a table is read row by row', () => {
  expect(blocksOf(tidyHtml(fromEditor)).at(-1)?.text).toBe('Fares\nA | B\nx | 1 | ');
});
