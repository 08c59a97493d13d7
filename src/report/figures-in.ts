/** The numbers that a text gives, in digits or in words, so that a printed figure can be held against its quote. */

const SMALL: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  first: 1,
  once: 1,
  two: 2,
  both: 2,
  twice: 2,
  couple: 2,
  pair: 2,
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
  dozen: 12,
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
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  dozen: 12,
};

const TOKEN = /\d+(?:[ ,.'’\u00A0\u202F]\d{3})*(?:\.\d+)?|\p{L}+/gu;

/** Every reading of every number: "30-35 thousand" gives 30, 35, 30,000 and 35,000. */
export function figuresIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  let total: number | null = null;
  const settle = (): void => {
    if (total !== null) found.add(total);
    total = null;
  };
  for (const [token] of text.toLowerCase().matchAll(TOKEN)) {
    if (/^\d/.test(token)) {
      settle();
      for (const value of readings(token)) {
        found.add(value);
        run.push(value);
      }
      continue;
    }
    const scale = SCALES[token.replace(/s$/, '')];
    if (scale !== undefined) {
      for (const value of run) found.add(value * scale);
      run = run.map((value) => value * scale);
      total = scaled(total, scale);
      found.add(total);
      continue;
    }
    const small = SMALL[token];
    if (small !== undefined) {
      total = (total ?? 0) + small;
      found.add(small);
      continue;
    }
    // "30 to 35 thousand", "two hundred and five" are one run.
    if (token === 'to' || token === 'and' || token === 'or') continue;
    settle();
    run = [];
  }
  settle();
  return found;
}

/** "Two hundred thousand": the scale takes what was counted so far; "two thousand five hundred" only its last part. */
function scaled(total: number | null, scale: number): number {
  if (total === null) return scale;
  const below = total % 1000;
  if (scale === 100 && total >= 1000) return total - below + (below === 0 ? 1 : below) * 100;
  return total * scale;
}

/** "1.000" may be a thousand or one. */
function readings(token: string): number[] {
  const plain = Number(token.replace(/[ ,'’\u00A0\u202F]/g, ''));
  const grouped = Number(token.replace(/[^\d]/g, ''));
  return /^\d{1,3}(?:\.\d{3})+$/.test(token) ? [plain, grouped] : [plain];
}
