import * as Plot from '@observablehq/plot';
import type { AssessedFinding } from '../ledger/assessment.js';
import { intervalOf } from '../ledger/interval-of-claim.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Evidence } from './evidence.js';
import { number } from './figure.js';
import { headingOf } from './heading.js';
import { anchorOf, barLabel, chart, COLOURS, INK, letterOf, statementOf, type Drawn } from './plate.js';
import { UNIT_NOUNS } from './phrases.js';
import { PLATE_WORDS } from './plate-words.js';

/** More bars than this are not told apart; the last ones are drawn. */
const MOST = 20;

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly claim: Claim;
  readonly document: Document;
  readonly low: number | null;
  readonly high: number | null;
  readonly origin: string;
}

/**
 * The statements on a question as bars with their bounds, open ends drawn as open, and the range that they allow
 * together. Null where fewer than two give a figure.
 */
export function rangePlate(finding: AssessedFinding, evidence: Evidence): Drawn | null {
  const { range, question } = finding;
  const all = barsOf(finding, evidence);
  if (range === null || question.unit === null || all.length < 2) return null;
  const bars = all.slice(-MOST).map((bar, position) => ({
    ...bar,
    key: letterOf(position),
    label: barLabel(letterOf(position), bar, evidence),
  }));
  const ends = bars.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const most = Math.max(...ends) * 1.15;
  const origins = [...new Set(bars.map(({ origin }) => origin))];
  const colour = ({ origin }: Bar): string => COLOURS[origins.indexOf(origin) % COLOURS.length] ?? INK;
  const closed = bars.filter(({ low, high }) => low !== null && high !== null && low !== high);
  const points = bars.filter(({ low, high }) => low !== null && low === high);
  const noEnd = bars.filter(({ high }) => high === null);
  const noStart = bars.filter(({ low, high }) => low === null && high !== null);
  const limits = [range.low, range.high].filter((end) => end !== null);
  const units = UNIT_NOUNS[question.unit].many;
  const heading = headingOf(question, true, evidence.names);
  const span = PLATE_WORDS.span(range.low, range.high, units);
  const alternative = PLATE_WORDS.rangeAlternative(
    heading,
    bars.map((bar) => `${bar.label}: ${PLATE_WORDS.span(bar.low, bar.high, units)}`),
    span,
  );
  const y = 'label';
  const svg = chart(
    {
      height: 46 + bars.length * 24,
      marginLeft: 290,
      marginRight: 24,
      x: {
        domain: [0, most],
        grid: true,
        label: units,
        ticks: 5,
        tickFormat: (value: number) => number(value, false),
      },
      y: { domain: bars.map(({ label }) => label), label: null, tickSize: 0, padding: 0.45 },
      marks: [
        Plot.ruleX(limits, { stroke: INK, strokeDasharray: '4 3' }),
        Plot.barX(closed, { x1: 'low', x2: 'high', y, fill: colour, href: hrefOf }),
        Plot.barX(noEnd, {
          x1: 'low',
          x2: () => most * 0.985,
          y,
          fill: colour,
          fillOpacity: 0.4,
          href: hrefOf,
        }),
        Plot.text(noEnd, { x: () => most, y, text: () => '→', fill: colour, fontSize: 14 }),
        Plot.barX(noStart, { x1: () => 0, x2: 'high', y, fill: colour, fillOpacity: 0.4, href: hrefOf }),
        Plot.text(noStart, { x: () => 0, y, text: () => '←', fill: colour, fontSize: 14, dx: 8 }),
        Plot.tickX(noEnd, { x: 'low', y, stroke: colour, strokeWidth: 3 }),
        Plot.tickX(noStart, { x: 'high', y, stroke: colour, strokeWidth: 3 }),
        Plot.dot(points, { x: 'low', y, fill: colour, r: 5, href: hrefOf }),
      ],
    },
    alternative,
  );
  return {
    kind: 'range',
    caption: PLATE_WORDS.rangeCaption(heading, span, all.length - bars.length),
    alternative,
    svg,
    statements: bars.map((bar) => statementOf(bar.key, bar)),
  };
}

const hrefOf = ({ claim }: Bar): string => anchorOf(claim);

/** Every statement with a figure that is no repetition, in order of date. */
function barsOf({ claims, standings }: AssessedFinding, evidence: Evidence): Bar[] {
  return standings.flatMap(({ at, origin, affirmed }): Bar[] => {
    const claim = evidence.claims.get(claims[at]?.claim ?? '');
    const document = claim && evidence.documents.get(claim.doc);
    const interval = claim && affirmed ? intervalOf(claim, evidence.names) : null;
    if (!claim || !document || interval === null) return [];
    if (interval.low === null && interval.high === null) return [];
    return [{ key: '', label: '', claim, document, low: interval.low, high: interval.high, origin }];
  });
}
