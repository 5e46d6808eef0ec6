import { type ListingEvent, type ListingItem, readListing } from '../../src/transfer/listing/read-listing.ts';

/** What is read of a list page. @param cut how many bytes come at once; null: all. */
export async function eventsOf(text: string, locale = 'en', cut: number | null = null): Promise<ListingEvent[]> {
  const bytes = new TextEncoder().encode(text);
  const step = cut ?? Math.max(1, bytes.length);
  const events: ListingEvent[] = [];
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  };
  for await (const event of readListing(open, { locale })) events.push(event);
  return events;
}

export async function itemsOf(text: string, locale = 'en', cut: number | null = null): Promise<ListingItem[]> {
  return (await eventsOf(text, locale, cut)).flatMap((event) => (event.kind === 'item' ? [event.item] : []));
}

export const short = (items: readonly ListingItem[]) =>
  items.map(({ date, headline, summary }) => [date, headline, summary]);
