import type { KeptFinding } from '../model/finding.js';
import type { LikelihoodTable } from '../model/ledger-tables.js';
import { meets, requirementWords } from './standard.js';
import { opposes, qualifies, type Weighing } from './weighing.js';

/** How likely it is that what is claimed took place, and how firm the basis is; never both in one sentence. */
export interface Conclusion {
  /** In the words of ICD 203; null where the support is too thin for one. */
  readonly likelihood: string | null;
  readonly likelihood_why: string;
  readonly confidence: 'low' | 'moderate' | 'high';
  readonly confidence_why: string;
}

const CONFIDENCE = ['low', 'moderate', 'high'] as const;

/** The conclusion of a finding; null where nothing affirmed stands that says what happened. */
export function conclusionOf(
  finding: Pick<KeptFinding, 'dispute' | 'doubts'>,
  weighing: Weighing,
  table: LikelihoodTable,
): Conclusion | null {
  const support = weighing.standings.filter((standing) => qualifies(standing, weighing));
  if (support.length === 0) return null;
  const opposed = weighing.standings.some(opposes);
  const likely = table.likelihood.find(
    ({ all, unopposed }) => (!unopposed || !opposed) && all.every((one) => meets(one, support)),
  );
  const denials = weighing.standings.some(({ affirmed }) => !affirmed);
  const denied = opposed
    ? 'denied by others than those whose act it would be'
    : denials
      ? 'denied by none but those whose act it would be, or of whom nothing is known'
      : 'denied by none';
  return {
    likelihood: likely?.word ?? null,
    likelihood_why:
      likely === undefined
        ? `too little is known of those who say so; ${denied}`
        : `${likely.all.map(requirementWords).join(' and ')}; ${denied}`,
    ...confidenceIn(finding, support, table),
  };
}

function confidenceIn(
  { dispute, doubts }: Pick<KeptFinding, 'dispute' | 'doubts'>,
  support: Parameters<typeof meets>[1],
  { confidence }: LikelihoodTable,
): Pick<Conclusion, 'confidence' | 'confidence_why'> {
  const earned = confidence.find(({ all }) => all.every((one) => meets(one, support)));
  const lowered = [
    dispute === null ? null : 'the figures are in dispute',
    doubts.length === 0 ? null : 'a question is raised about them',
  ].filter((reason) => reason !== null);
  const level = Math.max(0, CONFIDENCE.indexOf(earned?.word ?? 'low') - (lowered.length > 0 ? 1 : 0));
  const basis =
    earned === undefined
      ? 'few origins, or little known of them'
      : earned.all.map(requirementWords).join(' and ');
  return {
    confidence: CONFIDENCE[level] ?? 'low',
    confidence_why: [basis, ...lowered.map((reason) => `lowered as ${reason}`)].join('; '),
  };
}
