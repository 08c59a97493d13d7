import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import type { Span } from '../core/span.js';
import { readYaml } from '../core/yaml-file.js';
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

const words = z.array(z.string());
const table = z.record(z.string(), z.string());
const schema = z.strictObject({
  source: words,
  low: words,
  high: words,
  about: words,
  neutral: words,
  low_after: words,
  high_after: words,
  about_after: words,
  vague: words,
  shares: table,
  multiples: z.record(z.string(), z.number()),
  rates: table,
  measures: words,
  labels: words,
  tonnes: words,
  barrels: words,
  money: table,
  money_after: table,
});

type Bound = 'low' | 'high' | 'about';

/** Reads the figures of a text, by the words of `data/claims/figures.yaml`. */
export class FigureReader {
  private readonly data = readYaml(join(DATA_FOLDER, 'claims', 'figures.yaml'), schema);
  private readonly before = alternatives(
    [...this.data.low, ...this.data.high, ...this.data.about, ...this.data.neutral],
    '',
    ' ?$',
    'u',
  );
  private readonly behind = alternatives(
    [...this.data.low_after, ...this.data.high_after, ...this.data.about_after],
    ',? ',
    '',
    'uy',
  );
  private readonly vague = alternatives(this.data.vague, '', '', 'uy');
  private readonly shares = alternatives(Object.keys(this.data.shares), '', '', 'uy');
  private readonly multiples = alternatives(Object.keys(this.data.multiples), '', '', 'uy');
  private readonly rates = alternatives(Object.keys(this.data.rates), '', '', 'uy');
  private readonly measures = alternatives(
    this.data.measures.flatMap((word) => [word, `${word}s`]),
    '[ -]?',
    '',
    'uy',
  );
  private readonly labels = alternatives(this.data.labels, '', '[ :.]*\\(?$', 'u');
  private readonly weights = alternatives(this.data.tonnes, '[ -]', '', 'uy');
  private readonly volumes = alternatives(this.data.barrels, '[ -]', '', 'uy');
  private readonly moneyAfter = alternatives(
    Object.keys(this.data.money_after).map((word) => word.toLowerCase()),
    '[ -]',
    '',
    'uy',
  );

  /**
   * The figures of lower-case, plain text, left to right; spans count from its start.
   * @param taken tells places from which something else was read (a date, a weapon's name)
   */
  read(text: string, taken: (at: number) => boolean): Figure[] {
    const figures: Figure[] = [];
    const starts = /(?<![\p{L}\p{N}.,/-])[\p{L}\p{N}]/gu;
    for (let found = starts.exec(text); found; found = starts.exec(text)) {
      if (taken(found.index)) continue;
      const figure = this.at(text, found.index, taken);
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
    this.vague.lastIndex = at;
    const vague = this.vague.exec(text)?.[0];
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
    this.behind.lastIndex = end;
    const after = this.behind.exec(text)?.[0];
    const qualifier = opened.qualifier ?? after?.replace(/^,? /, '') ?? null;
    const bound = second === null ? this.boundOf(qualifier) : null;
    if (after !== undefined && opened.qualifier === null) end = this.behind.lastIndex;
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
      money = this.data.money[sign.trim()] ?? null;
      start -= sign.length;
    }
    const found: string[] = [];
    let further = false;
    for (;;) {
      const before = text
        .slice(Math.max(0, start - 30), start)
        .replace(/["']$/, (quote) => (quote === '"' ? ' ' : quote));
      const match = this.before.exec(before);
      if (match === null) break;
      const word = match[1] as string;
      if (/another|additional|further/.test(word)) further = true;
      if (!this.data.neutral.includes(word)) found.unshift(word);
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
    if (known(this.data.low) || known(this.data.low_after)) return 'low';
    if (known(this.data.high) || known(this.data.high_after)) return 'high';
    if (known(this.data.about) || known(this.data.about_after)) return 'about';
    const within = (list: readonly string[]): boolean =>
      list.some((word) => qualifier.endsWith(word) || qualifier.startsWith(`${word} `));
    if (this.data.low.some((word) => qualifier.endsWith(word))) return 'low';
    if (within(this.data.high)) return 'high';
    return within(this.data.low) ? 'low' : 'about';
  }

  private unitAt(
    text: string,
    sign: string | null,
    end: number,
  ): { unit: Figure['unit']; end: number; keep: boolean; foreign: boolean } {
    if (sign !== null)
      return { unit: sign === 'usd' ? 'usd' : null, end, keep: true, foreign: sign !== 'usd' };
    for (const [pattern, unit] of [
      [this.weights, 'tonne'],
      [this.volumes, 'barrel'],
    ] as const) {
      pattern.lastIndex = end;
      if (pattern.test(text)) return { unit, end: pattern.lastIndex, keep: false, foreign: false };
    }
    this.moneyAfter.lastIndex = end;
    const money = this.moneyAfter.exec(text)?.[1];
    if (money === undefined) return { unit: null, end, keep: true, foreign: false };
    const currency = this.data.money_after[money] ?? this.data.money_after[money.replace('us', 'US')];
    return {
      unit: currency === 'usd' ? 'usd' : null,
      end: this.moneyAfter.lastIndex,
      keep: false,
      foreign: currency !== 'usd',
    };
  }

  private rate(text: string, end: number): { per: string | null } {
    this.rates.lastIndex = end + (text[end] === ' ' ? 1 : 0);
    const word = this.rates.exec(text)?.[1];
    return { per: word === undefined ? null : (this.data.rates[word] ?? null) };
  }

  /** "some ten thousand shells a day": the rate behind what is counted. */
  private rateBehindNoun(text: string, end: number): string | null {
    const found =
      /^(?: (?!(?:and|or|to|in|of|from|by|since)\b)[\p{L}-]+){1,4} ((?:a|per|every|each|an) (?:day|week|month|year|hour)|daily|weekly|monthly|annually)\b/u.exec(
        text.slice(end, end + 60),
      );
    return found?.[1] === undefined ? null : (this.data.rates[found[1]] ?? null);
  }

  private shareAt(text: string, at: number): Figure | null {
    this.shares.lastIndex = at;
    const word = this.shares.exec(text)?.[1];
    if (
      word !== undefined &&
      /^ (?:of|as many)\b|^[,.]? ?$|^ (?:the|were|was|had|have|failed|arrived|are)\b/.test(
        text.slice(at + word.length, at + word.length + 12),
      )
    ) {
      return {
        ...EMPTY,
        span: [this.opened(text, at).start, at + word.length],
        share: this.data.shares[word] ?? null,
      };
    }
    this.multiples.lastIndex = at;
    const multiple = this.multiples.exec(text)?.[1];
    if (multiple === undefined) return null;
    return {
      ...EMPTY,
      span: [this.opened(text, at).start, at + multiple.length],
      share: `x${this.data.multiples[multiple]}`,
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
      this.labels.test(text.slice(Math.max(0, start - 24), start)) &&
      !/^(?: million| billion)/.test(text.slice(numeral.end))
    ) {
      return 'label';
    }
    this.measures.lastIndex = end;
    const measure = this.measures.exec(text)?.[0];
    if (measure !== undefined && boundary(text, this.measures.lastIndex))
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

function alternatives(list: readonly string[], before: string, after: string, flags: string): RegExp {
  const escaped = [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${before}(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}])${after}`, flags);
}
