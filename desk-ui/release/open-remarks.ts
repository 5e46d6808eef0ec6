import type { DraftOpened } from '../../src/desk/contract.ts';
import type { Words } from '../words/words.tsx';

/** For whoever submits, approves, schedules or publishes: what people outside remarked and nobody has settled. None: nothing to say. */
export function openRemarksWarning({ openRemarks }: DraftOpened, { say }: Words): string | undefined {
  if (openRemarks.length === 0) return undefined;
  const quoted = openRemarks.map(({ name, excerpt }) => say('remarkQuoted', { name, excerpt }));
  return [say('remarksWarn', { count: openRemarks.length }), ...quoted].join('\n');
}
