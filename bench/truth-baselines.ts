import type { TruthTable } from '../src/ledger/truth-table.js';

/** What others make of conflicting numbers, to be compared with: one value an item. */
export type Estimate = (table: TruthTable) => Float64Array;

const perItem =
  (of: (values: Float64Array) => number): Estimate =>
  ({ items, start, value }) =>
    Float64Array.from(items, (_, item) => of(value.slice(start[item], start[item + 1])));

const mean = perItem((values) => values.reduce((sum, one) => sum + one, 0) / values.length);

const median = perItem((values) => {
  const sorted = values.sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
});

/** The value that most sources give; the last one given of those with equal votes. */
const voting = perItem((values) => {
  const votes = new Map<number, number>();
  for (const one of values) votes.set(one, (votes.get(one) ?? 0) + 1);
  return [...votes].reduce((best, one) => (one[1] >= best[1] ? one : best))[0];
});

const last = perItem((values) => values[values.length - 1]!);

/** Yin, Han and Yu, "Truth discovery with multiple conflicting information providers on the web" (2008). */
const truthFinder: Estimate = ({ items, sources, start, source, value }) => {
  const [DAMPENING, SIMILARITY, BASE, ROUNDS] = [0.3, 0.5, 0.5, 20];
  const trust = new Float64Array(sources.length).fill(0.9);
  const answers = new Float64Array(items.length);
  for (let round = 0; round < ROUNDS; round++) {
    const [sum, count] = [new Float64Array(sources.length), new Float64Array(sources.length)];
    for (let item = 0; item < items.length; item++) {
      const scores = new Map<number, number>();
      for (let at = start[item]!; at < start[item + 1]!; at++)
        scores.set(
          value[at]!,
          (scores.get(value[at]!) ?? 0) - Math.log(1 - Math.min(0.999999, trust[source[at]!]!)),
        );
      let best = -Infinity;
      const confidence = new Map<number, number>();
      for (const [fact, score] of scores) {
        let adjusted = score;
        for (const [other, support] of scores) {
          if (other === fact) continue;
          const distance = Math.abs(other - fact) / Math.max(Math.abs(other), Math.abs(fact), 1);
          adjusted += SIMILARITY * support * (Math.exp(-distance * 5) - BASE);
        }
        confidence.set(fact, 1 / (1 + Math.exp(-DAMPENING * adjusted)));
        if (adjusted > best) [best, answers[item]] = [adjusted, fact];
      }
      for (let at = start[item]!; at < start[item + 1]!; at++) {
        sum[source[at]!]! += confidence.get(value[at]!)!;
        count[source[at]!]! += 1;
      }
    }
    for (let one = 0; one < trust.length; one++) if (count[one]! > 0) trust[one] = sum[one]! / count[one]!;
  }
  return answers;
};

/** Li and others, "Resolving conflicts in heterogeneous data" (2014), with absolute loss: weighted medians. */
const crh: Estimate = ({ items, sources, start, source, value }) => {
  const weight = new Float64Array(sources.length).fill(1);
  const answers = new Float64Array(items.length);
  for (let round = 0; round < 20; round++) {
    const loss = new Float64Array(sources.length).fill(1e-6);
    for (let item = 0; item < items.length; item++) {
      const claims = Array.from({ length: start[item + 1]! - start[item]! }, (_, n) => start[item]! + n);
      claims.sort((a, b) => value[a]! - value[b]!);
      const total = claims.reduce((sum, at) => sum + weight[source[at]!]!, 0);
      let sum = 0;
      const middle = claims.find((at) => (sum += weight[source[at]!]!) >= total / 2) ?? claims[0]!;
      answers[item] = value[middle]!;
      const centre = claims.reduce((all, at) => all + value[at]!, 0) / claims.length;
      const spread =
        Math.sqrt(claims.reduce((all, at) => all + (value[at]! - centre) ** 2, 0) / claims.length) || 1;
      for (const at of claims) loss[source[at]!]! += Math.abs(value[at]! - answers[item]!) / spread;
    }
    const all = loss.reduce((sum, one) => sum + one, 0);
    for (let one = 0; one < weight.length; one++) weight[one] = Math.log(all / loss[one]!);
  }
  return answers;
};

export const BASELINES: Readonly<Record<string, Estimate>> = {
  mean,
  median,
  voting,
  'last word': last,
  TruthFinder: truthFinder,
  CRH: crh,
};
