/** Rows of numbers that sources give for items, laid out item by item, as `truth-model.ts` weighs them. */
export interface TruthTable {
  /** By number, in the order in which they first came. */
  readonly items: readonly string[];
  readonly sources: readonly string[];
  /** Where each item's claims begin; one more than there are items. */
  readonly start: Int32Array;
  /** Of every claim, item by item, in the order in which they were made: its source, by number, and its value. */
  readonly source: Int32Array;
  readonly value: Float64Array;
  /** Whether rows carry times, by which the order of an item's claims is one of time. */
  readonly timed: boolean;
  /** How many rows were superseded by a later one of the same source on the same item. */
  readonly superseded: number;
}

const START = 1024;

/** Takes rows one at a time; memory grows by some 30 bytes a row, and by the names. */
export class TruthRows {
  readonly #items = new Names();
  readonly #sources = new Names();
  #item = new Int32Array(START);
  #source = new Int32Array(START);
  #value = new Float64Array(START);
  #time = new Float64Array(START);
  #count = 0;
  #timed = false;

  /** @param time any number that grows with time; null where the row has none, which counts as before all others */
  add(item: string, source: string, value: number, time: number | null): void {
    if (this.#count === this.#value.length) this.#grow();
    const at = this.#count++;
    this.#item[at] = this.#items.numberOf(item);
    this.#source[at] = this.#sources.numberOf(source);
    this.#value[at] = value;
    this.#time[at] = time ?? -Infinity;
    if (time !== null) this.#timed = true;
  }

  /** The rows by item; of several by one source on an item, the last word alone: by time, then by row. */
  table(): TruthTable {
    const { length: items } = this.#items.all;
    const start = new Int32Array(items + 1);
    for (let row = 0; row < this.#count; row++) start[this.#item[row]! + 1]!++;
    for (let item = 0; item < items; item++) start[item + 1]! += start[item]!;
    const rows = new Int32Array(this.#count);
    const next = start.slice();
    for (let row = 0; row < this.#count; row++) rows[next[this.#item[row]!]!++] = row;

    const kept = new Int32Array(items + 1);
    const source = new Int32Array(this.#count);
    const value = new Float64Array(this.#count);
    let filled = 0;
    for (let item = 0; item < items; item++) {
      for (const row of this.#standing(rows.subarray(start[item], start[item + 1]))) {
        source[filled] = this.#source[row]!;
        value[filled++] = this.#value[row]!;
      }
      kept[item + 1] = filled;
    }
    return {
      items: this.#items.all,
      sources: this.#sources.all,
      start: kept,
      source: source.subarray(0, filled),
      value: value.subarray(0, filled),
      timed: this.#timed,
      superseded: this.#count - filled,
    };
  }

  /** The last word of each source, in order of time. */
  #standing(rows: Int32Array): readonly number[] {
    const inOrder = [...rows].sort((a, b) => this.#before(a, b) || a - b);
    const last = new Map(inOrder.map((row) => [this.#source[row]!, row]));
    return inOrder.filter((row) => last.get(this.#source[row]!) === row);
  }

  #before(a: number, b: number): number {
    const [x, y] = [this.#time[a]!, this.#time[b]!];
    return x < y ? -1 : x > y ? 1 : 0;
  }

  #grow(): void {
    const more = <T extends Int32Array | Float64Array>(old: T, made: T): T => {
      made.set(old);
      return made;
    };
    const size = this.#count * 2;
    this.#item = more(this.#item, new Int32Array(size));
    this.#source = more(this.#source, new Int32Array(size));
    this.#value = more(this.#value, new Float64Array(size));
    this.#time = more(this.#time, new Float64Array(size));
  }
}

/** Names, each once, by number. */
class Names {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const made = this.all.push(name) - 1;
    this.#numbers.set(name, made);
    return made;
  }
}
