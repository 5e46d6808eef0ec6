import { type OpenForReaders, openForReaders } from './open-for-readers.ts';

/** A newsroom with one office, the Port of Calder, that writes in these languages; nothing is public there yet. */
export async function openPort(...languages: readonly string[]): Promise<OpenForReaders> {
  const open = await openForReaders();
  await setUpPort(open, languages);
  return open;
}

/** Makes that office in an empty newsroom. */
export async function setUpPort({ newsroom }: OpenForReaders, languages: readonly string[]): Promise<void> {
  const names = { en: 'Port of Calder' };
  const zone = { introductions: {}, timeZone: 'Europe/London' };
  const locales = languages.map((locale) => ({ locale, scope: 'any' as const }));
  await newsroom.setUpOrganisation({ names, locales, defaultLocale: languages[0] ?? 'en', ...zone });
  const office = { code: 'PORT', slug: 'port', names, countries: [], locales: languages };
  await newsroom.setUpOffice({ ...office, ...zone });
}
