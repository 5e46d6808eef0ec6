import { expect, test } from 'vitest';
import { itemsOf } from '../../../test/support/read-list.ts';

const two = (item: string) =>
  itemsOf(`<ul>${item}<li><a href="/n1.htm">Quay closed</a><br><span class=date>4 March 2016</span></li></ul>`);
const rest = '<br><span class=date>5 March 2016</span><p>The office was opened by the minister.</p></li>';
const link = '<a href="/n2.htm">New office opens in Cairo</a>';

test.each([
  ['beside each other', `<li><img src=a.jpg><small>© John Smith / Reuters</small>${link}${rest}`],
  ['with a space between them', `<li><small>© John Smith / Reuters</small> ${link}${rest}`],
  ['without an element of its own', `<li><img src=a.jpg>© John Smith / Reuters ${link}${rest}`],
  ['behind the link', `<li>${link} © John Smith / Reuters${rest}`],
  ['in an element behind the link', `<li>${link}<cite>© John Smith / Reuters</cite>${rest}`],
  ['with a bold headline', `<li><em>© John Smith / Reuters</em><b>New office opens in Cairo</b>${rest}`],
  ['with a link of its own', `<li><small>© <a href="/js">John Smith</a> / Reuters</small>${link}${rest}`],
  ['with a link to its maker', `<li>© <a href="/js">John Smith / Reuters</a><br>${link}${rest}`],
  ['named by its class alone', `<li><span class="photo-credit">© John Smith / Reuters</span>${link}${rest}`],
])('a credit is no part of the headline: %s', async (_, item) => {
  const [first] = await two(item);
  expect(first).toMatchObject({
    headline: 'New office opens in Cairo',
    summary: 'The office was opened by the minister.',
    credit: { raw: '© John Smith / Reuters', creator: 'John Smith', agency: 'Reuters' },
    date: '2016-03-05',
  });
});

test('in Arabic too', async () => {
  const [first] = await itemsOf(
    '<ul><li><small>© جون سميث / رويترز</small><a href="/2">افتتاح مكتب جديد في القاهرة</a><br><span>5 مارس 2016</span><p>افتتح الوزير المكتب.</p></li><li><a href="/1">إغلاق الرصيف</a><br><span>4 مارس 2016</span></li></ul>',
    'ar',
  );
  expect(first).toMatchObject({ headline: 'افتتاح مكتب جديد في القاهرة', credit: { raw: '© جون سميث / رويترز' } });
});

test('small print and a link beside each other are two lines', async () => {
  const [first] = await two(`<li><small>Press release</small>${link}${rest}`);
  expect(first).toMatchObject({ kicker: 'Press release', headline: 'New office opens in Cairo', credit: null });
});

test('a credit without a mark, in an element that says it is one, is no headline', async () => {
  const [first] = await two(`<li><span class="credit">John Smith / Reuters</span>${link}${rest}`);
  expect(first).toMatchObject({ headline: 'New office opens in Cairo', credit: { creator: 'John Smith' } });
  const [other] = await two(`<li><figure><figcaption>The minister in Cairo</figcaption></figure>${link}${rest}`);
  expect(other).toMatchObject({
    headline: 'New office opens in Cairo',
    summary: expect.stringContaining('The office was opened by the minister.'),
  });
});
