import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api.ts';

/** Signs out and forgets what was read. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await call('POST /desk/api/sign-out', {});
    client.clear();
    await navigate({ to: '/sign-in' });
  };
}
