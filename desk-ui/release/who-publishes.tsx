import type { ReleaseOpened } from '../../src/desk/contract.ts';
import { useAdministrators, useColleagues } from '../parts/colleagues.ts';
import type { Assignment } from '../types.ts';
import { useWords } from '../words/words.tsx';

/** For whoever may not publish an approved text: who can, or that nobody can yet. */
export function WhoPublishes(order: { readonly release: ReleaseOpened['release']; readonly locale: string }) {
  const { say } = useWords();
  const { office, limitedTo } = order.release;
  const isPublisherHere = (one: Assignment) =>
    one.role === 'publisher' &&
    (one.office === null || one.office === office) &&
    (one.locale === null || one.locale === order.locale);
  const publishers = useColleagues(
    ({ id, assignments }) => (limitedTo === null || limitedTo.includes(id)) && assignments.some(isPublisherHere),
  );
  const administrators = useAdministrators();
  if (publishers === null || administrators === null) return null;
  return (
    <p className="small">
      {publishers === ''
        ? say('publishedByNobody', { names: administrators })
        : say('publishedBy', { names: publishers })}
    </p>
  );
}
