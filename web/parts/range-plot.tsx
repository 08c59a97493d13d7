import * as Plot from '@observablehq/plot';
import type { FindingClaim, HistoryPoint } from '../api/types.js';
import { FigureFrame } from './figure-frame.js';
import { partyWords } from './party.js';
import { counted, figure, rangeWords } from './words.js';

interface Bar {
  readonly at: number;
  readonly day: Date;
  readonly low: number;
  readonly high: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
  readonly origin: string;
  readonly denied: boolean;
  readonly says: string;
}

interface Band {
  readonly day: Date;
  readonly low: number;
  readonly high: number;
}

interface Props {
  readonly name: string;
  readonly unit: string;
  readonly claims: readonly FindingClaim[];
  readonly history: readonly HistoryPoint[];
  readonly onOpen: (claim: FindingClaim) => void;
}

/** How many origins have a colour of their own; the others share the last one, and are told apart by their words. */
const COLOURS = ['#1f6672', '#c77c11', '#7a3b6b', '#4f7a28', '#a3262a', '#3f5aa8', '#8c6d46', '#6b6f76'];

/**
 * The figures of a finding by the day on which they were stated, each a bar from its lower to its upper bound, over the
 * band that the consolidated range took as they came. An open end fades out and has a head; echoes are not drawn, as they
 * have no word of their own.
 */
export function RangePlot({ name, unit, claims, history, onOpen }: Props) {
  const ceiling = Math.max(
    ...claims.flatMap(({ interval }) => [interval?.low ?? 0, interval?.high ?? 0]),
    ...history.flatMap(({ range }) => [range?.low ?? 0, range?.high ?? 0]),
    1,
  );
  const top = ceiling * 1.25;
  const bars = claims.flatMap((claim) => barOf(claim, top));
  const bands = bandsOf(history, top);
  const origins = [...new Set(bars.map(({ origin }) => origin))];
  const echoes = claims.filter(({ echo_of }) => echo_of !== null).length;
  const alternative = `${counted(bars.length, 'statement')} with a figure in ${unit}, from ${rangeOfDays(bars)}: ${bars
    .map(({ says }) => says)
    .join('; ')}.`;
  const draw = (width: number): SVGElement | HTMLElement => {
    const plot = Plot.plot({
      width,
      height: 280,
      marginLeft: 64,
      x: { type: 'utc', label: 'stated', inset: 16 },
      y: { domain: [0, top], label: unit, tickFormat: figure, grid: true },
      color: { domain: origins, range: COLOURS, legend: false },
      marks: [
        Plot.areaY(bands, {
          x: 'day',
          y1: 'low',
          y2: 'high',
          curve: 'step-after',
          fill: 'currentColor',
          fillOpacity: 0.09,
        }),
        Plot.ruleX(bars, {
          x: 'day',
          y1: 'low',
          y2: 'high',
          stroke: 'origin',
          strokeWidth: 5,
          strokeLinecap: 'round',
          strokeOpacity: (bar: Bar) => (bar.denied ? 0.35 : 0.9),
        }),
        Plot.dot(
          bars.filter(({ low, high }) => low === high),
          { x: 'day', y: 'low', fill: 'origin', r: 5 },
        ),
        Plot.text(
          bars.filter(({ openHigh }) => openHigh),
          { x: 'day', y: 'high', text: () => '▲', fill: 'origin', fontSize: 13, dy: -2 },
        ),
        Plot.text(
          bars.filter(({ openLow }) => openLow),
          { x: 'day', y: 'low', text: () => '▼', fill: 'origin', fontSize: 13, dy: 2 },
        ),
        Plot.tip(bars, Plot.pointerX({ x: 'day', y: 'high', title: 'says' })),
      ],
    });
    plot.addEventListener('click', () => {
      const bar = (plot as unknown as { value: Bar | null }).value;
      const claim = bar === null ? undefined : claims.find(({ at }) => at === bar.at);
      if (claim !== undefined) onOpen(claim);
    });
    return plot;
  };
  return (
    <FigureFrame
      title="The figures as they were stated"
      name={name}
      alternative={alternative}
      draw={draw}
      on={[claims, history]}
    >
      <ul className="legend">
        {origins.map((origin, n) => (
          <li key={origin}>
            <span aria-hidden style={{ background: COLOURS[Math.min(n, COLOURS.length - 1)] }} />
            {origin}
          </li>
        ))}
        {bands.length > 0 && (
          <li>
            <span aria-hidden className="band" />
            range that the comparable claims allowed
          </li>
        )}
        <li>▲ ▼ open end</li>
        {echoes > 0 && <li>{counted(echoes, 'echo', 'echoes')} not drawn</li>}
      </ul>
    </FigureFrame>
  );
}

function barOf(claim: FindingClaim, top: number): Bar[] {
  const { interval, day, origin } = claim;
  if (interval === null || day === null || claim.echo_of !== null) return [];
  const { low, high } = interval;
  if (low === null && high === null) return [];
  return [
    {
      at: claim.at,
      day: new Date(`${day.slice(0, 10)}T00:00:00Z`),
      low: low ?? 0,
      high: high ?? top,
      openLow: low === null,
      openHigh: high === null,
      origin: origin === null ? 'unnamed' : partyWords(origin),
      denied: claim.claim.polarity !== 'affirmed',
      says: `${claim.claimant ?? 'unnamed'}, ${day}: ${rangeWords(interval)}`,
    },
  ];
}

function bandsOf(history: readonly HistoryPoint[], top: number): Band[] {
  const bands = history.flatMap(({ day, range }) =>
    range === null
      ? []
      : [{ day: new Date(`${day}T00:00:00Z`), low: range.low ?? 0, high: range.high ?? top }],
  );
  const last = bands.at(-1);
  return last === undefined
    ? []
    : [...bands, { ...last, day: new Date(last.day.getTime() + 30 * 86_400_000) }];
}

const rangeOfDays = (bars: readonly Bar[]): string => {
  const days = bars.map(({ day }) => day.toISOString().slice(0, 10)).sort();
  return `${days[0] ?? ''} to ${days.at(-1) ?? ''}`;
};
