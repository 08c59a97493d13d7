import * as Plot from '@observablehq/plot';
import { dayBounds } from '../core/edtf-date.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { documentHead } from '../ledger/document-facts.js';
import { compare, statementDay } from '../ledger/statement-date.js';
import { sourceWords } from './figure.js';
import type { Matter } from './matter.js';
import { partyName } from './people.js';
import { MONTHS } from './phrases.js';
import { anchorOf, barLabel, chart, COLOURS, INK, letterOf, statementOf, type Drawn } from './plate.js';
import { PLATE_WORDS } from './plate-words.js';

const MOST = 24;
/** What is drawn as a point: no longer than a month. */
const POINT = 31 * 86_400_000;

interface Flow {
  readonly claim: Claim;
  readonly document: Document;
  readonly route: string;
  readonly start: Date;
  /** Null where it goes on. */
  readonly end: Date | null;
}

/** What went which way when, as stated: a bar a statement; null where fewer than two give a way and a time. */
export function flowPlate({ findings, evidence }: Matter): Drawn | null {
  const own = findings.flatMap(({ claims }) => claims.filter(({ echo_of }) => echo_of === null));
  const all = [...new Set(own.map(({ claim }) => claim))]
    .flatMap((id) => flowOf(id, evidence))
    .sort(
      (a, b) =>
        compare(a.route, b.route) || a.start.getTime() - b.start.getTime() || compare(a.claim.id, b.claim.id),
    );
  const shown = evenly(all, MOST);
  if (shown.length < 2) return null;
  const routes = [...new Set(shown.map(({ route }) => route))];
  const bars = shown.map((flow, position) => ({
    ...flow,
    key: letterOf(position),
    label: barLabel(letterOf(position), flow, evidence),
    amount: sourceWords(flow.claim.quantity?.wording ?? flow.claim.item?.wording ?? '', 24),
    colour: COLOURS[routes.indexOf(flow.route) % COLOURS.length] ?? INK,
  }));
  const first = Math.min(...bars.map(({ start }) => start.getTime()));
  const last = Math.max(...bars.map(({ start, end }) => (end ?? start).getTime()));
  const to = new Date(last + (last - first) * 0.3 + POINT);
  const isPoint = ({ start, end }: Flow): boolean => end !== null && end.getTime() - start.getTime() <= POINT;
  const alternative = PLATE_WORDS.flowAlternative(
    bars.map(({ label, route, amount }) => `${label}: ${route}, ${amount}`),
  );
  // Each route has a line of its own over its bars.
  const lines = routes.flatMap((route) => [
    route,
    ...bars.filter((bar) => bar.route === route).map(({ label }) => label),
  ]);
  const x = { fill: 'colour', y: 'label' } as const;
  const svg = chart(
    {
      height: 50 + lines.length * 20,
      marginLeft: 290,
      marginRight: 20,
      x: {
        type: 'utc',
        domain: [new Date(first), to],
        grid: true,
        label: null,
        ticks: 5,
        tickFormat: monthOf,
      },
      y: { axis: null, domain: lines, padding: 0.4 },
      marks: [
        Plot.text(routes, {
          y: (route: string) => route,
          frameAnchor: 'left',
          dx: -282,
          text: (route: string) => route,
          textAnchor: 'start',
          fontWeight: 'bold',
        }),
        Plot.text(bars, { y: 'label', frameAnchor: 'left', dx: -10, text: 'label', textAnchor: 'end' }),
        Plot.barX(
          bars.filter((bar) => bar.end !== null && !isPoint(bar)),
          { ...x, x1: 'start', x2: 'end', href: hrefOf },
        ),
        Plot.barX(
          bars.filter(({ end }) => end === null),
          { ...x, x1: 'start', x2: () => to, fillOpacity: 0.4, href: hrefOf },
        ),
        Plot.dot(bars.filter(isPoint), { ...x, x: 'start', r: 4.5, href: hrefOf }),
        Plot.text(bars, {
          y: 'label',
          x: (bar: Flow) => bar.end ?? bar.start,
          dx: 8,
          text: 'amount',
          textAnchor: 'start',
          fontSize: 9,
        }),
      ],
    },
    alternative,
  );
  return {
    kind: 'flow',
    caption: PLATE_WORDS.flowCaption(all.length - shown.length),
    alternative,
    svg,
    statements: bars.map((bar) => statementOf(bar.key, bar)),
  };
}

const hrefOf = ({ claim }: Flow): string => anchorOf(claim);
const monthOf = (date: Date): string =>
  `${(MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)} ${date.getUTCFullYear()}`;

function flowOf(id: string, { claims, documents, names }: Matter['evidence']): Flow[] {
  const claim = claims.get(id);
  const document = claim && documents.get(claim.doc);
  if (!claim || !document || claim.polarity !== 'affirmed') return [];
  if (claim.kind !== 'transfer' && claim.kind !== 'movement') return [];
  const from = claim.route?.origin ?? (claim.supplier === null ? null : partyName(claim.supplier, names));
  const to =
    claim.route?.destination ?? (claim.recipient === null ? null : partyName(claim.recipient, names));
  const when = claim.when.edtf ?? null;
  const bounds = when === null ? null : dayBounds(when);
  const start = bounds?.start ?? statementDay(claim, documentHead(document));
  if (from === null || to === null || bounds === null || start === null || start === undefined) return [];
  return [
    {
      claim,
      document,
      route: sourceWords(`${from} → ${to}`, 60),
      start: new Date(`${start}T00:00:00Z`),
      end: bounds.end === null ? null : new Date(`${bounds.end}T00:00:00Z`),
    },
  ];
}

/** So many of them, from the whole length. */
const evenly = <T>(all: readonly T[], most: number): T[] =>
  all.length <= most
    ? [...all]
    : Array.from({ length: most }, (_, position) => all[Math.floor((position * all.length) / most)] as T);
