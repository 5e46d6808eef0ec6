/** The same numbers in twice the room, or in as much as is asked for where that is more. */
export function doubled<Numbers extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  numbers: Numbers,
  least = 0,
): Numbers {
  const larger = new (numbers.constructor as new (room: number) => Numbers)(Math.max(numbers.length * 2, least));
  larger.set(numbers);
  return larger;
}
