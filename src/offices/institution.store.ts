import { sql } from 'kysely';
import { renewPublicVersion } from '../database/public-version.ts';
import { inside, type NewsroomHandle } from '../database/schema.ts';
import type { SafeHtml } from '../platform/html.ts';
import type { CivilDay } from '../platform/instant.ts';
import { formerSlugsOf, type Slugs } from './former-slugs.ts';
import type { InstitutionStore } from './institution.ts';
import { officeFrom, topicFrom } from './office-row.ts';

export function institutionStore(): InstitutionStore {
  return {
    async organisation(tx) {
      const row = await inside(tx).selectFrom('organisation').selectAll().executeTakeFirst();
      if (row === undefined) return null;
      return {
        names: JSON.parse(row.names),
        introductions: JSON.parse(row.introductions),
        locales: JSON.parse(row.locales),
        defaultLocale: row.default_locale,
        timeZone: row.time_zone,
      };
    },

    async offices(tx) {
      const rows = await inside(tx).selectFrom('office').selectAll().orderBy('position').orderBy('code').execute();
      return rows.map(officeFrom);
    },

    async topics(tx) {
      const rows = await inside(tx).selectFrom('topic').selectAll().orderBy('position').orderBy('code').execute();
      return rows.map(topicFrom);
    },

    async boilerplates(tx) {
      const rows = await inside(tx)
        .selectFrom('office_boilerplate')
        .selectAll()
        .orderBy('office')
        .orderBy('locale')
        .orderBy('from_day')
        .execute();
      return rows.map((row) => ({
        office: row.office,
        locale: row.locale,
        from: row.from_day as CivilDay,
        boilerplate: row.boilerplate as SafeHtml,
        contacts: row.contacts as SafeHtml,
      }));
    },

    async saveOrganisation(tx, organisation) {
      const row = {
        names: JSON.stringify(organisation.names),
        introductions: JSON.stringify(organisation.introductions),
        locales: JSON.stringify(organisation.locales),
        default_locale: organisation.defaultLocale,
        time_zone: organisation.timeZone,
      };
      await inside(tx)
        .insertInto('organisation')
        .values({ id: 1, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await renewPublicVersion(inside(tx), { subjects: null });
    },

    async saveOffice(tx, office) {
      const row = {
        slug: office.slug,
        former_slugs: await formerSlugs(inside(tx), 'office', office),
        names: JSON.stringify(office.names),
        introductions: JSON.stringify(office.introductions),
        countries: JSON.stringify(office.countries),
        locales: JSON.stringify(office.locales),
        time_zone: office.timeZone,
      };
      const position = await nextPosition(inside(tx), 'office');
      await inside(tx)
        .insertInto('office')
        .values({ code: office.code, ...row, position })
        .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
        .execute();
      await renewPublicVersion(inside(tx), { subjects: null });
    },

    async saveTopic(tx, topic) {
      const row = {
        slug: topic.slug,
        former_slugs: await formerSlugs(inside(tx), 'topic', topic),
        names: JSON.stringify(topic.names),
      };
      const position = await nextPosition(inside(tx), 'topic');
      await inside(tx)
        .insertInto('topic')
        .values({ code: topic.code, ...row, position })
        .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
        .execute();
      await renewPublicVersion(inside(tx), { subjects: null });
    },

    orderOffices: (tx, codes) => order(inside(tx), 'office', codes),
    orderTopics: (tx, codes) => order(inside(tx), 'topic', codes),

    async saveBoilerplate(tx, { office, locale, from, boilerplate, contacts }) {
      await inside(tx)
        .insertInto('office_boilerplate')
        .values({ office, locale, from_day: from, boilerplate, contacts })
        .execute();
      await renewPublicVersion(inside(tx), { subjects: null });
    },
  };
}

/** As it is kept: what it had before, with what it had until now. */
async function formerSlugs(db: NewsroomHandle, table: 'office' | 'topic', wanted: Slugs): Promise<string> {
  const row = await db
    .selectFrom(table)
    .select(['slug', 'former_slugs'])
    .where('code', '=', wanted.code)
    .executeTakeFirst();
  const known = row === undefined ? undefined : { slug: row.slug, formerSlugs: JSON.parse(row.former_slugs) };
  return JSON.stringify(formerSlugsOf(known, wanted));
}

async function nextPosition(db: NewsroomHandle, table: 'office' | 'topic'): Promise<number> {
  const row = await db.selectFrom(table).select(sql<number | null>`max(position)`.as('last')).executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

async function order(db: NewsroomHandle, table: 'office' | 'topic', codes: readonly string[]): Promise<void> {
  for (const [index, code] of codes.entries()) {
    await db
      .updateTable(table)
      .set({ position: index + 1 })
      .where('code', '=', code)
      .execute();
  }
  await renewPublicVersion(db, { subjects: null });
}
