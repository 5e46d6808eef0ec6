import type { Sharp } from 'sharp';
import type { RenditionFormat } from '../published/addresses.ts';
import type { PublishedAsset } from '../published/published-release.ts';
import { openPicture } from './examine-picture.ts';

export type PictureRights = Pick<
  PublishedAsset,
  'credit' | 'creator' | 'agency' | 'copyrightHolder' | 'copyrightYear' | 'usageTerms'
>;

/**
 * Makes a picture of at most `width` pixels across, upright, never wider than the original. Of the metadata nothing
 * goes over, so neither place nor device; the rights are written anew.
 */
export async function makeRendition(
  original: Buffer,
  order: { width: number; format: RenditionFormat; rights: PictureRights },
): Promise<Buffer> {
  const { width, format, rights } = order;
  const picture = openPicture(original).autoOrient().resize({ width, withoutEnlargement: true });
  const notice = copyrightNotice(rights);
  const artist = rights.creator ?? rights.credit;
  const exif = { ...(artist === null ? {} : { Artist: artist }), ...(notice === null ? {} : { Copyright: notice }) };
  return encoders[format](picture).withExif({ IFD0: exif }).withXmp(rightsPacket(rights)).toBuffer();
}

/** Effort 2 makes AVIF seven times as fast as the usual 4, for files about a tenth larger. */
const encoders: Readonly<Record<RenditionFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 2 }),
  webp: (picture) => picture.webp({ quality: 78 }),
  jpeg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true }),
};

/** `© 2016 Port of Calder`; the year only where it is stored. */
function copyrightNotice({ copyrightHolder, copyrightYear }: PictureRights): string | null {
  if (copyrightHolder === null) return null;
  return `© ${copyrightYear === null ? '' : `${copyrightYear} `}${copyrightHolder}`;
}

/** XMP (ISO 16684-1) with the fields of the IPTC photo metadata standard. */
function rightsPacket(rights: PictureRights): string {
  const notice = copyrightNotice(rights);
  const fields = [
    field('dc:creator', rights.creator, (words) => `<rdf:Seq><rdf:li>${words}</rdf:li></rdf:Seq>`),
    field('dc:rights', notice, inDefaultLanguage),
    field('photoshop:Credit', rights.credit, (words) => words),
    field('photoshop:Source', rights.agency, (words) => words),
    field('xmpRights:UsageTerms', rights.usageTerms, inDefaultLanguage),
  ];
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">',
    ...fields,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
  ].join('');
}

function field(name: string, words: string | null, within: (words: string) => string): string {
  return words === null ? '' : `<${name}>${within(escaped(words))}</${name}>`;
}

function inDefaultLanguage(words: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li></rdf:Alt>`;
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
