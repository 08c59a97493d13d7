/** Numerals as newsrooms write them: `20-thousand`, `six-thousand-700`, `13.000`, `one and a half million`, `a dozen`. */

export interface Numeral {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The last scale word ("million"), which a range shares: "4.8 to 5 million". */
  readonly scale: number;
}

const ONES: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = {
  dozen: 12,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  mn: 1e6,
  bn: 1e9,
  mln: 1e6,
  trillion: 1e12,
};
/** Words with which a numeral can begin, besides digits. */
export const NUMERAL_WORDS: readonly string[] = [...Object.keys(ONES), 'half', 'a', 'an', 'hundred'];

const WORD = /[a-z]+/y;
/** Grouped by comma, space or point, or plain with decimals. A point before exactly three digits groups: `13.000`. */
const DIGITS =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]*\d)|\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)|\d+(?:\.\d+)?/y;

/** The numeral that begins at `at` in lower-case text; null where none does. */
export function numeralAt(text: string, at: number): Numeral | null {
  const first = termAt(text, at);
  if (first === null) return null;
  let { value, end } = first;
  let scale = first.scale;
  let total = 0;
  for (;;) {
    // "six-thousand-700", "two thousand nine hundred and ten", "a million and a half"
    const joint = / and |[ -]/y;
    joint.lastIndex = end;
    const joined = joint.exec(text)?.[0];
    if (joined === undefined) break;
    const half = /a half\b/y;
    half.lastIndex = joint.lastIndex;
    if (joined === ' and ' && scale > 1 && half.test(text)) {
      value += scale / 2;
      end = half.lastIndex;
      break;
    }
    const next = termAt(text, joint.lastIndex, true);
    const digits = /\d/.test(text[joint.lastIndex] ?? '');
    // "five 30 mm guns" and "5 and 6" are two numerals; only "six-thousand-700" goes on in digits.
    if (next === null || scale < 100 || next.value >= scale || (digits && joined !== '-')) break;
    total += value;
    value = next.value;
    scale = next.scale;
    end = next.end;
  }
  return { value: total + value, start: at, end, scale };
}

/** A number with its scale: "4.8 million", "twenty-one", "two hundred", "half a million", "a dozen". */
function termAt(text: string, at: number, inner = false): Omit<Numeral, 'start'> | null {
  const article =
    !inner &&
    /(?:half an? |one and a half |an? |(?<=\bthe )(?=hundred or so))(?=(?:dozen|hundred|thousand|million|billion)\b)/y;
  if (article) {
    article.lastIndex = at;
    const found = article.exec(text);
    if (found) {
      const scaled = scaleAt(text, article.lastIndex);
      if (scaled === null) return null;
      const factor = found[0].startsWith('half') ? 0.5 : found[0].startsWith('one and') ? 1.5 : 1;
      return { value: factor * scaled.value, end: scaled.end, scale: scaled.value };
    }
  }
  const base = digitsAt(text, at) ?? wordsAt(text, at);
  if (base === null) return null;
  let { value, end } = base;
  let { end: after, scale } = scalesAt(text, end);
  value *= scale;
  end = after;
  // "one hundred and five thousand": what follows a hundred shares its thousand.
  const rest = scale === 100 ? restAt(text, end) : null;
  if (rest !== null) {
    ({ end: after, scale } = scalesAt(text, rest.end));
    value = (value + rest.value) * scale;
    end = after;
  }
  return { value: Math.round(value * 1000) / 1000, end, scale };
}

/** The tens and ones behind "hundred", in words. */
function restAt(text: string, at: number): { value: number; end: number } | null {
  const joint = / and |[ -]/y;
  joint.lastIndex = at;
  return joint.test(text) ? wordsAt(text, joint.lastIndex) : null;
}

/** The scale words that follow a number, multiplied: "hundred thousand"; 1 where none does. */
function scalesAt(text: string, from: number): { scale: number; end: number } {
  let [scale, end] = [1, from];
  for (;;) {
    const scaled = /[ \u00a0-]/.test(text[end] ?? '') ? scaleAt(text, end + 1) : null;
    if (scaled === null) return { scale, end };
    scale *= scaled.value;
    end = scaled.end;
  }
}

function scaleAt(text: string, at: number): { value: number; end: number } | null {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  const value = word === undefined ? undefined : SCALES[word];
  return value === undefined ? null : { value, end: WORD.lastIndex };
}

function digitsAt(text: string, at: number): { value: number; end: number } | null {
  DIGITS.lastIndex = at;
  const found = DIGITS.exec(text)?.[0];
  if (found === undefined) return null;
  const grouped =
    /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$|^\d{1,3}(?:\.\d{3})+$/.test(found) && !found.startsWith('0.');
  const digits = grouped ? found.replace(/\D/g, '') : found.replace(/,/g, '');
  return { value: Number(digits), end: DIGITS.lastIndex };
}

/** "twenty-one", "seven", "two-point-three". */
function wordsAt(text: string, at: number): { value: number; end: number } | null {
  WORD.lastIndex = at;
  const first = ONES[WORD.exec(text)?.[0] ?? ''];
  if (first === undefined) return null;
  let end = WORD.lastIndex;
  let value = first;
  const joint = /-| /y;
  joint.lastIndex = end;
  if (first >= 20 && joint.test(text)) {
    WORD.lastIndex = end + 1;
    const unit = ONES[WORD.exec(text)?.[0] ?? ''];
    if (unit !== undefined && unit > 0 && unit < 10) {
      value += unit;
      end = WORD.lastIndex;
    }
  }
  const point = /[ -]point[ -]/y;
  point.lastIndex = end;
  if (point.test(text)) {
    WORD.lastIndex = point.lastIndex;
    const decimal = ONES[WORD.exec(text)?.[0] ?? ''];
    if (decimal !== undefined && decimal < 10) {
      value += decimal / 10;
      end = WORD.lastIndex;
    }
  }
  return { value, end };
}
