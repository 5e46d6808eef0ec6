import { escapeHtml } from '../platform/escape-html.ts';

/** What another site writes into a page of its own to show a frame of this one. @param address absolute. */
export function embedCode(order: {
  readonly address: string;
  readonly title: string;
  /** In pixels; null: as wide as its place. */
  readonly width: number | null;
  /** In pixels. */
  readonly height: number;
}): string {
  const { address, title, width, height } = order;
  const size = width === null ? `height="${height}"` : `width="${width}" height="${height}"`;
  // The frame is as wide as its place, up to the width that is said.
  const style = `width:100%;${width === null ? '' : `max-width:${width}px;`}border:0`;
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" ${size} style="${style}" loading="lazy"></iframe>`;
}

/** How high the frame of a list is, where nobody says otherwise, in pixels. */
export const LIST_FRAME_HEIGHT = 520;
