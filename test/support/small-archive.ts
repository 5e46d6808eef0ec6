import { actsOf, portOffice } from './archives.ts';
import type { Known } from './fuzz-api.ts';
import type { OpenForReaders } from './open-for-readers.ts';

/**
 * Something of everything that the API tells: an office, a topic, two languages, 66 releases with corrections,
 * withdrawals and tombstones, one gone in every language.
 *
 * @returns what leads to some of it.
 */
export async function fillForApi(open: OpenForReaders): Promise<Known> {
  const zone = { introductions: {}, timeZone: 'Europe/London' };
  const locales = [
    { locale: 'en', scope: 'any' as const },
    { locale: 'mn', scope: 'locale' as const },
  ];
  await open.newsroom.setUpOrganisation({ names: { en: 'Port of Calder' }, locales, defaultLocale: 'en', ...zone });
  const topic = { kind: 'topic' as const, code: 'tides', slug: 'tides-and-such', names: { en: 'Tides' } };
  await open.moveIn([topic, portOffice, ...Array.from({ length: 66 }, (_, at) => actsOf(at + 1)).flat()]);
  const gone = '01900000-0000-7000-8000-000000000011';
  await open.newsroom.retract({ release: gone, locale: 'en', reason: 'It was false.', at: null });
  return {
    values: {
      ...{ office: 'PORT', year: 2010, number: 12, locale: 'en', edition: 1 },
      ...{ release: 'port-2010-12', directory: 'offices', name: 'port', file: '2010.ndjson.gz' },
    },
    words: [
      gone,
      '01900000-0000-7000-8000-000000000012',
      'tides',
      'news',
      'GB',
      'Ferry',
      '"Ferry 6"',
      'fer*',
      '渡轮',
      '-body',
    ],
  };
}
