import type { Readable } from 'node:stream';

/** Bounds how many archives are under way, of everybody and of one address: each holds a file open while it is taken. */
export interface KitsAtOnce {
  isFull(address: string): boolean;
  /** Counts a stream from now on to its end, however it ends. */
  counted(address: string, stream: Readable): Readable;
}

export function kitsAtOnce({ ofAll, ofOne }: { readonly ofAll: number; readonly ofOne: number }): KitsAtOnce {
  const byAddress = new Map<string, number>();
  let all = 0;
  const count = (address: string, more: 1 | -1) => {
    all += more;
    const now = (byAddress.get(address) ?? 0) + more;
    if (now === 0) byAddress.delete(address);
    else byAddress.set(address, now);
  };
  return {
    isFull: (address) => all >= ofAll || (byAddress.get(address) ?? 0) >= ofOne,
    counted(address, stream) {
      count(address, 1);
      stream.once('close', () => count(address, -1));
      return stream;
    },
  };
}
