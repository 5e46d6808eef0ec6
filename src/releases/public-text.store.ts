import { inside, type Tables } from '../database/schema.ts';
import { currentEdition } from '../published/current-edition.query.ts';
import type { ReleaseType } from '../published/list.ts';
import type { DraftContent, DraftStore } from './draft.ts';

/** What is public, as the desk would hold it: texts that moved in were never written here. */
export function publicTexts(): Pick<DraftStore, 'publicRelease' | 'publicText'> {
  return {
    async publicRelease(tx, id) {
      const row = await inside(tx).selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst();
      const versions = inside(tx).selectFrom('language_version').select('locale').where('release', '=', id);
      const first = await versions.orderBy('sequence').limit(1).executeTakeFirst();
      if (row === undefined || first === undefined) return null;
      return {
        id,
        office: row.office,
        type: row.type as ReleaseType,
        countries: JSON.parse(row.countries),
        topics: JSON.parse(row.topics),
        organisationWide: row.organisation_wide === 1,
        original: first.locale,
      };
    },

    async publicText(tx, release, locale) {
      const row = await inside(tx)
        .selectFrom('language_version as version')
        .innerJoin('edition', currentEdition)
        .selectAll('edition')
        .select('version.slug')
        .where('version.release', '=', release)
        .where('version.locale', '=', locale)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { translated_from_locale: source, translated_from_edition: edition } = row;
      const { change_kind: kind, change_note: note, major } = row;
      return {
        edition: row.number,
        slug: row.slug,
        content: contentFrom(row),
        change: kind === null ? null : { kind, note: note ?? '', isMajor: major === 1 },
        translatedFrom: source === null || edition === null ? null : { locale: source, edition },
      };
    },
  };
}

function contentFrom(row: Tables['edition']): DraftContent {
  const { kicker, headline, summary, place, body, notes } = row;
  const pictures: { asset: string; alt: string; caption: string | null }[] = JSON.parse(row.pictures);
  return {
    ...{ kicker: kicker ?? '', headline, summary: summary ?? '', place: place ?? '', body, notes: notes ?? '' },
    pictures: pictures.map(({ asset, alt, caption }) => ({ picture: asset, alt, caption: caption ?? '' })),
  };
}
