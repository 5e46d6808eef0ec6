import { elementsOf, htmlFields, piecesOf } from './body-pieces.ts';
import { type Check, finding } from './checks.ts';

/** Cells are read one by one: without a header nobody who listens knows what a figure is of. */
export const checkTables: Check = ({ content }) =>
  htmlFields.flatMap((field) =>
    elementsOf(piecesOf(content, field), ['table'])
      .filter(({ inside }) => !inside.has('th'))
      .map(({ words }) => finding('table-without-header', field, words)),
  );
