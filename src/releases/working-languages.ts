import type { Tx } from '../database/transaction.ts';
import type { Locale } from '../platform/locales.ts';
import type { DeskDeps } from './desk-deps.ts';

/** The languages an office may write in: its own, and those of the site. Null: there is no such office. */
export async function languagesOf(
  tx: Tx,
  { publishing, institution }: Pick<DeskDeps, 'publishing' | 'institution'>,
  code: string,
): Promise<ReadonlySet<Locale> | null> {
  const offices = await publishing.publications.offices(tx);
  const office = offices.find((one) => one.code === code);
  if (office === undefined) return null;
  const organisation = await institution.organisation(tx);
  return new Set([...office.locales, ...(organisation?.locales ?? []).map(({ locale }) => locale)]);
}
