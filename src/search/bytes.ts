/** In bytes, of 32 bits. */
const LONGEST_VARINT = 5;

/** Bytes that are put one behind the other, in room that grows. */
export class Bytes {
  #room = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  put(byte: number): void {
    if (this.#length === this.#room.length) this.#grow(1);
    this.#room[this.#length++] = byte;
  }

  /** Seven bits a byte, lowest first, the highest bit set where another follows. */
  putVarint(value: number): void {
    if (this.#length + LONGEST_VARINT > this.#room.length) this.#grow(LONGEST_VARINT);
    let rest = value;
    while (rest > 127) {
      this.#room[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#room[this.#length++] = rest;
  }

  /** What is there, until something else is put. */
  view(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(this.#room.length * 2, this.#length + least));
    larger.set(this.view());
    this.#room = larger;
  }
}
