import type { Finding } from '../desk-outcome.ts';
import { type Check, finding } from './checks.ts';

/** A picture is described for whoever does not see it, in words and not by the name of its file. */
export const checkAlt: Check = ({ content }) =>
  content.pictures.flatMap(({ alt, caption }, index): Finding[] => {
    const field = `pictures.${index}.alt`;
    if (alt.trim() === '') return [finding('alt-missing', field, caption)];
    return isFileName(alt.trim()) ? [finding('alt-file-name', field, alt)] : [];
  });

function isFileName(alt: string): boolean {
  if (/\.(?:jpe?g|jfif|png|gif|webp|avif|hei[cf]|tiff?|svg|bmp|psd)$/iu.test(alt)) return true;
  return /^(?:img|dsc[nf]?|pict?|photo|image|picture|screenshot|untitled|scan)[-_ ]?\d+$/iu.test(alt);
}
