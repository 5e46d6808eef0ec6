import { type Check, finding } from './checks.ts';

/** A tag or a character reference of HTML, as they are pasted. */
const markup = /(?<!<)<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,200})?\/?>(?!>)|&(?:amp|lt|gt|quot|nbsp|#\d{1,6});/i;

/** These fields are shown as they are typed: readers would see the tags, and programs that take them over might obey them. */
export const checkMarkup: Check = ({ content }) => {
  const { kicker, headline, summary, place, pictures } = content;
  const named = pictures.flatMap(({ alt, caption }, at): [string, string][] => [
    [`pictures.${at}.alt`, alt],
    [`pictures.${at}.caption`, caption],
  ]);
  const fields: [string, string][] = [...Object.entries({ kicker, headline, summary, place }), ...named];
  return fields.flatMap(([field, text]) => {
    const [found] = markup.exec(text) ?? [];
    return found === undefined ? [] : [finding('markup-typed', field, found)];
  });
};
