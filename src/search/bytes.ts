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

  putAll(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#room.length) this.#grow(bytes.length);
    this.#room.set(bytes, this.#length);
    this.#length += bytes.length;
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
