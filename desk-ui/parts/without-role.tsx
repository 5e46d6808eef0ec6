import { Link } from '@tanstack/react-router';
import type { Role } from '../types.ts';
import { useWords } from '../words/words.tsx';
import { useAdministrators } from './colleagues.ts';
import { useDesk, useHasRole } from './me.tsx';

/** The roles in which releases are begun and written. */
export const writing: readonly Role[] = ['writer', 'editor', 'publisher'];

/** Whether somebody may begin or write releases anywhere. */
export function useWrites(): boolean {
  return useHasRole(...writing);
}

/** Tells whoever cannot write anything why, and the way to the role that it takes: to give it, or whom to ask. */
export function WithoutRole() {
  const { say } = useWords();
  const { me } = useDesk();
  const isKeeper = useHasRole('office-administrator', 'administrator');
  return (
    <div className="banner fair">
      <div>
        <p>
          {say(me.person.assignments.length === 0 ? 'noRole' : 'noWritingRole')}{' '}
          {isKeeper && <Link to="/people">{say('giveRoles')}</Link>}
        </p>
        {!isKeeper && <WhomToAsk />}
      </div>
    </div>
  );
}

function WhomToAsk() {
  const { say } = useWords();
  const names = useAdministrators();
  return names === null ? null : <p>{say('noRoleAsk', { names })}</p>;
}
