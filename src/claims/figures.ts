import type { Span } from '../core/span.js';
import { readFigureWords } from './figure-words.js';
import { numeralAt, type Numeral } from './number-words.js';

/** A figure with its bounds, before it is known what it counts. */
export interface Figure {
  /** With the words that bound it. */
  readonly span: Span;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: string | null;
  readonly vague: boolean;
  /** "1/2", "x2": part or multiple of another figure. */
  readonly share: string | null;
  readonly per: string | null;
  /** A unit that the figure itself carries: weight, volume, money. */
  readonly unit: 'tonne' | 'barrel' | 'usd' | null;
  /** Why it counts nothing that a claim is about; null where it may. */
  readonly distractor: string | null;
  /** "another 3,000", "additional": a figure beside an earlier one. */
  readonly further: boolean;
}

type Bound = 'low' | 'high' | 'about';

/** "by its count 15,000 soldiers", "corrects its figure: 74 drones": who counts, and no label of a figure. */
const SOMEBODYS_COUNT =
  /(?:\b(?:its|his|her|their|my|our|own)|['’]s?)(?: [\p{L}-]+)? (?:figure|count)[:,]? $/u;

/** Reads the figures of a text, by the words of `data/claims/figures.yaml`. */
export class FigureReader {
  readonly words = readFigureWords();

  /**
   * The figures of lower-case, plain text, left to right; spans count from its start.
   * @param taken tells places from which something else was read (a date, a weapon's name)
   */
  read(text: string, taken: (at: number) => boolean): Figure[] {
    const figures: Figure[] = [];
    const { starts } = this.words;
    starts.lastIndex = 0;
    for (let found = starts.exec(text); found; found = starts.exec(text)) {
      const figure = taken(found.index) ? null : this.at(text, found.index, taken);
      if (figure === null) continue;
      figures.push(figure);
      starts.lastIndex = figure.span[1];
    }
    return figures;
  }

  private at(text: string, at: number, taken: (at: number) => boolean): Figure | null {
    const numeral = numeralAt(text, at);
    const share = this.shareAt(text, at) ?? (numeral === null ? null : this.percentAt(text, numeral));
    if (share !== null) return share;
    if (numeral !== null) return boundary(text, numeral.end) ? this.counted(text, numeral, taken) : null;
    this.words.vague.lastIndex = at;
    const vague = this.words.vague.exec(text)?.[0];
    if (vague === undefined || /(?:^| )as $/.test(text.slice(Math.max(0, at - 4), at))) return null;
    const start = this.opened(text, at).start;
    const end = at + vague.length;
    const bare = vague.replace(/ of$/, '');
    return { ...EMPTY, span: [start, at + bare.length], vague: true, per: this.rate(text, end).per };
  }

  /** A figure with its qualifier, range, rate and unit. */
  private counted(text: string, first: Numeral, taken: (at: number) => boolean): Figure {
    const opened = this.opened(text, first.start);
    let [low, high] = [first.value, first.value];
    let end = first.end;
    const second = rangeEnd(text, first, opened.between, taken);
    if (second !== null) {
      const start = sharedScale(first, second);
      [low, high] = [Math.min(start, second.value), Math.max(start, second.value)];
      end = second.end;
    }
    const unit = this.unitAt(text, opened.money, end);
    end = Math.max(end, unit.keep ? end : unit.end);
    this.words.behind.lastIndex = end;
    const after = this.words.behind.exec(text)?.[0];
    const qualifier = opened.qualifier ?? after?.replace(/^,? /, '') ?? null;
    const bound = second === null ? this.boundOf(qualifier) : null;
    if (after !== undefined && opened.qualifier === null) end = this.words.behind.lastIndex;
    const rate = this.rate(text, end);
    return {
      span: [opened.start, end],
      low: bound === 'high' ? null : low,
      high: bound === 'low' ? null : high,
      qualifier,
      vague: false,
      share: null,
      per: rate.per ?? this.rateBehindNoun(text, end),
      unit: unit.unit,
      distractor: this.distractor(text, opened.start, first, end, unit.foreign),
      further: opened.further,
    };
  }

  /** What stands before a figure: qualifiers, and whether "between" opens a range. */
  private opened(
    text: string,
    at: number,
  ): { start: number; qualifier: string | null; between: boolean; further: boolean; money: string | null } {
    let start = at;
    let money: string | null = null;
    const sign = /(us\$|usd ?|[$€£₽¥₩])$/.exec(text.slice(Math.max(0, at - 4), at))?.[0];
    if (sign !== undefined) {
      money = this.words.data.money[sign.trim()] ?? null;
      start -= sign.length;
    }
    const found: string[] = [];
    let further = false;
    for (;;) {
      const before = text
        .slice(Math.max(0, start - 30), start)
        .replace(/["']$/, (quote) => (quote === '"' ? ' ' : quote));
      const match = this.words.before.exec(before);
      if (match === null) break;
      const word = match[1] as string;
      // "handed over six": the word belongs to the verb.
      if (word === 'over' && this.words.over.test(text.slice(Math.max(0, start - 24), start))) break;
      if (/another|additional|further/.test(word)) further = true;
      if (!this.words.data.neutral.includes(word)) found.unshift(word);
      start -= before.length - match.index;
      if (found.length > 2) break;
    }
    const between = text.slice(Math.max(0, start - 10), start).endsWith('between ');
    if (between) start -= 'between '.length;
    const qualifier = found.length === 0 ? null : found.join(' ');
    return { start, qualifier, between, further, money };
  }

  /** "as many as more than" is a floor, "up to about" a ceiling: the strictest word decides, the innermost first. */
  private boundOf(qualifier: string | null): Bound | null {
    if (qualifier === null) return null;
    const known = (list: readonly string[]): boolean => list.includes(qualifier);
    if (known(this.words.data.low) || known(this.words.data.low_after)) return 'low';
    if (known(this.words.data.high) || known(this.words.data.high_after)) return 'high';
    if (known(this.words.data.about) || known(this.words.data.about_after)) return 'about';
    const within = (list: readonly string[]): boolean =>
      list.some((word) => qualifier.endsWith(word) || qualifier.startsWith(`${word} `));
    if (this.words.data.low.some((word) => qualifier.endsWith(word))) return 'low';
    if (within(this.words.data.high)) return 'high';
    return within(this.words.data.low) ? 'low' : 'about';
  }

  private unitAt(
    text: string,
    sign: string | null,
    end: number,
  ): { unit: Figure['unit']; end: number; keep: boolean; foreign: boolean } {
    if (sign !== null)
      return { unit: sign === 'usd' ? 'usd' : null, end, keep: true, foreign: sign !== 'usd' };
    for (const [pattern, unit] of [
      [this.words.weights, 'tonne'],
      [this.words.volumes, 'barrel'],
    ] as const) {
      pattern.lastIndex = end;
      if (pattern.test(text)) return { unit, end: pattern.lastIndex, keep: false, foreign: false };
    }
    this.words.moneyAfter.lastIndex = end;
    const money = this.words.moneyAfter.exec(text)?.[1];
    if (money === undefined) return { unit: null, end, keep: true, foreign: false };
    const currency =
      this.words.data.money_after[money] ?? this.words.data.money_after[money.replace('us', 'US')];
    return {
      unit: currency === 'usd' ? 'usd' : null,
      end: this.words.moneyAfter.lastIndex,
      keep: false,
      foreign: currency !== 'usd',
    };
  }

  private rate(text: string, end: number): { per: string | null } {
    this.words.rates.lastIndex = end + (text[end] === ' ' ? 1 : 0);
    const word = this.words.rates.exec(text)?.[1];
    return { per: word === undefined ? null : (this.words.data.rates[word] ?? null) };
  }

  /** "some ten thousand shells a day": the rate behind what is counted. */
  private rateBehindNoun(text: string, end: number): string | null {
    const found =
      /^(?: (?!(?:and|or|to|in|of|from|by|since)\b)[\p{L}-]+){1,4} ((?:a|per|every|each|an) (?:day|week|month|year|hour)|daily|weekly|monthly|annually)\b/u.exec(
        text.slice(end, end + 60),
      );
    return found?.[1] === undefined ? null : (this.words.data.rates[found[1]] ?? null);
  }

  private shareAt(text: string, at: number): Figure | null {
    this.words.shares.lastIndex = at;
    const word = this.words.shares.exec(text)?.[1];
    if (
      word !== undefined &&
      /^ (?:of|as many)\b|^[,.]? ?$|^ (?:the|were|was|had|have|failed|arrived|are)\b/.test(
        text.slice(at + word.length, at + word.length + 12),
      )
    ) {
      return {
        ...EMPTY,
        span: [this.opened(text, at).start, at + word.length],
        share: this.words.data.shares[word] ?? null,
      };
    }
    this.words.multiples.lastIndex = at;
    const multiple = this.words.multiples.exec(text)?.[1];
    if (multiple === undefined) return null;
    return {
      ...EMPTY,
      span: [this.opened(text, at).start, at + multiple.length],
      share: `x${this.words.data.multiples[multiple]}`,
    };
  }

  /** "40 per cent of …" is a share; "five times more than …" a multiple. */
  private percentAt(text: string, numeral: Numeral): Figure | null {
    const percent = /^ ?(?:%|per ?cent|percent)(?= of\b)/.exec(text.slice(numeral.end));
    if (percent) {
      return {
        ...EMPTY,
        span: [this.opened(text, numeral.start).start, numeral.end + percent[0].length],
        share: fraction(numeral.value),
      };
    }
    const times = /^ times (?:as (?:many|much)|more|that|what|the|higher|greater)\b/.exec(
      text.slice(numeral.end),
    );
    return times
      ? {
          ...EMPTY,
          span: [this.opened(text, numeral.start).start, numeral.end + 6],
          share: `x${numeral.value}`,
        }
      : null;
  }

  private distractor(
    text: string,
    start: number,
    numeral: Numeral,
    end: number,
    foreign: boolean,
  ): string | null {
    if (foreign) return 'money of another currency';
    if (
      this.words.labels.test(text.slice(Math.max(0, start - 24), start)) &&
      !/^(?: million| billion)/.test(text.slice(numeral.end)) &&
      !SOMEBODYS_COUNT.test(text.slice(Math.max(0, start - 32), start))
    ) {
      return 'label';
    }
    this.words.measures.lastIndex = end;
    const measure = this.words.measures.exec(text)?.[0];
    if (measure !== undefined && boundary(text, this.words.measures.lastIndex))
      return `measure (${measure.trim()})`;
    if (/^(?:st|nd|rd|th)\b/.test(text.slice(end))) return 'ordinal';
    if (/^[:.]\d\d/.test(text.slice(end)) || /\d[:.]$/.test(text.slice(Math.max(0, start - 2), start)))
      return 'clock time';
    if (/^(?:-|'s|s\b)/.test(text.slice(end)) && /^-(?:\p{L})/u.test(text.slice(end))) return 'compound';
    return null;
  }
}

const EMPTY: Omit<Figure, 'span'> = {
  low: null,
  high: null,
  qualifier: null,
  vague: false,
  share: null,
  per: null,
  unit: null,
  distractor: null,
  further: false,
};

/** The other end of "11,000 to 12,000", "30-35 thousand", "between 4 and 6 million", "4.8 to 5 million". */
function rangeEnd(
  text: string,
  first: Numeral,
  between: boolean,
  taken: (at: number) => boolean,
): Numeral | null {
  const joint = between
    ? /^ ?(?:and|to|-) ?/.exec(text.slice(first.end))
    : /^(?: to |-| - )(?=[\d\p{L}])/u.exec(text.slice(first.end));
  if (joint === null) return null;
  const at = first.end + joint[0].length;
  if (taken(at)) return null;
  const second = numeralAt(text, at);
  if (second === null || !boundary(text, second.end)) return null;
  return second.value > sharedScale(first, second) || between ? second : null;
}

/** "4.8 to 5 million": the first figure in the scale of the second, where it stays below it ("ninety to one hundred"). */
function sharedScale(first: Numeral, second: Numeral): number {
  const scaled = first.value * second.scale;
  return first.scale === 1 && scaled < second.value ? scaled : first.value;
}

const boundary = (text: string, at: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[at] ?? ' ') || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');

function fraction(percent: number): string {
  const divide = (a: number, b: number): number => (b === 0 ? a : divide(b, a % b));
  const scaled = Math.round(percent * 100);
  const common = divide(scaled, 10_000);
  return `${scaled / common}/${10_000 / common}`;
}
