/** The numbers that a text gives, in digits or in words, so that a printed figure can be held against its quote. */

const WORDS: readonly (readonly [value: number, ...words: string[]])[] = [
  [1, 'one', 'single', 'first', 'once'],
  [2, 'two', 'both', 'twice', 'couple', 'pair'],
  [3, 'three'],
  [4, 'four'],
  [5, 'five'],
  [6, 'six'],
  [7, 'seven'],
  [8, 'eight'],
  [9, 'nine'],
  [10, 'ten'],
  [11, 'eleven'],
  [12, 'twelve'],
  [13, 'thirteen'],
  [14, 'fourteen'],
  [15, 'fifteen'],
  [16, 'sixteen'],
  [17, 'seventeen'],
  [18, 'eighteen'],
  [19, 'nineteen'],
  [20, 'twenty'],
  [30, 'thirty'],
  [40, 'forty'],
  [50, 'fifty'],
  [60, 'sixty'],
  [70, 'seventy'],
  [80, 'eighty'],
  [90, 'ninety'],
];
const SMALL = new Map(WORDS.flatMap(([value, ...words]) => words.map((word) => [word, value] as const)));
const SCALES = new Map<string, number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
]);
/** Words inside one number or between the ends of a range. */
const JOINING = new Set(['a', 'an', 'and']);
/** Words between two numbers that may share a scale. */
const PARTING = new Set(['or', 'to']);

const TOKEN = /\d+(?:[ ,.'’\u00A0\u202F]\d{3})*(?:\.\d+)?|\p{L}+/gu;

/** Every reading of every number: "30-35 thousand" gives 30, 35, 30,000 and 35,000. */
export function figuresIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const reader = new NumberReader((value) => found.add(value));
  for (const [token] of text.toLowerCase().matchAll(TOKEN)) reader.take(token);
  reader.end();
  return found;
}

/** Reads tokens into numbers: `current` is being built, `waiting` are those before it that may share its scale. */
class NumberReader {
  private current: number | null = null;
  private waiting: number[] = [];
  /** Whether `current` has a scale of its own. */
  private scaled = false;
  /** The place of the next digit after a spoken point ("two point three"); null outside one. */
  private decimal: number | null = null;

  constructor(private readonly give: (value: number) => void) {}

  take(token: string): void {
    const scale = SCALES.get(token) ?? SCALES.get(token.replace(/s$/, ''));
    const small = SMALL.get(token);
    if (/^\d/.test(token)) this.add(Number(token.replace(/[ ,'’\u00A0\u202F]/g, '')), grouped(token));
    else if (small !== undefined) this.add(small, null);
    else if (scale !== undefined) this.scale(scale);
    else if (token === 'point' && this.current !== null) this.decimal = 0.1;
    else if (token === 'half' && this.current !== null) this.current += 0.5;
    else if (PARTING.has(token)) this.settle();
    else if (!JOINING.has(token)) this.end();
  }

  end(): void {
    this.settle();
    this.waiting = [];
  }

  private add(value: number, other: number | null): void {
    if (other !== null) this.give(other);
    if (Number.isNaN(value)) return;
    if (this.decimal !== null && this.current !== null && value < 10) {
      this.current += value * this.decimal;
      this.decimal /= 10;
    } else if (this.current !== null && value < lowestPlace(this.current)) this.current += value;
    else {
      this.settle();
      this.current = value;
    }
  }

  private scale(scale: number): void {
    this.decimal = null;
    const current = this.current ?? 1;
    if (this.current !== null) this.give(current);
    const part = current % 1000;
    // "Two thousand five hundred": the hundred scales the five alone.
    this.current =
      scale < current && part > 0 && current >= 1000 ? current - part + part * scale : current * scale;
    for (const value of this.waiting) this.give(round(value * scale));
    this.waiting = [];
    this.scaled = true;
    this.give(round(this.current));
  }

  private settle(): void {
    if (this.current !== null) {
      this.give(round(this.current));
      if (!this.scaled) this.waiting.push(this.current);
    }
    this.scaled = false;
    this.current = null;
    this.decimal = null;
  }
}

/** Binary fractions of spoken decimals are not what was said. */
const round = (value: number): number => Number(value.toPrecision(12));

/** The place of the last digit that is not nought: 2,300 gives 100. */
function lowestPlace(value: number): number {
  if (!Number.isInteger(value) || value === 0) return 0;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}

/** "1.000" may be a thousand or one. */
const grouped = (token: string): number | null =>
  /^\d{1,3}(?:\.\d{3})+$/.test(token) ? Number(token.replace(/\D/g, '')) : null;
