import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import { NUMERAL_WORDS } from './number-words.js';

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
  low_trailing: words,
  verbs_with_over: words,
  high_trailing: words,
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

/** The words of `data/claims/figures.yaml`, and patterns over lower-case text that find them where they stand. */
export function readFigureWords() {
  const data = readYaml(join(DATA_FOLDER, 'claims', 'figures.yaml'), schema);
  const [shares, multiples] = [Object.keys(data.shares), Object.keys(data.multiples)];
  const money = Object.keys(data.money_after).map((word) => word.toLowerCase());
  return {
    data,
    /** Where a figure can begin: a digit, or a word with which one does. */
    starts: startsOf([...NUMERAL_WORDS, ...[...data.vague, ...shares, ...multiples].map(firstWord)]),
    before: alternatives([...data.low, ...data.high, ...data.about, ...data.neutral], '', ' ?$', 'u'),
    behind: alternatives([...data.low_after, ...data.high_after, ...data.about_after], ',? ', '', 'uy'),
    /** A bound at the end of a clause, with what is counted before it. */
    trailing: alternatives(
      [...data.low_trailing, ...data.high_trailing],
      ',? ',
      '(?= ?(?:[,.;)]|and\\b|$))',
      'u',
    ),
    /** A verb right before "over" that is one with it. */
    over: alternatives(data.verbs_with_over, '', ' over ?$', 'u'),
    vague: alternatives(data.vague, '', '', 'uy'),
    shares: alternatives(shares, '', '', 'uy'),
    multiples: alternatives(multiples, '', '', 'uy'),
    rates: alternatives(Object.keys(data.rates), '', '', 'uy'),
    measures: alternatives(
      data.measures.flatMap((word) => [word, `${word}s`]),
      '[ -]?',
      '',
      'uy',
    ),
    labels: alternatives(data.labels, '', '[ :.]*\\(?$', 'u'),
    weights: alternatives(data.tonnes, '[ -]', '', 'uy'),
    volumes: alternatives(data.barrels, '[ -]', '', 'uy'),
    moneyAfter: alternatives(money, '[ -]', '', 'uy'),
  };
}

export type FigureWords = ReturnType<typeof readFigureWords>;

const firstWord = (phrase: string): string => /^\p{L}+/u.exec(phrase)?.[0] ?? '';

const startsOf = (words: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}.,/-])(?:\\p{N}|(?:${[...new Set(words)].filter((word) => word !== '').join('|')})(?!\\p{L}))`,
    'gu',
  );

/** Any of the phrases as whole words, the longest first. */
function alternatives(list: readonly string[], before: string, after: string, flags: string): RegExp {
  const escaped = [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${before}(?<![\\p{L}\\p{N}])(${escaped.join('|')})(?![\\p{L}\\p{N}])${after}`, flags);
}
