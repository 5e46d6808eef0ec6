import type { Finding } from '../desk-outcome.ts';
import { elementsOf, htmlFields, piecesOf } from './body-pieces.ts';
import { type Check, finding } from './checks.ts';

/** Link texts are read alone, from a list of links: each says where it leads. */
export const checkLinks: Check = ({ content }) =>
  htmlFields.flatMap((field) =>
    elementsOf(piecesOf(content, field), ['a']).flatMap(({ words }): Finding[] => {
      const text = plainly(words);
      if (text === '') return [finding('link-text-missing', field, words)];
      if (/^(?:https?:\/\/|www\.)\S+$/iu.test(words.trim())) return [finding('link-text-address', field, words)];
      return vague.has(text) ? [finding('link-text-vague', field, words)] : [];
    }),
  );

function plainly(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Words that say nothing by themselves, in the languages of the site and a few more. */
const vague: ReadonlySet<string> = new Set([
  ...['here', 'click here', 'click', 'link', 'this link', 'this page', 'more', 'read more', 'learn more', 'see here'],
  ...['ici', 'cliquez ici', 'cliquer ici', 'lien', 'ce lien', 'en savoir plus', 'lire la suite', 'lire plus'],
  ...['aquí', 'aqui', 'haga clic aquí', 'haz clic aquí', 'clic aquí', 'enlace', 'este enlace', 'leer más', 'más'],
  ...['这里', '此处', '点击这里', '点击此处', '链接', '更多', '阅读更多', '了解更多', '按此', '請按此'],
  ...['здесь', 'тут', 'нажмите здесь', 'ссылка', 'по ссылке', 'подробнее', 'далее', 'читать далее'],
  ...['هنا', 'انقر هنا', 'اضغط هنا', 'الرابط', 'هذا الرابط', 'المزيد', 'اقرأ المزيد'],
  ...['энд', 'энд дарна уу', 'холбоос', 'дэлгэрэнгүй', 'цааш унших'],
  ...['hier', 'hier klicken', 'klicken sie hier', 'mehr', 'klik hier', 'lees meer', 'yma', 'cliciwch yma', 'qui'],
  ...['clicca qui', 'clique aqui', 'saiba mais', 'leia mais'],
]);
