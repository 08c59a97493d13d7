import { disjoint, type Interval } from '../core/interval.js';
import type { Converted, KeptFinding } from '../model/finding.js';
import type { Conversion } from '../model/ledger-tables.js';
import { intervalWords, unitWords } from './interval-words.js';
import { counts, type Flows } from './flows.js';

/**
 * An interval in another unit: what is at least so many is at least so many times the least factor, what is at most so
 * many at most so many times the greatest. An open end stays open.
 */
export const convert = ({ low, high }: Interval, factor: Pick<Conversion, 'low' | 'high'>): Interval => ({
  low: low === null ? null : low * factor.low,
  high: high === null ? null : high * factor.high,
});

/** The range of a finding in the units that the conversions give, each beside the findings of that unit on its flow. */
export function convertedRanges(
  finding: KeptFinding,
  conversions: readonly Conversion[],
  flows: Flows,
): Converted[] {
  const { range, question } = finding;
  if (range === null || question.per !== null) return [];
  return conversions
    .filter(({ from }) => counts(from, question))
    .map((conversion) => {
      const there = convert(range, conversion);
      return {
        assumption: conversion.name,
        unit: conversion.to.unit,
        ...there,
        against: flows
          .beside(finding)
          .filter((other) => other.range !== null && counts(conversion.to, other.question))
          .map((other) => comparison(there, finding, other, conversion)),
      };
    });
}

/** Totals that grow may have grown between the days of two ranges. */
function comparison(
  there: Interval,
  finding: KeptFinding,
  other: KeptFinding,
  conversion: Conversion,
): Converted['against'][number] {
  const range = other.range!;
  const figures = `${intervalWords(finding.range)} ${unitWords(conversion.from.unit)} at ${intervalWords(conversion)} each, by ${conversion.name}, are ${intervalWords(there)} ${unitWords(conversion.to.unit)}; ${other.id} gives ${intervalWords(range)}`;
  if (!disjoint(there, range))
    return { finding: other.id, verdict: 'consistent', why: `${figures}: both can be so` };
  const [mine, theirs] = [finding.range!.as_of, range.as_of];
  const above = (range.low ?? -Infinity) > (there.high ?? Infinity);
  const grown = above ? theirs > mine : mine > theirs;
  return grown
    ? { finding: other.id, verdict: 'growth', why: `${figures}, the greater as of a later day` }
    : {
        finding: other.id,
        verdict: 'inconsistent',
        why: `${figures}: both cannot be so under this assumption`,
      };
}
