type Numbers = Uint32Array | Float64Array;

/**
 * Room for so many numbers, which whoever asks next is given again: nobody keeps it over an `await`. Megabytes that each search threw
 * away would be collected after every few of them, and all others wait for that. What stood in it stands there still.
 */
export function openScratch<Kind extends Numbers>(kind: new (length: number) => Kind): (length: number) => Kind {
  let numbers = new kind(1_024);
  return (length) => {
    if (numbers.length < length) numbers = new kind(Math.max(length, 2 * numbers.length));
    return numbers.subarray(0, length) as Kind;
  };
}
