import type { PublishedAsset } from './published-release.ts';

/**
 * The credit line of pages and feeds, composed from what is stored: `Miguel Schincariol / AFP`, `© 2016 Port of Calder`.
 * A year appears only where one is stored with the picture.
 *
 * @returns null when nothing is known.
 */
export function creditLine(asset: PublishedAsset): string | null {
  const creator = asset.creator ?? '';
  const agency = asset.agency ?? '';
  // A credit line often names the photographer already.
  const made = agency.includes(creator) ? agency : [creator, agency].filter((name) => name !== '').join(' / ');
  const holder = asset.copyrightHolder ?? '';
  const year = asset.copyrightYear === null ? '' : `${asset.copyrightYear} `;

  if (made === '' && holder === '') return asset.credit;
  if (made === '') return `© ${year}${holder}`;
  if (holder === '' || made.includes(holder)) return year === '' ? made : `© ${year}${made}`;
  return `${made}, © ${year}${holder}`;
}
