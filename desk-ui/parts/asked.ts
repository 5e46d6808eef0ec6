import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AnswerOf, CallName, OrderOf } from '../../src/desk/contract.ts';
import { call, type Outcome } from '../api.ts';
import type { Trouble } from './trouble.tsx';

type ReadName = Extract<CallName, `GET ${string}`>;

/** What was asked for, and what stands in the way of it. Kept while it is asked again. */
export interface Known<Answer> {
  readonly answer: Answer | undefined;
  readonly trouble: Trouble;
  readonly isLoading: boolean;
  readonly askAgain: () => void;
}

/** Reads one thing and keeps it fresh. An order that changes leaves the former answer until the new one is there. */
export function useAsked<Name extends ReadName>(
  name: Name,
  order: OrderOf<Name>,
  isWanted = true,
): Known<AnswerOf<Name>> {
  const query = useQuery<Outcome<AnswerOf<Name>>>({
    queryKey: [name, order],
    queryFn: ({ signal }) => call(name, order, signal),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
  const { data: outcome } = query;
  return {
    answer: outcome?.kind === 'done' ? outcome.answer : undefined,
    trouble: outcome === undefined || outcome.kind === 'done' ? null : outcome,
    isLoading: query.isPending && isWanted,
    askAgain: () => void query.refetch(),
  };
}

/** After an act everything that was read may be different: what is on the screen is asked again. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries(), [client]);
}

/** Does one thing at a time, and holds why it was not done. */
export function useDoing() {
  const [isDoing, setIsDoing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const refresh = useRefresh();
  const forget = useCallback(() => setTrouble(null), []);
  /** @returns the answer; undefined when it was not done. */
  const doIt = useCallback(
    async <Name extends CallName>(name: Name, order: OrderOf<Name>): Promise<AnswerOf<Name> | undefined> => {
      setIsDoing(true);
      const outcome = await call(name, order);
      setIsDoing(false);
      setTrouble(outcome.kind === 'done' ? null : outcome);
      if (outcome.kind !== 'done') return undefined;
      void refresh();
      return outcome.answer;
    },
    [refresh],
  );
  /** For a form, which stays with what stands in the way. @returns that; null when it was done. */
  const attempt = useCallback(
    async <Name extends CallName>(
      name: Name,
      order: OrderOf<Name>,
      take?: (answer: AnswerOf<Name>) => void,
    ): Promise<Trouble> => {
      const outcome = await call(name, order);
      if (outcome.kind !== 'done') return outcome;
      setTrouble(null);
      take?.(outcome.answer);
      void refresh();
      return null;
    },
    [refresh],
  );
  return { doIt, attempt, isDoing, trouble, forget };
}
