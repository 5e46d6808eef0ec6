import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openExample } from '../support/open-for-readers.ts';

let open: OpenForReaders;

beforeAll(async () => {
  open = await openExample();
});
afterAll(() => open.close());

async function meant(query: string): Promise<string | null> {
  const { body } = await open.get(`/api/v1/search?q=${encodeURIComponent(query)}&lang=zh-Hans`);
  return JSON.parse(body).didYouMean;
}

test.each([
  ['潮夕', '潮汐'],
  ['朝汐', '潮汐'],
  ['码投', '码头'],
  ['灯答', '灯塔'],
  ['三角州', '三角洲'],
  ['马头工人', '码头工人'],
  ['码头工仁', '码头工人'],
  ['引杭员', '引航员'],
  ['总干是', '总干事'],
  ['蒙谷国', '蒙古国'],
  ['海平面上生', '海平面上升'],
  ['潮夕 2024', '潮汐 2024'],
])('whoever looks for %s in Chinese is asked whether %s was meant, and finds something there', async (typed, word) => {
  expect(await meant(typed)).toBe(word);
  const { body } = await open.get(`/zh-Hans/search?q=${encodeURIComponent(typed)}`);
  expect(body).toContain(`href="/zh-Hans/search?q=${encodeURIComponent(word).replaceAll('%20', '+')}"`);
  const found = await open.get(`/api/v1/search?q=${encodeURIComponent(word)}`);
  expect(JSON.parse(found.body).didYouMean).toBeNull();
});

test.each(['潮汐', '龘龘', '龘', '潮', '一二三四五六七八九十百千万亿'])(
  'nothing is suggested for %s, which is here or near to nothing',
  async (typed) => expect(await meant(typed)).toBeNull(),
);
