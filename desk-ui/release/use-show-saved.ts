import { useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, DraftOpened } from '../../src/desk/contract.ts';
import type { Outcome } from '../api.ts';
import { useDesk } from '../parts/me.tsx';

type Opened = Outcome<AnswerOf<'GET /desk/api/release'>>;
type Saved = Pick<DraftOpened, 'content' | 'slug' | 'revision' | 'findings'>;

/** What was saved stands at once wherever the release is shown, in its heading too, without asking for it again. */
export function useShowSaved(release: string): (locale: string, saved: Saved) => void {
  const client = useQueryClient();
  const { me } = useDesk();
  return (locale, saved) =>
    client.setQueryData<Opened>(['GET /desk/api/release', { release }], (known) => {
      if (known?.kind !== 'done') return known;
      const drafts = known.answer.drafts.map((one) =>
        one.locale === locale && one.revision < saved.revision
          ? { ...one, ...saved, hands: [...new Set([...one.hands, me.person.id])] }
          : one,
      );
      return { ...known, answer: { ...known.answer, drafts } };
    });
}
