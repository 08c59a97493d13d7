import { headingOf } from '../report/heading.js';
import { themesOf } from '../report/theme.js';
import { assessedBy, type AssessedFinding, type Yardstick } from '../ledger/assessment.js';
import type { Names } from '../ledger/names.js';
import { questionsOf } from '../ledger/questions.js';
import type { Claim } from '../model/claim.js';
import type { Finding, KeptFinding, Question } from '../model/finding.js';
import { namesOfCase } from './entities.js';
import type { OpenCase } from './open-case.js';

/** A finding as lists show it: without its claims, and with what the report would call it. */
export interface FindingSummary extends Pick<
  Finding,
  'id' | 'question' | 'origins' | 'denied_by' | 'dispute' | 'assessment' | 'converted'
> {
  readonly label: string;
  readonly theme: string;
  readonly range: {
    readonly low: number | null;
    readonly high: number | null;
    readonly as_of: string;
    readonly leading: string;
    readonly vague: readonly ('low' | 'high')[];
  } | null;
  readonly grade: string | null;
  readonly claims: number;
  readonly echoes: number;
  readonly questions: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Says of each of some findings under which title the report would tell it. */
function themeTitles(
  open: OpenCase,
  findings: readonly KeptFinding[],
  names: Names,
): ReadonlyMap<string, string> {
  const polarities = new Map<string, Pick<Claim, 'polarity'>>();
  for (const { claims, standings } of findings)
    for (const { at, affirmed } of standings)
      polarities.set(claims[at]?.claim ?? '', { polarity: affirmed ? 'affirmed' : 'denied' });
  const themes = themesOf(findings, polarities, new Set(open.folder.config.parties), names);
  return new Map(themes.flatMap(({ title, findings: under }) => under.map(({ id }) => [id, title] as const)));
}

/** What a claim is about, likewise, with its figure as it is worded. */
export function claimLabel(claim: Claim, names: Names): string {
  const { kind, supplier, recipient, actor, target, item, quantity, outcome, route, place } = claim;
  const question: Question = {
    ...{ kind, supplier, recipient, actor, target, outcome },
    item: item?.class ?? null,
    unit: null,
    per: null,
    vessel: route?.vessel ?? null,
    event: place === null ? null : { date: null, place },
  };
  const figure = quantity === null || quantity.wording === '' ? '' : `${quantity.wording}: `;
  const denial = claim.polarity === 'affirmed' ? '' : `${claim.polarity}: `;
  return `${denial}${figure}${findingLabel(question, names)}`;
}

/** What a finding is about, with its parties. */
export const findingLabel = (question: Question, names: Names): string => headingOf(question, true, names);

export function summaryOf(finding: AssessedFinding, theme: string, names: Names): FindingSummary {
  const { id, question, range, claims, standings, assessed, origins, denied_by, dispute } = finding;
  const days = standings.flatMap(({ day }) => day ?? []).sort();
  const grade = range === null ? null : assessed.grades[range.leading];
  return {
    id,
    label: findingLabel(question, names),
    theme,
    question,
    range: range && {
      low: range.low,
      high: range.high,
      as_of: range.as_of,
      leading: claims[range.leading]?.claim ?? '',
      vague: range.vague,
    },
    grade: grade ? `${grade.source}${grade.credibility}` : null,
    origins,
    denied_by,
    dispute,
    assessment: assessed.assessment,
    converted: assessed.converted,
    claims: claims.length,
    echoes: claims.filter(({ echo_of }) => echo_of !== null).length,
    questions: questionsOf(finding).length,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

/** Summaries of findings, in their order. */
export const summariesOf = (
  open: OpenCase,
  findings: readonly KeptFinding[],
  by: Yardstick,
): Promise<FindingSummary[]> =>
  summariesOfAssessed(
    open,
    findings.map((finding) => assessedBy(finding, by)),
  );

/** The same of findings that have been assessed. */
export async function summariesOfAssessed(
  open: OpenCase,
  findings: readonly AssessedFinding[],
): Promise<FindingSummary[]> {
  const names = await namesOfCase(open);
  const titles = themeTitles(open, findings, names);
  return findings.map((finding) => summaryOf(finding, titles.get(finding.id) ?? '', names));
}
