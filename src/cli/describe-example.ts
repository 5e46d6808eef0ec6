import type { Newsroom } from '../newsroom.ts';
import { counted } from './counted.ts';

type Filled = NonNullable<Awaited<ReturnType<Newsroom['fillWithExample']>>>;

/** `166 texts in 7 languages, with 5 corrections, 1 withdrawal and 2 retractions of them`: as many texts as `check` counts. */
export function describeExample({ texts, languages, corrections, withdrawals, retractions }: Filled): string {
  const later = `${counted(corrections, 'correction')}, ${counted(withdrawals, 'withdrawal')} and ${counted(retractions, 'retraction')}`;
  return `${counted(texts, 'text')} in ${counted(languages, 'language')}, with ${later} of them`;
}
