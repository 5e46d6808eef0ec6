import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsOf } from '../support/archives.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

let open: OpenForReaders;

beforeAll(async () => {
  open = await openForReaders();
  await fillForApi(open);
});

afterAll(() => open?.close());

interface Hit {
  readonly item: { readonly reference: string; readonly locale: string; readonly standing: string };
  readonly headline: Extract;
  readonly extract: Extract | null;
}
interface Extract {
  readonly text: string;
  readonly marks: readonly { start: number; end: number }[];
}

const search = async (query: string) => {
  const { status, body } = await open.get(query.startsWith('http') ? query : `/api/v1/search?${query}`);
  return { status, json: JSON.parse(body) };
};
const referencesOf = (hits: readonly Hit[]) => hits.map(({ item }) => item.reference);

describe('a search', () => {
  test('finds a text by its words, and says where they stand', async () => {
    const { status, json } = await search('q=渡轮&limit=50');
    expect(status).toBe(200);
    expect(json).toMatchObject({ sort: 'best', notes: [], more: false });
    expect(json.count).toBeGreaterThan(40);
    const { headline } = (json.hits as Hit[])[0] as Hit;
    for (const { start, end } of headline.marks) expect('渡轮').toContain(headline.text.slice(start, end));
    expect(headline.marks.length).toBeGreaterThan(0);
  });

  test('takes filters as parameters, several of one kind too, and as words', async () => {
    const news = (await search('q=ferry&type=news&limit=50')).json;
    expect(referencesOf(news.hits)).toEqual(referencesOf((await search('q=ferry type:news&limit=50')).json.hits));
    const both = (await search('q=ferry&type=news&type=press-release')).json;
    expect(both.count).toBe((await search('q=ferry')).json.count);
    expect(news.facets.types).toEqual([{ value: 'news', releases: news.count }]);
    const mongolian = (await search('type=news&lang=mn&locale=mn&sort=newest')).json;
    expect(mongolian.hits.every(({ item }: Hit) => item.locale === 'mn')).toBe(true);
  });

  test('takes countries and languages by their English names, as the page does', async () => {
    const coded = (await search('q=ferry country:MN lang:mn')).json;
    expect([coded.count > 0, coded.notes]).toEqual([true, []]);
    const named = (await search('q=ferry country:Mongolia lang:Mongolian')).json;
    expect([named.count, named.notes]).toEqual([coded.count, []]);
  });

  test('explains what it did not understand, and looks for the rest', async () => {
    const { json } = await search('q=ferry "6 office:nowhere');
    expect(json.notes.map(({ note }: { note: string }) => note)).toEqual(['quote-not-closed', 'unknown-office']);
    for (const { detail } of json.notes) expect(detail).toMatch(/[.]$/);
    expect((await search('')).json).toMatchObject({ count: 0, hits: [], links: { next: null } });
    expect((await search('q=-ferry')).json).toMatchObject({ count: 0, notes: [{ note: 'only-without' }] });
  });

  test('shows nothing that was retracted', async () => {
    expect((await search('q="Ferry 11"')).json.count).toBe(0);
    expect((await search('q="Ferry 10"')).json.hits[0].item.standing).toBe('withdrawn');
  });
});

describe('a cursor', () => {
  test('leads on to the end, past every release once', async () => {
    const seen: string[] = [];
    let next: string | null = 'q=ferry&sort=newest&limit=7';
    while (next !== null) {
      const { json }: { json: { hits: Hit[]; links: { next: string | null } } } = await search(next);
      seen.push(...referencesOf(json.hits));
      next = json.links.next;
    }
    expect(seen).toHaveLength(65);
    expect(new Set(seen).size).toBe(65);
  });

  test('goes on where it ended, though something was published above meanwhile', async () => {
    const all = (await search('q=ferry&sort=newest&limit=50')).json.hits as Hit[];
    const first = (await search('q=ferry&sort=newest&limit=10')).json;
    await open.moveIn(actsOf(770));
    const second = (await search(first.links.next)).json;
    expect(referencesOf([...first.hits, ...second.hits])).toEqual(referencesOf(all.slice(0, 20)));
  });

  test('that this search did not write is refused', async () => {
    const { links } = (await search('q=ferry&limit=5')).json;
    const [, cursor = ''] = /cursor=([\w-]+)/.exec(links.next) ?? [];
    expect((await search(`q=ferry&limit=5&cursor=${cursor}`)).status).toBe(200);
    for (const wrong of [cursor.slice(1), `${cursor}x`, 'x', '', 'MTAuMS4', cursor.replace(/.$/, '0')])
      expect([wrong, (await search(`q=ferry&limit=5&cursor=${wrong}`)).status]).toEqual([wrong, 400]);
    expect((await search(`q=boat&limit=5&cursor=${cursor}`)).status).toBe(400);
    expect((await search(`q=ferry&limit=6&cursor=${cursor}`)).status).toBe(400);
  });
});
