import type { Newsroom } from '../newsroom.ts';
import { Fault } from '../platform/faults.ts';
import { type CommandContext, exitCodes } from './command.ts';
import { counted } from './counted.ts';
import type { OptionTable } from './option.ts';

/** The most that are named one by one. */
const MOST_NAMED = 200;

const faults = {
  missing: 'ORIGINAL_MISSING',
  altered: 'ORIGINAL_ALTERED',
  unreadable: 'ORIGINAL_UNREADABLE',
} as const;

/** Reads every original again, and names those that are not what they were: each is a file to be restored. */
export async function readOriginals(
  { print, remark, interrupted }: Pick<CommandContext<OptionTable>, 'print' | 'remark' | 'interrupted'>,
  { originals }: Pick<Newsroom, 'originals'>,
): Promise<number> {
  const isEnd = await originals.readAll({
    isInterrupted: () => interrupted.aborted,
    progress: (so, of) => {
      if (so.originals % 100 === 0 || so.originals === of) {
        remark(`Read ${so.originals} of ${of} originals (${megabytes(so.bytes)}).`);
      }
    },
  });
  if (!isEnd) {
    remark('Broken off. The same command goes on from here.');
    return exitCodes.interrupted;
  }

  let unsound = 0;
  for await (const { hash, found, file } of originals.unsound()) {
    unsound += 1;
    const { code, message } = new Fault(faults[found]);
    if (unsound <= MOST_NAMED) print(`picture ${hash} (${file}): ${message} (${code})`);
  }
  const { originals: read, bytes } = await originals.report();
  const all = `Read ${counted(read, 'original')} (${megabytes(bytes)})`;
  print(unsound === 0 ? `${all}: each is what it was.` : `${all}: ${unsound} missing or no longer what they were.`);
  return unsound === 0 ? exitCodes.done : exitCodes.failed;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
