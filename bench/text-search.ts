import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { startPostgres } from '../test/support/start-postgres.ts';

/** What one would use instead: PostgreSQL’s `tsvector` under a GIN index. */
export interface TextSearch {
  /** Milliseconds for the first twenty texts. @param asked as `to_tsquery` takes it. */
  timed(asked: string, order: 'newest' | 'best'): Promise<number>;
  /** In how many texts a word stands. */
  count(asked: string): Promise<number>;
  /** In bytes. */
  readonly size: number;
  close(): Promise<void>;
}

const ROWS_AT_ONCE = 1_000;

/** Puts the texts of a newsroom’s file into it. Chinese is given in pairs of characters, which PostgreSQL cannot make by itself. */
export async function openTextSearch(file: string): Promise<TextSearch> {
  const server = await startPostgres();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create table text (id integer primary key, words tsvector)');
  const database = new DatabaseSync(file, { readOnly: true });
  const texts = database.prepare('select sequence, headline, summary, body, locale from edition order by sequence');
  let rows: { id: number; text: string }[] = [];
  const put = async () => {
    await client.query(
      `insert into text select id, to_tsvector('simple', text) from json_to_recordset($1::json) as row (id integer, text text)`,
      [JSON.stringify(rows)],
    );
    rows = [];
  };
  for (const row of texts.iterate()) {
    const { sequence, headline, summary, body, locale } = row as Record<string, string>;
    const text = `${headline} ${summary} ${String(body).replaceAll(/<[^>]+>/g, ' ')}`;
    rows.push({ id: Number(sequence), text: locale === 'zh-Hans' ? inPairs(text) : text });
    if (rows.length === ROWS_AT_ONCE) await put();
  }
  await put();
  database.close();
  await client.query('create index text_words on text using gin (words)');
  await client.query('vacuum analyze text');
  const { rows: sizes } = await client.query("select pg_relation_size('text_words') + pg_table_size('text') as size");

  return {
    size: Number(sizes[0]?.size),
    async timed(asked, order) {
      const by = order === 'newest' ? 'id' : 'ts_rank(words, asked)';
      const began = performance.now();
      await client.query(
        `select id from text, to_tsquery('simple', $1) asked where words @@ asked order by ${by} desc limit 20`,
        [asked],
      );
      return performance.now() - began;
    },
    async count(asked) {
      const { rows } = await client.query("select count(*) from text where words @@ to_tsquery('simple', $1)", [asked]);
      return Number(rows[0]?.count);
    },
    async close() {
      await client.end();
      await server.stop();
    },
  };
}

export function inPairs(text: string): string {
  return text.replaceAll(/\p{Script=Han}+/gu, (run) => {
    const characters = [...run];
    return characters.map((one, at) => `${one}${characters[at + 1] ?? ''}`).join(' ');
  });
}
