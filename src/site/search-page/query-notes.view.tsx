import type { ComponentChild } from 'preact';
import { QUERY_LIMITS, type QueryNote } from '../../search/query.ts';
import { keywords } from '../../search/query-words.ts';
import { sentence } from '../around/inline.view.tsx';
import type { Stationery } from '../around/stationery.ts';

interface NotesProps {
  readonly notes: readonly QueryNote[];
  readonly stationery: Stationery;
}

/** What of a query was not understood, and what to write instead. */
export function QueryNotes({ notes, stationery: { words } }: NotesProps): ComponentChild {
  if (notes.length === 0) return null;
  const values = {
    most: QUERY_LIMITS.beginnings,
    filters: keywords.map((keyword) => `${words(`keyword-${keyword}`)}:`).join(' '),
  };
  return (
    <ul class="notes-on-query">
      {notes.map(({ note, about }) => (
        <li>{sentence(words, `note-${note}`, { about: <bdi>{about}</bdi> }, values)}</li>
      ))}
    </ul>
  );
}
