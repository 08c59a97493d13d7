import { itemEvidence, type ItemEvidence } from './truth-item.js';
import { truthScale } from './truth-scale.js';
import type { Overall, TruthModel } from './truth-shares.js';
import type { TruthTable } from './truth-table.js';

/** What is known of a source before it has said anything counts as so many claims. */
const PRIOR_CLAIMS = 2;
const MOST_ROUNDS = 12;
/** Estimates that move less than this have settled. */
const SETTLED = 1e-3;

/**
 * How the numbers of many sources on many items are right and wrong, estimated from their agreement alone. A claim is
 * exact, near (Laplace around the truth), or wrong: slipped by a power of ten, anywhere, or taken over from another wrong
 * one. Each source has its own shares of these and its own width, drawn towards those of all sources as far as little is
 * known of it; so has the last word on an item where rows have times. Estimated by expectation and maximisation, as in
 * Dawid and Skene (1979) for classes and Zhao and Han (2012) for numbers; a claim is judged by the others on its item
 * alone, so that nobody vouches for themselves. Deterministic; linear in the rows.
 */
export function truthModel(table: TruthTable): TruthModel {
  let model = firstModel(table);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = improved(table, model);
    const moved = Math.max(
      Math.abs(next.overall.exact - model.overall.exact),
      Math.abs(next.overall.near - model.overall.near),
      Math.abs(Math.log(next.overall.width / model.overall.width)),
      Math.abs(next.overall.copied - model.overall.copied),
    );
    model = next;
    if (moved < SETTLED) break;
  }
  return model;
}

/** Half of the claims right, half of the others near: only where to begin. */
function firstModel(table: TruthTable): TruthModel {
  const scale = truthScale(table);
  const overall = {
    exact: 0.5,
    near: 0.25,
    width: scale.spread,
    reach: scale.spread * 10,
    slips: 0.1,
    copied: 0.1,
  };
  const all = (value: number): Float64Array => new Float64Array(table.sources.length).fill(value);
  return {
    scale,
    exact: all(overall.exact),
    near: all(overall.near),
    width: all(overall.width),
    overall,
    lastOdds: 1,
    earlierOdds: 1,
  };
}

/** Sums over claims, each by the truth that the others on its item make likely. */
class Tally {
  readonly #size: number;
  readonly claims: Float64Array;
  readonly exact: Float64Array;
  readonly near: Float64Array;
  readonly distance: Float64Array;
  wrong = 0;
  wrongDistance = 0;
  slipped = 0;
  wrongAfter = 0;
  copied = 0;
  last = 0;
  lastExact = 0;

  constructor(sources: number) {
    this.#size = sources;
    this.claims = new Float64Array(sources);
    this.exact = new Float64Array(sources);
    this.near = new Float64Array(sources);
    this.distance = new Float64Array(sources);
  }

  sum(of: 'claims' | 'exact' | 'near' | 'distance'): number {
    let total = 0;
    for (let source = 0; source < this.#size; source++) total += this[of][source]!;
    return total;
  }
}

function improved(table: TruthTable, model: TruthModel): TruthModel {
  const tally = new Tally(table.sources.length);
  for (let item = 0; item < table.items.length; item++) {
    const [from, to] = [table.start[item]!, table.start[item + 1]!];
    if (to - from < 2) continue;
    if (agree(table, from, to)) {
      countAgreed(table, from, to, tally);
      continue;
    }
    count(itemEvidence(table, item, model), table.timed, tally);
  }
  return estimated(tally, model);
}

const agree = ({ value }: TruthTable, from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) if (value[at] !== value[from]) return false;
  return true;
};

/** Where all give one value each is borne out by the others, and nothing need be weighed. */
function countAgreed({ source, timed }: TruthTable, from: number, to: number, tally: Tally): void {
  for (let at = from; at < to; at++) {
    tally.claims[source[at]!]! += 1;
    tally.exact[source[at]!]! += 1;
  }
  if (!timed) return;
  tally.last += 1;
  tally.lastExact += 1;
}

function count(evidence: ItemEvidence, timed: boolean, tally: Tally): void {
  const { sources } = evidence;
  for (let claim = 0; claim < sources.length; claim++) {
    const judged = evidence.byOthers(claim);
    if (judged === null) continue;
    const source = sources[claim]!;
    tally.claims[source]! += 1;
    tally.exact[source]! += judged.exact;
    tally.near[source]! += judged.near;
    tally.distance[source]! += judged.nearDistance;
    tally.wrong += judged.wrong;
    tally.wrongDistance += judged.wrongDistance;
    tally.slipped += judged.slipped;
    if (claim > 0) tally.wrongAfter += judged.wrong;
    tally.copied += judged.copied;
    if (timed && claim === sources.length - 1) {
      tally.last += 1;
      tally.lastExact += judged.exact;
    }
  }
}

const LEAST = 0.005;
const share = (part: number, whole: number): number => Math.min(1 - 2 * LEAST, Math.max(LEAST, part / whole));
const odds = (chance: number): number => chance / (1 - chance);

function estimated(tally: Tally, { scale, overall: before }: TruthModel): TruthModel {
  const claims = tally.sum('claims');
  const [exact, near] = [tally.sum('exact'), tally.sum('near')];
  const overall: Overall = {
    exact: share(exact + before.exact, claims + 1),
    near: share(near + before.near, claims + 1),
    width: Math.max(scale.spread * 1e-3, (tally.sum('distance') + before.width) / (near + 1)),
    reach: (tally.wrongDistance + before.reach) / (tally.wrong + 1),
    slips: share(tally.slipped + 0.1, tally.wrong + 1),
    copied: share(tally.copied + 0.1, tally.wrongAfter + 1),
  };
  const bySource = (of: (source: number) => number): Float64Array =>
    Float64Array.from({ length: tally.claims.length }, (_, source) => of(source));
  const known = (source: number): number => tally.claims[source]! + PRIOR_CLAIMS;
  const lastShare = share(tally.lastExact + overall.exact, tally.last + 1);
  const earlierShare = share(exact - tally.lastExact + overall.exact, claims - tally.last + 1);
  return {
    scale,
    exact: bySource((source) => share(tally.exact[source]! + PRIOR_CLAIMS * overall.exact, known(source))),
    near: bySource((source) => share(tally.near[source]! + PRIOR_CLAIMS * overall.near, known(source))),
    width: bySource(
      (source) =>
        (tally.distance[source]! + PRIOR_CLAIMS * overall.width) / (tally.near[source]! + PRIOR_CLAIMS),
    ),
    overall,
    lastOdds: tally.last === 0 ? 1 : odds(lastShare) / odds(overall.exact),
    earlierOdds: tally.last === 0 ? 1 : odds(earlierShare) / odds(overall.exact),
  };
}
