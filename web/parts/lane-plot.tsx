import * as Plot from '@observablehq/plot';
import type { TimelineEntry } from '../api/types.js';
import { FigureFrame } from './figure-frame.js';
import { partyWords } from './party.js';
import { capital, counted } from './words.js';

interface Drawn {
  readonly entry: TimelineEntry;
  readonly lane: string;
  readonly from: Date;
  readonly to: Date;
  readonly row: number;
  readonly says: string;
}

interface Props {
  readonly entries: readonly TimelineEntry[];
  readonly onOpen: (entry: TimelineEntry) => void;
}

const LANES = ['statement', 'transfer', 'movement', 'deployment', 'strike', 'seizure', 'agreement'] as const;
/** Words of somebody, and what they speak of, are told apart. */
const COLOURS: Readonly<Record<(typeof LANES)[number], string>> = {
  statement: '#6b6f76',
  transfer: '#1f6672',
  movement: '#3f5aa8',
  deployment: '#4f7a28',
  strike: '#a3262a',
  seizure: '#c77c11',
  agreement: '#7a3b6b',
};
const DAY = 86_400_000;
const LINE = 9;

/** A lane for each sort of thing; what lasts is a bar from its first to its last day, what overlaps stands in rows. */
export function LanePlot({ entries, onOpen }: Props) {
  const lanes = LANES.flatMap((lane) => {
    const drawn = stacked(entries.filter(({ type }) => type === lane));
    return drawn.length === 0 ? [] : [{ lane, drawn, rows: 1 + Math.max(...drawn.map(({ row }) => row)) }];
  });
  let top = 0;
  const offsets = new Map<string, number>();
  for (const { lane, rows } of lanes) {
    offsets.set(lane, top);
    top += rows + 2;
  }
  const all = lanes.flatMap(({ drawn }) => drawn);
  const y = ({ lane, row }: Drawn): number => (offsets.get(lane) ?? 0) + row + 1;
  const undated = entries.length - all.length;
  const draw = (width: number): SVGElement | HTMLElement => {
    const plot = Plot.plot({
      width,
      height: Math.max(160, top * LINE + 50),
      marginLeft: 96,
      marginTop: 8,
      x: { type: 'utc', grid: true, label: null },
      y: {
        domain: [0, top],
        reverse: true,
        ticks: lanes.map(({ lane }) => (offsets.get(lane) ?? 0) + 1),
        tickFormat: (at: number) =>
          capital(lanes.find(({ lane }) => (offsets.get(lane) ?? 0) + 1 === at)?.lane ?? ''),
        tickSize: 0,
        label: null,
      },
      marks: [
        Plot.ruleY(
          lanes.slice(1).map(({ lane }) => (offsets.get(lane) ?? 0) - 0.5),
          { strokeOpacity: 0.2 },
        ),
        Plot.ruleY(all, {
          y,
          x1: 'from',
          x2: 'to',
          stroke: ({ lane }: Drawn) => COLOURS[lane as keyof typeof COLOURS],
          strokeWidth: 5,
          strokeLinecap: 'round',
          strokeOpacity: 0.75,
        }),
        Plot.tip(all, Plot.pointer({ x: 'from', y, title: 'says' })),
      ],
    });
    plot.addEventListener('click', () => {
      const drawn = (plot as unknown as { value: Drawn | null }).value;
      if (drawn !== null) onOpen(drawn.entry);
    });
    return plot;
  };
  return (
    <FigureFrame
      title="By the day"
      name="timeline"
      alternative={`${counted(all.length, 'entry', 'entries')}: ${lanes
        .map(({ lane, drawn }) => `${lane} ${drawn.length}`)
        .join(', ')}. The table has the same.`}
      draw={draw}
      on={[entries]}
    >
      {undated > 0 && (
        <ul className="legend">
          <li>{counted(undated, 'entry', 'entries')} without a day, in the table</li>
        </ul>
      )}
    </FigureFrame>
  );
}

/** The first row in which each fits after what stands there, in the order of their first days. */
function stacked(entries: readonly TimelineEntry[]): Drawn[] {
  const ends: number[] = [];
  return entries
    .flatMap((entry) => {
      const { from, to, date, label, parties, type } = entry;
      const first = from ?? to;
      if (first === null) return [];
      const start = Date.parse(first);
      const end = Math.max(start, Date.parse(to ?? first));
      const says = `${date}\n${label}${parties.length > 0 ? `\n${parties.map(partyWords).join(', ')}` : ''}`;
      return [{ entry, lane: type, start, end, says }];
    })
    .sort((a, b) => a.start - b.start)
    .map(({ entry, lane, start, end, says }) => {
      const free = ends.findIndex((taken) => taken < start);
      const row = free < 0 ? ends.length : free;
      ends[row] = end + 12 * DAY;
      return { entry, lane, from: new Date(start), to: new Date(end), row, says };
    });
}
