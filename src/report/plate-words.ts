import { number } from './figure.js';

const figure = (value: number): string => number(value, false);

/** The words of the pictures. */
export const PLATE_WORDS = {
  span: (low: number | null, high: number | null, units: string): string => {
    if (low !== null && high !== null)
      return `${low === high ? figure(low) : `${figure(low)} to ${figure(high)}`} ${units}`;
    if (low !== null) return `at least ${figure(low)} ${units}`;
    return high === null ? `no figure of ${units}` : `up to ${figure(high)} ${units}`;
  },
  rangeCaption: (heading: string, span: string, left: number) =>
    `${heading}: each statement with its bounds as claimed; a bar that fades into an arrow is open at that end, a colour is an origin, dashed lines are the range that the statements allow together (${span}).${left > 0 ? ` ${left} earlier statements are left to the annex.` : ''}`,
  rangeAlternative: (heading: string, bars: readonly string[], span: string) =>
    `${heading}. ${bars.join('; ')}. Together: ${span}.`,
  flowCaption: (left: number) =>
    `Transfers and journeys by route and time, as stated: a bar is the time of which a statement speaks, a fading one has no end; a point is one day or month.${left > 0 ? ` ${left} further statements are left to the annexes.` : ''}`,
  flowAlternative: (bars: readonly string[]) => `Statements by route and time. ${bars.join('; ')}.`,
  mapCaption: (left: number) =>
    `Routes and strikes that statements name. Dashed lines are claimed, none was observed or inferred; a line joins the places named and shows no track.${left > 0 ? ` ${left} statements name places of which no position is held.` : ''}`,
  mapAlternative: (routes: readonly string[], strikes: readonly string[]) =>
    `Map. ${[...routes, ...strikes].join('; ')}.`,
  strike: (place: string) => `strike: ${place}`,
} as const;
