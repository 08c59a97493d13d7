import { documentHead } from '../ledger/document-facts.js';
import type { LedgerChange } from '../ledger/ledger-diff.js';
import { statementDay } from '../ledger/statement-date.js';
import type { FindingState } from '../model/change.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Citation, Report } from '../model/report.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import type { Evidence } from './evidence.js';
import { number, sourceWords } from './figure.js';
import { headingOf } from './heading.js';
import { claimantWords, listed } from './people.js';
import { ANNEX_TITLES, KIND_NAMES } from './phrases.js';
import { CAUSE_NAMES, CHANGE_NAMES } from './standing-phrases.js';

/** What is told of the time since the last edition. */
export interface ReportChanges {
  /** Day of the last edition, `YYYY-MM-DD`. */
  readonly since: string;
  readonly changes: readonly LedgerChange[];
  /** By id: those of both days, the rejected ones too. */
  readonly claims: ReadonlyMap<string, Claim>;
}

/** What is new, changed or gone since the last edition, with the statements and judgements that did it. */
export function changesAnnex(
  { since, changes, claims }: ReportChanges,
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Report['annexes'][number] {
  const place = ({ finding }: LedgerChange): number => paragraphOf.get(finding) ?? Infinity;
  const told = [...changes].sort((a, b) => place(a) - place(b) || 0);
  const causes = ({ causes: all }: LedgerChange): Told[] =>
    all.flatMap(({ cause, claim: id }) => {
      const claim = claims.get(id);
      const document = claim && evidence.documents.get(claim.doc);
      return claim && document ? [{ cause, claim, document }] : [];
    });
  return {
    title: ANNEX_TITLES.changes(dateWords(since)),
    columns: ['Paragraph', 'Question', 'Change', 'Before', 'Now', 'By'],
    rows: told.map((change) => [
      String(paragraphOf.get(change.finding) ?? ''),
      `${KIND_NAMES[change.question.kind]}: ${headingOf(change.question, true, evidence.names)}`,
      change.change === 'changed' ? listed(change.fields.map((field) => CHANGE_NAMES[field])) : change.change,
      stateWords(change.from),
      stateWords(change.to),
      causes(change)
        .map((cause) => causeWords(cause, evidence))
        .join('; '),
    ]),
    citations: told.map((change): Citation[] =>
      causes(change).map(({ claim, document }) => cite(claim, document)),
    ),
  };
}

interface Told {
  readonly cause: keyof typeof CAUSE_NAMES;
  readonly claim: Claim;
  readonly document: Document;
}

function stateWords(state: FindingState | null): string {
  if (state === null) return '';
  const { range, origins, denied_by, dispute, standing } = state;
  const bound = (value: number | null): string => (value === null ? 'open' : number(value, false));
  return [
    range === null ? 'no range' : `${bound(range.low)} to ${bound(range.high)}`,
    `${origins} ${origins === 1 ? 'origin' : 'origins'}`,
    standing,
    denied_by.length === 0 ? null : 'denied',
    dispute === null ? null : 'in dispute',
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** "new statement by White House (3 May 2024)" */
function causeWords({ cause, claim, document }: Told, { names }: Evidence): string {
  const day = statementDay(claim, documentHead(document));
  const said = `${claimantWords(claim, document, names)}${day === null ? '' : ` (${dateWords(day)})`}`;
  const { judgement } = claim;
  if (cause !== 'judged') return `${CAUSE_NAMES[cause]} ${said}`;
  return judgement === undefined
    ? `judgement taken back: ${said}`
    : `${judgement.verdict} by ${sourceWords(judgement.by)}: ${said}`;
}
