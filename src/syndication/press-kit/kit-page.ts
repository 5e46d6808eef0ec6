import { escapeHtml } from '../../platform/escape-html.ts';
import { directionOf } from '../../platform/locales.ts';
import { wordsFor } from '../../words/words.ts';
import type { KitPicture } from './kit-picture.ts';
import type { KitWords } from './kit-words.ts';

/** The text as one small page that stands alone beside the pictures of its kit. What the text holds stays in the closed subset. */
export function kitPageOf(kit: KitWords, pictures: readonly KitPicture[]): string {
  const words = wordsFor(kit.locale);
  const facts = kit.facts.map(
    ([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${isolated(value)}</dd></div>`,
  );
  const changes = kit.changes.map(
    ({ heading, note }) => `<p><strong>${escapeHtml(heading)}</strong> ${isolated(note)}</p>`,
  );
  const section = (heading: string, html: string) => `<section><h2>${escapeHtml(heading)}</h2>${html}</section>`;
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeHtml(kit.locale)}" dir="${directionOf(kit.locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(kit.headline)}</title>`,
    `<link rel="canonical" href="${escapeHtml(kit.address)}">`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<p>${isolated(kit.issuer)}<br>${isolated(kit.kind)}</p>`,
    ...kit.notices.map((notice) => `<p><strong>${escapeHtml(notice)}</strong></p>`),
    `<h1>${escapeHtml(kit.headline)}</h1>`,
    ...(kit.summary === null ? [] : [`<p><strong>${escapeHtml(kit.summary)}</strong></p>`]),
    bodyOf(kit),
    ...pictures.map(figure),
    ...kit.sections.map(({ heading, html }) => section(heading, html)),
    ...(changes.length === 0 ? [] : [section(words('changes'), changes.join('\n'))]),
    `<dl>${facts.join('')}</dl>`,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 serif}img{max-width:100%;height:auto}';

/** The place and day run in before the first words, where those are in a paragraph. */
function bodyOf({ dateline, body }: KitWords): string {
  if (dateline === null) return body;
  const begun = escapeHtml(dateline);
  return body.startsWith('<p>') ? `<p>${begun}${body.slice('<p>'.length)}` : `<p>${begun}</p>${body}`;
}

function figure({ file, alt, caption, credit, kept }: KitPicture): string {
  const shown = `alt="${escapeHtml(alt)}" width="${kept?.width ?? 0}" height="${kept?.height ?? 0}"`;
  const image = file === null ? '' : `<img src="${escapeHtml(file)}" ${shown}>`;
  const lines = [caption, credit].filter((line) => line !== null).map(isolated);
  return `<figure>${image}<figcaption>${lines.join('<br>')}</figcaption></figure>`;
}

/** Whatever words hold, what stands around them keeps its order. */
function isolated(words: string): string {
  return `<bdi>${escapeHtml(words)}</bdi>`;
}
