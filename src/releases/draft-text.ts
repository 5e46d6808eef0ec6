import { Fault } from '../platform/faults.ts';
import { safeHtml } from '../platform/html.ts';
import { isBlank, plainText } from '../platform/text.ts';
import type { DeskRefusal } from './desk-outcome.ts';
import type { DraftContent } from './draft.ts';
import { editionText, textLimits } from './edition-text.ts';
import type { EditionText } from './publish-order.ts';

type TextInvalid = Extract<DeskRefusal, { reason: 'text-invalid' }>;

/** As much as anybody reads; each is looked up at every check. */
const MAX_PICTURES = 100;

/** The door to the desk: a draft may be unfinished, but holds nothing that could not be kept or shown. */
export function draftContent(
  raw: DraftContent,
): { readonly ok: true; readonly content: DraftContent } | { readonly ok: false; readonly refusals: TextInvalid[] } {
  const refusals: TextInvalid[] = [];
  const line = (field: 'kicker' | 'headline' | 'place') =>
    tried(refusals, field, () => oneLine(words(raw[field], field, textLimits[field]), field));
  const html = (field: 'body' | 'notes') => tried(refusals, field, () => htmlWithWords(raw[field], field));
  if (raw.pictures.length > MAX_PICTURES) {
    const problem = `it has ${raw.pictures.length} pictures; at most ${MAX_PICTURES} are accepted. Take some out.`;
    refusals.push({ reason: 'text-invalid', field: 'pictures', problem });
  }
  const content: DraftContent = {
    ...{ kicker: line('kicker'), headline: line('headline'), place: line('place') },
    summary: tried(refusals, 'summary', () => words(raw.summary, 'summary', textLimits.summary)),
    ...{ body: html('body'), notes: html('notes') },
    pictures: raw.pictures.slice(0, MAX_PICTURES).map(({ picture, alt, caption }, index) => {
      const about = (name: 'alt' | 'caption', text: string) =>
        tried(refusals, `pictures.${index}.${name}`, (field) => words(text, field, textLimits[name]));
      return {
        picture: tried(refusals, `pictures.${index}.picture`, (field) => plainText(picture, field, 36)),
        ...{ alt: about('alt', alt), caption: about('caption', caption) },
      };
    }),
  };
  return refusals.length === 0 ? { ok: true, content } : { ok: false, refusals };
}

/** The door to the published half (edition-text.ts), telling of every field at once. */
export function publicText(
  content: DraftContent,
): { readonly ok: true; readonly text: EditionText } | { readonly ok: false; readonly refusals: TextInvalid[] } {
  const { pictures: _, ...raw } = content;
  const nothing = { kicker: null, headline: '–', summary: null, place: null, body: '', notes: null };
  const refusals: TextInvalid[] = [];
  for (const field of Object.keys(nothing) as (keyof typeof nothing)[]) {
    tried(refusals, field, () => (editionText({ ...nothing, [field]: raw[field] }), ''));
  }
  return refusals.length === 0 ? { ok: true, text: editionText(raw) } : { ok: false, refusals };
}

/** A short word of somebody's, that will be kept. */
export function whyNotKept(text: string, field: string, limit: number = textLimits.note): TextInvalid[] {
  const refusals: TextInvalid[] = [];
  tried(refusals, field, () => plainText(text, field, limit));
  return refusals;
}

/** Blanks alone are no words. */
function words(text: string, field: string, limit: number): string {
  const plain = plainText(text, field, limit);
  return isBlank(plain) ? '' : plain;
}

/** What an editor leaves of a text that was deleted is tags around nothing. */
function htmlWithWords(html: string, field: string): string {
  const safe = html === '' ? '' : safeHtml(html, field);
  return safe.replaceAll(/<[^>]*>|&nbsp;/g, '').trim() === '' ? '' : safe;
}

function oneLine(text: string, field: string): string {
  if (/[\n\u2028\u2029]/.test(text)) throw new Fault('TEXT_INVALID', { field, problem: 'it must be on one line.' });
  return text;
}

function tried(refusals: TextInvalid[], field: string, read: (field: string) => string): string {
  try {
    return read(field);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'TEXT_INVALID') throw error;
    refusals.push({ reason: 'text-invalid', field, problem: String(error.detail['problem']) });
    return '';
  }
}
