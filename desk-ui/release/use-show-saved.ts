import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, DraftOpened } from '../../src/desk/contract.ts';
import type { Outcome } from '../api.ts';

type Opened = Outcome<AnswerOf<'GET /desk/api/release'>>;
type Saved = Pick<DraftOpened, 'content' | 'slug' | 'revision' | 'findings'>;

/** What was saved stands at once wherever the release is shown, in its heading too, without asking for it again. */
export function useShowSaved(release: string): (locale: string, saved: Saved) => void {
  const client = useQueryClient();
  return (locale, saved) =>
    client.setQueryData<Opened>(['GET /desk/api/release', { release }], (known) => {
      if (known?.kind !== 'done') return known;
      const drafts = known.answer.drafts.map((one) =>
        one.locale === locale && one.revision < saved.revision ? { ...one, ...saved } : one,
      );
      return { ...known, answer: { ...known.answer, drafts } };
    });
}
