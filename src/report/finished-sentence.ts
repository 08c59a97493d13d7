import type { Claim } from '../model/claim.js';
import type { Citation, Conversion, Sentence } from '../model/report.js';
import { settleFigures, sourceWords } from './figure.js';
import { figuresIn } from './figures-in.js';

/** Settles the figures, each on the citation that holds it; one that none holds was worked out, and says so. */
export function finishedSentence(
  marked: string,
  finding: string,
  citations: readonly Citation[],
  claim: Claim,
): Sentence {
  const settled = settleFigures(marked);
  const conversions: Conversion[] = [];
  const figures = settled.figures.map(([start, end]) => {
    const printed = settled.text.slice(start, end);
    const held = citations.findIndex(({ quote }) => holdsFigure(quote, printed));
    const { judgement } = claim;
    if (held < 0 && judgement?.edited.some((field) => field.startsWith('quantity'))) {
      conversions.push({
        figure: printed,
        from: sourceWords(claim.quantity?.wording ?? ''),
        assumption: `set by ${sourceWords(judgement.by)}: ${sourceWords(judgement.why)}`,
        citation: 0,
      });
    } else if (held < 0 && claim.quantity !== null && claim.relation?.type === 'given') {
      conversions.push({
        figure: printed,
        from: sourceWords(claim.quantity.wording),
        assumption: 'worked out by arithmetic from the words quoted and the figure that they refer to',
        citation: 0,
      });
    }
    return { span: [start, end] as const, citation: Math.max(held, 0) };
  });
  const [first] = conversions;
  const { judgement } = claim;
  const text =
    judgement !== undefined && judgement.edited.length > 0
      ? settled.text.replace(/\.$/, ` (as corrected by ${sourceWords(judgement.by)}).`)
      : first === undefined
        ? settled.text
        : settled.text.replace(/\.$/, `, worked out from the words “${first.from}”.`);
  return { text, finding, role: 'statement', citations, figures, conversions };
}

/** The quote gives every number of the printed figure, in digits or words; vague words and quotes by their letters. */
export function holdsFigure(quote: string, printed: string): boolean {
  const wanted = [...figuresIn(printed)];
  const given = figuresIn(quote);
  const main = wanted.filter((value) => value > 1 || wanted.length === 1);
  if (main.length > 0) return main.every((value) => given.has(value) || !isWhole(printed, value));
  return quote.toLowerCase().includes(printed.replace(/[“”]/g, '').toLowerCase());
}

/** Whether a value is a number of the printed figure itself, not the "3" or "million" of "3 million". */
function isWhole(printed: string, value: number): boolean {
  const scaled = [...printed.matchAll(/([\d.,]+) (million|billion)/g)].flatMap(([, digits = '', scale]) => [
    Number(digits.replace(/,/g, '')),
    scale === 'million' ? 1e6 : 1e9,
  ]);
  return !scaled.includes(value);
}
