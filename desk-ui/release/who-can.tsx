import type { DraftOpened, ReleaseOpened } from '../../src/desk/contract.ts';
import { useAdministrators, useColleagues } from '../parts/colleagues.ts';
import type { Assignment, Role } from '../types.ts';
import type { Word } from '../words/en.ts';
import { useWords } from '../words/words.tsx';

interface TextAsked {
  readonly release: ReleaseOpened['release'];
  readonly draft: Pick<DraftOpened, 'locale' | 'hands'>;
}

/** For whoever may not publish an approved text: who can, or that nobody can yet. */
export function WhoPublishes({ release, draft }: TextAsked) {
  return <WhoCan {...{ release, draft }} role="publisher" words={['publishedBy', 'publishedByNobody']} />;
}

/** For whoever submits a text, or waits for its approval: who can approve it, or that nobody can yet. Not who wrote at it. */
export function WhoApproves({ release, draft }: TextAsked) {
  return (
    <WhoCan {...{ release, draft }} role="editor" notThese={draft.hands} words={['approvedBy', 'approvedByNobody']} />
  );
}

function WhoCan(
  order: TextAsked & {
    readonly role: Role;
    readonly notThese?: readonly string[];
    readonly words: readonly [Word, Word];
  },
) {
  const { say } = useWords();
  const { role, notThese = [] } = order;
  const { office, limitedTo } = order.release;
  const hasRoleHere = (one: Assignment) =>
    one.role === role &&
    (one.office === null || one.office === office) &&
    (one.locale === null || one.locale === order.draft.locale);
  const people = useColleagues(
    ({ id, assignments }) =>
      (limitedTo === null || limitedTo.includes(id)) && !notThese.includes(id) && assignments.some(hasRoleHere),
  );
  const administrators = useAdministrators();
  if (people === null || administrators === null) return null;
  const [byThem, byNobody] = order.words;
  return (
    <p className="small">{people === '' ? say(byNobody, { names: administrators }) : say(byThem, { names: people })}</p>
  );
}
