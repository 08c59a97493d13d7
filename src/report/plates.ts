import type { Plate } from '../model/report.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import { flowPlate } from './flow-plate.js';
import { mapPlate } from './map-plate.js';
import type { Matter } from './matter.js';
import type { Drawn } from './plate.js';
import { rangePlate } from './range-plate.js';

/** A report of many questions has pictures of those that lead alone. */
const MOST_RANGES = 8;

/** Which findings have a picture, each after the paragraph that tells it. */
export function rangePlates(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  { evidence }: Matter,
): Placed[] {
  const placed: Placed[] = [];
  for (const finding of findings) {
    const after = paragraphOf.get(finding.id);
    const drawn = after === undefined ? null : rangePlate(finding, evidence);
    if (drawn !== null && after !== undefined) placed.push({ after, drawn });
    if (placed.length === MOST_RANGES) break;
  }
  return placed;
}

/** What the whole case shows: its flows in time and its routes on a map. */
export const casePlates = (matter: Matter, after: number): Placed[] =>
  [flowPlate(matter), mapPlate(matter)].flatMap((drawn) => (drawn === null ? [] : [{ after, drawn }]));

interface Placed {
  readonly after: number;
  readonly drawn: Drawn;
}

/** Numbers them in the order in which they stand. */
export const numbered = (placed: readonly Placed[]): Plate[] =>
  placed
    .map((one, position) => ({ ...one, position }))
    .sort((a, b) => a.after - b.after || a.position - b.position)
    .map(({ after, drawn }, position) => ({ number: position + 1, after, ...drawn }));
