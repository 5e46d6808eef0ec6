import { elementsOf, htmlFields, piecesOf } from './body-pieces.ts';
import { type Check, finding } from './checks.ts';

/** A heading of the third order stands below one of the second: readers who jump from heading to heading miss none. */
export const checkHeadings: Check = ({ content }) =>
  htmlFields.flatMap((field) => {
    const [first] = elementsOf(piecesOf(content, field), ['h2', 'h3']);
    return first?.tag === 'h3' ? [finding('heading-order', field, first.words)] : [];
  });
