import { absoluteLinks } from '../platform/absolute-links.ts';
import { escapeHtml } from '../platform/escape-html.ts';
import { directionOf, type Locale } from '../platform/locales.ts';
import { creditLine } from '../published/credit.ts';
import type { PublishedText, Tombstone } from '../published/published-release.ts';
import type { Words } from '../words/words.ts';
import type { FeedPicture } from './feed.ts';

/**
 * The whole text as one piece of HTML for a feed reader: a notice first where there is one, then what the release page
 * shows. Addresses are absolute, because a reader shows it far from where it was written.
 *
 * @param address of the text, absolute: what its relative links are relative to.
 */
export function fullText(text: PublishedText, pictures: readonly FeedPicture[], words: Words, address: string): string {
  const inner = [
    ...notices(text, words),
    text.kicker && `<p>${escapeHtml(text.kicker)}</p>`,
    ...pictures.map(figure),
    ...creditsAlone(text, words),
    text.summary && `<p><strong>${escapeHtml(text.summary)}</strong></p>`,
    text.place && `<p><em>${escapeHtml(text.place)}</em></p>`,
    text.body,
    text.notes && `<h3>${escapeHtml(words('notesToEditors'))}</h3>${text.notes}`,
    text.boilerplate && `<hr />${text.boilerplate.boilerplate}${text.boilerplate.contacts}`,
  ].filter((part) => part !== null && part !== '');
  const html = inner.join('\n');
  return inLanguage(text.locale, absoluteLinks(html, address));
}

/** What stands where a retracted text stood, in the same form: none of its words, and why. */
export function retractedText({ locale, reason }: Tombstone, words: Words): string {
  const why = reason === '' ? [] : [words('reason', { reason })];
  return inLanguage(locale, notice([words('retracted'), words('retractedText'), ...why]));
}

function inLanguage(locale: Locale, html: string): string {
  return `<div lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">${html}</div>`;
}

function notices(text: PublishedText, words: Words): string[] {
  const reason = text.endReason === null ? [] : [words('reason', { reason: text.endReason })];
  const withdrawn =
    text.standing === 'withdrawn' ? [notice([words('withdrawn'), words('withdrawnText'), ...reason])] : [];
  return [...withdrawn, ...text.changes.map((change) => notice([words(change.kind), change.note]))];
}

function notice([label = '', ...lines]: readonly string[]): string {
  return `<p><strong>${escapeHtml(label)}</strong>${lines.map((line) => `<br />${escapeHtml(line)}`).join('')}</p>`;
}

function figure(picture: FeedPicture): string {
  const { address, alt, width, height } = picture;
  const image = `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}" />`;
  const lines = [picture.caption, picture.credit].filter((line) => line !== null).map(escapeHtml);
  const caption = lines.length === 0 ? '' : `<figcaption>${lines.join('<br />')}</figcaption>`;
  return `<figure>${image}${caption}</figure>`;
}

/** Where the picture itself is not in the archive, its credit is still owed, and said to be that. */
function creditsAlone(text: PublishedText, words: Words): string[] {
  return text.pictures.flatMap(({ asset }) => {
    const credit = asset.kept === null ? creditLine(asset) : null;
    if (credit === null) return [];
    const lines = [words('photograph', { credit }), words('pictureAbsent')].map(escapeHtml);
    return [`<p><small>${lines.join('<br />')}</small></p>`];
  });
}
