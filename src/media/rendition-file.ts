import { type RenditionFormat, renditionFormats, renditionWidths } from '../published/addresses.ts';

/** `640.webp`, in the widths that pages offer and no others: nobody may have a thousand sizes made. */
export function renditionFile(file: string): { width: number; format: RenditionFormat } | null {
  const [, digits, extension] = /^([1-9]\d{0,4})\.([a-z]+)$/.exec(file) ?? [];
  const width = renditionWidths.find((one) => String(one) === digits);
  const format = renditionFormats.find((one) => one === extension);
  return width === undefined || format === undefined ? null : { width, format };
}
