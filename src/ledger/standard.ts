import type { Level, Standing } from '../model/finding.js';
import type { Requirement, Standard } from '../model/ledger-tables.js';
import { atLeast, qualifies, type Weighing } from './weighing.js';

export interface Gate {
  readonly level: Level;
  readonly why: string;
  /** Positions of the claims that count for it. */
  readonly counts: readonly number[];
}

/** What the standard makes of the statements on a question, with the reason in words. */
export function gateOf(weighing: Weighing, standard: Standard): Gate {
  const support = weighing.standings.filter((standing) => qualifies(standing, weighing));
  for (const level of ['finding', 'reported'] as const) {
    const way = standard[level].find((all) => all.every((one) => meets(one, support)));
    if (way === undefined) continue;
    const counting = support.filter((standing) => way.some((one) => fits(one, standing)));
    const met = `${andOf(way.map(requirementWords))}: ${originsOf(counting).join(', ')}`;
    return {
      level,
      why: level === 'finding' ? met : `${met}; for a finding it takes ${wanted(standard.finding, support)}`,
      counts: counting.map(({ at }) => at),
    };
  }
  const why =
    support.length === 0
      ? 'no claim is affirmed, stands, and says what happened'
      : `it takes ${wanted(standard.reported, support)}`;
  return { level: 'alleged', why, counts: support.map(({ at }) => at) };
}

/** Whether enough independent origins say it in the way that is asked for. */
export const meets = (requirement: Requirement, support: readonly Standing[]): boolean =>
  originsOf(support.filter((standing) => fits(requirement, standing))).length >= requirement.origins;

const fits = ({ closeness, reliability, modality, evidence }: Requirement, standing: Standing): boolean =>
  (closeness === undefined || closeness.includes(standing.source.closeness)) &&
  (reliability === undefined || atLeast(standing.source.letter, reliability)) &&
  (modality === undefined || modality.includes(standing.modality)) &&
  (evidence === undefined || standing.evidence.some((kind) => evidence.includes(kind)));

const originsOf = (standings: readonly Standing[]): string[] =>
  [...new Set(standings.map(({ origin }) => origin))].sort();

/** What is missing for a level, by the way that the least is missing of. */
function wanted(ways: readonly (readonly Requirement[])[], support: readonly Standing[]): string {
  const missing = ways.map((all) => all.filter((one) => !meets(one, support)));
  const [nearest = []] = [...missing].sort((a, b) => a.length - b.length);
  const have = nearest.map((one) => {
    const count = originsOf(support.filter((standing) => fits(one, standing))).length;
    return `${requirementWords(one)} (there ${count === 1 ? 'is' : 'are'} ${count})`;
  });
  return andOf(have);
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five'];
const CLOSENESS_WORDS: Readonly<Record<string, string>> = {
  monitor: 'monitoring bodies',
  international: 'international bodies',
  official: 'official bodies',
};

/** "two independent origins of reliability D or better", "one origin that names imagery or debris". */
export function requirementWords({
  origins,
  closeness,
  reliability,
  modality,
  evidence,
}: Requirement): string {
  const count = NUMBERS[origins] ?? String(origins);
  const parts = [
    origins === 1 ? `${count} origin` : `${count} independent origins`,
    closeness && `among ${orOf(closeness.map((one) => CLOSENESS_WORDS[one] ?? one.replaceAll('_', ' ')))}`,
    reliability && `of reliability ${reliability}${reliability === 'A' ? '' : ' or better'}`,
    modality && `in words that are ${orOf(modality)}`,
    evidence && `naming ${orOf(evidence)}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

const listOf = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
const orOf = (parts: readonly string[]): string => listOf(parts, 'or');
const andOf = (parts: readonly string[]): string => listOf(parts, 'and');
