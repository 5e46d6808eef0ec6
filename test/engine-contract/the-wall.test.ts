import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { deskTables, publishedTables } from '../../src/database/schema.ts';
import { eachEngine, type OpenEngine, withTwoLogins } from '../support/engines.ts';

eachEngine('the wall', theWall);
withTwoLogins('the wall with two logins', theWall);

function theWall(open: OpenEngine): void {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    await aRelease(engine);
  });

  /** Runs what the types would not allow: the database itself must refuse. */
  const asThePublic = (statement: RawBuilder<unknown>) => statement.execute(engine.published as never);

  describe('the public half', () => {
    test.each(publishedTables)('reads %s', async (table) => {
      const { rows } = await asThePublic(sql`select * from ${sql.table(table)}`);
      expect(Array.isArray(rows)).toBe(true);
    });

    test.each(deskTables)('is refused %s, alone and in a join', async (table) => {
      await expect(asThePublic(sql`select * from ${sql.table(table)}`)).rejects.toThrow();
      await expect(asThePublic(sql`select count(*) from edition, ${sql.table(table)}`)).rejects.toThrow();
    });

    test.each(deskTables)('is refused %s by its full name too', async (table) => {
      for (const schema of ['desk', 'public', 'main']) {
        await expect(asThePublic(sql`select * from ${sql.table(`${schema}.${table}`)}`)).rejects.toThrow();
      }
    });

    test('cannot write, even to its own tables', async () => {
      const attempts = [
        sql`insert into topic (code, slug, names, position) values ('t', 't', '{}', 1)`,
        sql`update counter set value = 99`,
        sql`delete from edition`,
        sql`create table mine (id integer)`,
        sql`drop table topic`,
      ];
      for (const attempt of attempts) await expect(asThePublic(attempt)).rejects.toThrow();
      const { rows } = await asThePublic(sql`select headline from edition`);
      expect(rows).toEqual([{ headline: 'The ferry sails at noon' }]);
    });
  });

  test('a public edition cannot be changed, not even by the newsroom', async () => {
    const change = sql`update edition set headline = 'The ferry sails at one'`.execute(engine.newsroom);
    await expect(change).rejects.toThrow('a public edition may not change');
  });

  test('the newsroom reads its own tables', async () => {
    for (const table of deskTables) {
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(engine.newsroom);
      expect(rows).toEqual([]);
    }
  });
}

async function aRelease({ newsroom }: Engine): Promise<void> {
  const [id, at, day] = ['00000000-0000-7000-8000-000000000001', '2026-03-02T09:00:00.000Z', '2026-03-02'];
  const office = {
    code: 'HQ',
    slug: 'hq',
    former_slugs: '[]',
    names: '{}',
    introductions: '{}',
    countries: '[]',
    locales: '["en"]',
  };
  await newsroom
    .insertInto('office')
    .values({ ...office, time_zone: 'UTC', position: 1 })
    .execute();
  const known = { published_at: at, sequence: 1, day, precision: 'instant' as const };
  await newsroom
    .insertInto('release')
    .values({
      ...known,
      id,
      office: 'HQ',
      type: 'news',
      reference_year: 2026,
      reference_number: 1,
      countries: '[]',
      topics: '[]',
      organisation_wide: 0,
      origin: 'written',
    })
    .execute();
  await newsroom
    .insertInto('language_version')
    .values({
      ...known,
      release: id,
      locale: 'en',
      slug: 'the-ferry-sails-at-noon',
      standing: 'published',
      edition: 1,
      changed_at: at,
      ended_at: null,
      ended_sequence: null,
      end_reason: null,
      last_sequence: 1,
    })
    .execute();
  await newsroom
    .insertInto('edition')
    .values({
      release: id,
      locale: 'en',
      number: 1,
      kicker: null,
      headline: 'The ferry sails at noon',
      summary: null,
      place: null,
      body: '<p>From the north quay.</p>',
      notes: null,
      pictures: '[]',
      published_at: at,
      sequence: 1,
      change_kind: null,
      change_note: null,
      major: 1,
      translated_from_locale: null,
      translated_from_edition: null,
    })
    .execute();
}
