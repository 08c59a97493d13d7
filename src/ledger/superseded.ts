import { groupBy } from '../core/group-by.js';
import type { Standing } from '../model/finding.js';
import { below, relate, widerPlace, type RelationContext } from './relation.js';
import type { SaidIndex } from './said-relations.js';

/**
 * The statements that another on the question supersedes, by position. `relate` alone says what supersedes what; here
 * statements are put in heaps of which it is known in advance what it will say, so that one look at a heap stands for
 * all pairs with it. What no heap knows (a denial that gives a figure, "revises", alternatives) is asked pair by pair.
 */
export function supersededIn(
  standings: readonly Standing[],
  context: RelationContext,
  said: SaidIndex,
): ReadonlySet<number> {
  const superseded = new Set<number>();
  for (const ofOrigin of groupBy(standings, ({ origin }) => origin).values()) {
    const counted = ofOrigin.filter(({ interval }) => interval !== null);
    const plain = counted.filter(({ affirmed }) => affirmed);
    const heaps = heapsOf(plain);
    // Those whose word is not judged by its date alone.
    const special = counted.filter(({ at, affirmed }) => !affirmed || said.revisers.has(at));
    for (const older of plain) {
      const direct = said.partners(older.at, 'alternative_to').length > 0 ? counted : special;
      const asked = (newer: Standing): boolean => {
        if (newer === older) return false;
        const { relation, b } = relate(older, newer, context);
        return relation === 'supersedes' && b === older;
      };
      if ((direct !== counted && heaps.supersedes(older, context)) || direct.some(asked))
        superseded.add(older.at);
    }
  }
  return superseded;
}

/** Statements of one window (or totals of one start), group and place, the last said at the end. */
interface Heap {
  readonly members: Standing[];
  /** The greatest high from each member on. */
  readonly highest: number[];
}

interface Heaps {
  supersedes(older: Standing, context: RelationContext): boolean;
}

function heapsOf(standings: readonly Standing[]): Heaps {
  const dated = standings.filter(({ day }) => day !== null).sort(byWord);
  // A total is judged with totals of its start, and with what is no total by the whole window, as all else is.
  const totals = shelves(
    dated.filter((one) => one.runningTotal && !endsBeforeStart(one)),
    totalKey,
  );
  const others = shelves(
    dated.filter((one) => !one.runningTotal),
    windowKey,
  );
  const all = shelves(dated, windowKey);
  return {
    supersedes(older, context) {
      if (older.day === null || endsBeforeStart(older)) return false;
      const places = (shelf: ReadonlyMap<string | null, Heap> | undefined, falls: boolean): boolean =>
        [...(shelf ?? [])].some(
          ([, heap]) => allows(heap.members[0]!, older, context) && later(heap, older, falls),
        );
      if (!older.runningTotal) return places(all.get(windowKey(older)), false);
      return places(totals.get(totalKey(older)), true) || places(others.get(windowKey(older)), false);
    },
  };
}

/** A statement made before its flow began: its window is apart from every other of its start, its own included. */
const endsBeforeStart = ({ window: { start, end } }: Standing): boolean =>
  start !== null && end !== null && end < start;

const windowKey = ({ group, window: { start, end } }: Standing): string => `${group} ${start} ${end}`;
const totalKey = ({ group, window: { start, end } }: Standing): string => `${group} ${start} ${end === null}`;

/** Heaps by key, then by place. */
function shelves(
  standings: readonly Standing[],
  key: (standing: Standing) => string,
): ReadonlyMap<string, ReadonlyMap<string | null, Heap>> {
  return new Map(
    [...groupBy(standings, key)].map(([at, members]) => [
      at,
      new Map([...groupBy(members, ({ place }) => place)].map(([place, heap]) => [place, heapOf(heap)])),
    ]),
  );
}

function heapOf(members: Standing[]): Heap {
  const highest = new Array<number>(members.length);
  let best = -Infinity;
  for (let at = members.length - 1; at >= 0; at--) {
    best = Math.max(best, members[at]!.interval?.high ?? Infinity);
    highest[at] = best;
  }
  return { members, highest };
}

/** Whether the place of the newer statements lets them stand for that of the older. */
function allows(newer: Standing, older: Standing, context: RelationContext): boolean {
  if (context.event || newer.place === null || older.place === null) return true;
  const nest = context.within(newer.place, older.place) || context.within(older.place, newer.place);
  return nest && !widerPlace(older, newer, context);
}

/** Whether the heap has a later word than this one; among totals, one that does not fall below it. */
function later({ members, highest }: Heap, older: Standing, totals: boolean): boolean {
  let [from, to] = [0, members.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byWord(members[middle]!, older) > 0) to = middle;
    else from = middle + 1;
  }
  if (from === members.length) return false;
  return !totals || !below({ low: null, high: highest[from]! }, older.interval);
}

/** By day, then by the end of the window. */
function byWord(a: Standing, b: Standing): number {
  const [x, y] = [a.day ?? '', b.day ?? ''];
  if (x !== y) return x < y ? -1 : 1;
  const [endA, endB] = [a.window.end ?? '', b.window.end ?? ''];
  return endA === endB ? 0 : endA < endB ? -1 : 1;
}
