import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { escapeHtml } from '../platform/escape-html.ts';
import { chanceOf } from './drawings/brush.ts';
import { drawings } from './drawings.ts';
import type { ExamplePicture } from './read-example.ts';
import { writeIim } from './write-iim.ts';

/** Alternative text by locale, beside what the newsroom itself reads of a picture. */
type DescribedPicture = ExamplePicture & { readonly alt?: Texts };
type Texts = Readonly<Record<string, string>>;

/**
 * Draws a picture of the example newsroom as a newsroom would receive it: a JPEG of 1600 × 1067 pixels that says
 * in XMP, EXIF and IPTC-IIM who made it, how it is credited and on what terms. The same picture gives the same bytes.
 */
export async function drawPicture(picture: DescribedPicture): Promise<Buffer> {
  const svg = drawings[picture.drawing](chanceOf(picture.key));
  const caption = picture.caption.en;
  const jpeg = await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .withXmp(xmpOf(picture))
    .withExifMerge({
      IFD0: inAscii({ Artist: picture.creator, Copyright: copyrightOf(picture), ImageDescription: caption }),
    })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return writeIim(jpeg, {
    byline: picture.creator,
    credit: picture.creditLine,
    copyright: copyrightOf(picture),
    caption,
  });
}

/** The year is said where it is known, and never taken from the clock. */
function copyrightOf({ copyrightHolder, copyrightYear }: ExamplePicture): string {
  return copyrightYear === null ? `© ${copyrightHolder}` : `© ${copyrightYear} ${copyrightHolder}`;
}

/** EXIF's texts are ASCII: accents are dropped, and a text in another script is left to XMP and IPTC-IIM. */
function inAscii(texts: Texts): Record<string, string> {
  const plain = Object.entries(texts).map(([tag, text]) => [
    tag,
    text.replaceAll('©', '(c)').replaceAll('’', "'").normalize('NFKD').replace(/\p{M}/gu, ''),
  ]);
  return Object.fromEntries(plain.filter(([, text]) => /^[ -~]*$/.test(text ?? '')));
}

function xmpOf(picture: DescribedPicture): string {
  const namespaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    'xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
  ].join(' ');
  const properties = [
    alternatives('dc:title', { en: picture.title }),
    `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(picture.creator)}</rdf:li></rdf:Seq></dc:creator>`,
    alternatives('dc:description', picture.caption),
    alternatives('dc:rights', { en: copyrightOf(picture) }),
    `<photoshop:Credit>${escapeHtml(picture.creditLine)}</photoshop:Credit>`,
    '<xmpRights:Marked>True</xmpRights:Marked>',
    alternatives('xmpRights:UsageTerms', { en: picture.usageTerms }),
    alternatives('Iptc4xmpCore:AltTextAccessibility', picture.alt ?? picture.caption),
  ].join('');
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${namespaces}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** A text in several languages; readers that know one language take `x-default`. */
function alternatives(name: string, texts: Texts): string {
  const items = Object.entries({ ...(texts.en === undefined ? {} : { 'x-default': texts.en }), ...texts });
  const list = items.map(([locale, text]) => `<rdf:li xml:lang="${locale}">${escapeHtml(text)}</rdf:li>`).join('');
  return `<${name}><rdf:Alt>${list}</rdf:Alt></${name}>`;
}
