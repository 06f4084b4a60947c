import { hash } from "node:crypto";

const SMALLEST = 1024;

/**
 * A number above 0 for each of as many names as a file has, in a dozen bytes a name: of the name itself only 64 bits of
 * a hash are kept.
 */
export class CompactCounts {
  #size = 0;
  #high = new Uint32Array(SMALLEST);
  #low = new Uint32Array(SMALLEST);
  #values = new Uint32Array(SMALLEST);

  /** 0 for a name that has none. */
  get(name: string): number {
    const { high, low } = halves(name);
    return this.#values[this.#placeOf(high, low)] ?? 0;
  }

  set(name: string, value: number): void {
    const { high, low } = halves(name);
    const place = this.#placeOf(high, low);
    if (this.#values[place] === 0) this.#size++;
    this.#put(place, high, low, value);
    if (this.#size * 2 > this.#values.length) this.#grow();
  }

  /** Where a name stands, or the free place it would take. */
  #placeOf(high: number, low: number): number {
    const mask = this.#values.length - 1;
    let place = low & mask;
    while (this.#values[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #put(place: number, high: number, low: number, value: number): void {
    this.#high[place] = high;
    this.#low[place] = low;
    this.#values[place] = value;
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values];
    const length = values.length * 2;
    this.#high = new Uint32Array(length);
    this.#low = new Uint32Array(length);
    this.#values = new Uint32Array(length);
    for (const [index, value] of values.entries()) {
      const [up, down] = [high[index] ?? 0, low[index] ?? 0];
      if (value !== 0) this.#put(this.#placeOf(up, down), up, down, value);
    }
  }
}

function halves(name: string): { high: number; low: number } {
  const bytes = hash("sha256", name, "buffer");
  return { high: bytes.readUInt32LE(0), low: bytes.readUInt32LE(4) };
}
