import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api.ts';
import { dropAllTyping } from '../keep/held-typing.ts';
import { forgetSignedIn } from './signed-in.ts';

/** Signs out and forgets what was read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call('POST /desk/api/sign-out', {});
    forgetSignedIn();
    dropAllTyping();
    await navigate({ to: '/sign-in' });
    // Only now: a screen that is still there would ask again, and hear that nobody is signed in.
    client.clear();
  };
}
