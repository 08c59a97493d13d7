import { overlaps, type Span } from '../core/span.js';
import type { Claim } from '../model/claim.js';
import type { ExplainedFigure } from '../model/explanation.js';
import type { Unit } from '../model/enums.js';
import { isProduction } from './figures-in.js';
import type { Figure } from './figures.js';
import type { Mention } from './mentions.js';
import type { Reading } from './reading.js';
import type { NotedSentence } from './trace-notes.js';

/** Every number of a sentence, left to right: claimed, a distractor, or free, with the reason. */
export function explainedFigures(
  { reading, passedOver }: NotedSentence,
  claims: readonly Claim[],
): ExplainedFigure[] {
  const { document, sentence, mentions } = reading;
  const figures = mentions.flatMap(({ mention }): ExplainedFigure[] => {
    if (!('figure' in mention) || mention.figure === null) return [];
    const { figure } = mention;
    const base = sentence.span[0];
    const span: Span = [base + figure.span[0], base + figure.span[1]];
    const wording = document.text.slice(...span);
    const givers = claims.filter(({ quantity }) => quantity?.wording === wording).map(({ id }) => id);
    const why = (): string =>
      figure.distractor ??
      (isProduction(reading) ? 'of production or stocks' : null) ??
      passedOver.find((near) => overlaps(near.span, span))?.why ??
      'no noun, act or speaker takes it up';
    return [
      {
        span,
        wording,
        role: givers.length > 0 ? 'claimed' : figure.distractor === null ? 'free' : 'distractor',
        why: givers.length > 0 ? null : why(),
        ...valueOf(figure, 'unit' in mention ? mention.unit : null),
        claims: givers,
      },
    ];
  });
  return [...figures, ...numbersInNames(reading, figures)].sort((a, b) => a.span[0] - b.span[0]);
}

const valueOf = (
  { low, high, unit, qualifier, vague, share, per }: Figure,
  counted: Unit | null,
): Pick<ExplainedFigure, 'low' | 'high' | 'unit' | 'qualifier' | 'vague' | 'share' | 'per'> => ({
  low,
  high,
  unit: unit ?? counted,
  qualifier,
  vague,
  share,
  per,
});

/** Digits that were read as something else than a figure: dates, calibres, the names of weapons and bodies. */
function numbersInNames(reading: Reading, figures: readonly ExplainedFigure[]): ExplainedFigure[] {
  const { document, sentence, mentions } = reading;
  const text = document.text.slice(...sentence.span);
  return [...text.matchAll(/\p{N}+(?:[.,:/]\p{N}+)*/gu)].flatMap((found): ExplainedFigure[] => {
    const start = sentence.span[0] + found.index;
    const span: Span = [start, start + found[0].length];
    if (figures.some((figure) => overlaps(figure.span, span))) return [];
    const holder = mentions.find(({ mention }) => overlaps(mention.span, span))?.mention;
    return [
      {
        span,
        wording: found[0],
        role: 'distractor',
        why: numberIn(holder, text.slice(found.index + found[0].length)),
        low: null,
        high: null,
        unit: null,
        qualifier: null,
        vague: false,
        share: null,
        per: null,
        claims: [],
      },
    ];
  });
}

function numberIn(holder: Mention | undefined, behind: string): string {
  if (/^(?:(?:,? | and | or )\p{N}[\p{N}.]*)*[ -]?(?:mm|millimet|inch)/iu.test(behind)) return 'calibre';
  if (holder?.type === 'time') return 'date';
  return holder === undefined ? 'part of a word or mark' : `part of a name (${holder.type})`;
}
