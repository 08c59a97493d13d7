import { FlowIndex } from '../ledger/flows.js';
import { assessedBy, type AssessedFinding, type Yardstick } from '../ledger/assessment.js';
import { questionsOf, type RaisedQuestion } from '../ledger/questions.js';
import type { KeptFinding } from '../model/finding.js';
import { standardNamed } from '../model/ledger-tables.js';
import type { OpenCase } from './open-case.js';

export { questionsOf, type RaisedQuestion } from '../ledger/questions.js';
export { unitWords } from '../ledger/interval-words.js';
export { requirementWords } from '../ledger/standard.js';
export type { AssessedFinding, Yardstick } from '../ledger/assessment.js';

/**
 * By what the findings of a case are assessed.
 * @param standard by default that of case.yaml
 * @throws TallymanError `usage` where there is no such standard; `bad-data` for a table that does not fit
 */
export async function yardstickOf(open: OpenCase, standard?: string): Promise<Yardstick> {
  return yardstickFrom(open, open.store.findings(), standard);
}

/** The yardstick of a case for a process that stays: worked out anew only when the ledger is another. */
export function yardstickKeeper(open: OpenCase): () => Promise<Yardstick> {
  let kept: { readonly state: string | null; readonly by: Yardstick } | null = null;
  return async () => {
    const state = await open.store.ledgerState();
    if (kept?.state !== state) kept = { state, by: await yardstickOf(open) };
    return kept.by;
  };
}

/** Each finding as it is assessed. */
export async function* assessedFindings(
  findings: AsyncIterable<KeptFinding>,
  by: Yardstick,
): AsyncGenerator<AssessedFinding> {
  for await (const finding of findings) yield assessedBy(finding, by);
}

/** By what one finding is assessed, which looks at those with a party of it alone. */
export async function yardstickBeside(
  open: OpenCase,
  { question }: KeptFinding,
  standard?: string,
): Promise<Yardstick> {
  const party = question.supplier ?? question.recipient ?? question.actor ?? question.target ?? undefined;
  return yardstickFrom(open, open.store.findings({ party }), standard);
}

async function yardstickFrom(
  open: OpenCase,
  findings: AsyncIterable<KeptFinding>,
  standard = open.folder.config.standard,
): Promise<Yardstick> {
  const tables = open.tables();
  const named = standardNamed(standard, tables);
  const flows = new FlowIndex(tables.conversions);
  for await (const finding of findings) flows.add(finding);
  return { tables, standard: named, flows };
}

/** What an analyst should ask about the findings of a case, in their order. */
export async function* questionsIn(open: OpenCase): AsyncGenerator<RaisedQuestion> {
  const by = await yardstickOf(open);
  for await (const finding of assessedFindings(open.store.findings(), by)) yield* questionsOf(finding);
}
