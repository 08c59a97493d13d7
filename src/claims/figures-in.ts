import type { Placed } from './clause.js';
import type { FigureMention } from './mentions.js';
import type { Reading } from './reading.js';

/** The figures of a sentence that no noun claims, and what makes a figure no claim. */

export const words = (reading: Reading, from: number, to: number): string =>
  reading.sentence.tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');

export const freeFigures = (reading: Reading): Placed<FigureMention>[] =>
  reading.mentions.filter(
    (p): p is Placed<FigureMention> => p.mention.type === 'figure' && p.mention.figure.distractor === null,
  );

/** Figures of plants, stocks and recruiting are no transfers, unless said to be for one. */
export function isProduction({ sentence, document }: Reading): boolean {
  const text = document.text.slice(...sentence.span);
  return (
    /\b(?:produc\w+|manufactur\w+|turn(?:ed|ing)? out|refurbish\w*|assembl\w+|stockpil\w+|in (?:[\p{L}']+ )?(?:depots|stores|stocks|reserves|storage|warehouses|arsenals)|factor(?:y|ies)|plants?|capacity|recruits? a day|rated for|costs?)\b/iu.test(
      text,
    ) && !/\b(?:sent|ship\w*|deliver\w*|suppl(?:y|ied|ies)|transfer\w*|export\w*|receiv\w*)\b/i.test(text)
  );
}
