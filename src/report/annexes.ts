import { claimantOf, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { KeptFinding } from '../model/finding.js';
import type { Citation, Report } from '../model/report.js';
import type { Reject } from '../model/reject.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import { claimantName } from '../ledger/entities.js';
import { documentHead } from '../ledger/document-facts.js';
import { intervalOf } from '../ledger/interval-of-claim.js';
import { compare, statementDay } from '../ledger/statement-date.js';
import { cite } from './citation.js';
import { subjectLine } from './clause.js';
import { number, sourceWords } from './figure.js';
import type { Evidence } from './evidence.js';
import { ANNEX_TITLES, KIND_NAMES, MODALITY_NAMES } from './phrases.js';
import { LEVEL_NAMES } from './standing-phrases.js';
import { headingOf } from './heading.js';
import { dateWords } from './dates.js';
import { listed, partyName } from './people.js';

type Annex = Report['annexes'][number];

/** What the statements on each question support: range, independent origins, denials, dispute. */
export function findingsAnnex(
  findings: readonly AssessedFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Annex {
  const told = [...findings].sort((a, b) => (paragraphOf.get(a.id) ?? 0) - (paragraphOf.get(b.id) ?? 0));
  const end = (range: KeptFinding['range'], which: 'low' | 'high'): string => {
    if (range === null) return 'none';
    const value = range[which];
    if (value === null) return 'open';
    return `${number(value, false)}${range.vague.includes(which) ? ' (vague)' : ''}`;
  };
  return {
    title: ANNEX_TITLES.findings,
    columns: [
      'Paragraph',
      'Question',
      'Low',
      'High',
      'As of',
      'Independent origins',
      'Denied by',
      'In dispute',
      'Standing',
    ],
    rows: told.map(({ id, question, range, origins, denied_by, dispute, assessed }) => [
      String(paragraphOf.get(id) ?? ''),
      `${KIND_NAMES[question.kind]}: ${headingOf(question, true, evidence.names)}`,
      end(range, 'low'),
      end(range, 'high'),
      range === null ? '' : dateWords(range.as_of),
      String(origins),
      listed(denied_by.map((origin) => partyName(origin, evidence.names))),
      dispute ?? '',
      LEVEL_NAMES[assessed.assessment.standing],
    ]),
    citations: told.map(({ claims: members, range }): Citation[] => {
      const leading = range === null ? undefined : members[range.leading];
      const claim = leading && evidence.claims.get(leading.claim);
      const document = claim && evidence.documents.get(claim.doc);
      return claim && document ? [cite(claim, document)] : [];
    }),
  };
}

/** Every statement with its bounds, in order of date; a statement on several questions stands once. */
export function statementsAnnex(
  findings: readonly KeptFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Annex {
  const rows = statements(findings, evidence).map(({ claim, document, day, echo, paragraphs }) => {
    const interval = intervalOf(claim, evidence.names);
    const bound = (value: number | null | undefined): string =>
      value === null || value === undefined ? 'open' : number(value, false);
    return {
      cells: [
        paragraphs.map((id) => String(paragraphOf.get(id) ?? '')).join(', '),
        claimantOf(claim).stated ?? day ?? 'not stated',
        claimantCell(claim, document),
        subjectLine(claim, evidence.names),
        sourceWords([claim.quantity?.wording, claim.item?.wording].filter((part) => part).join('; ')),
        interval === null ? 'none' : bound(interval.low),
        interval === null ? 'none' : bound(interval.high),
        claim.quantity?.unit ?? 'none',
        [
          MODALITY_NAMES[claim.modality],
          claim.polarity === 'affirmed' ? null : claim.polarity,
          echo ? 'repetition' : null,
          claim.judgement === undefined
            ? null
            : `${claim.judgement.verdict} by ${sourceWords(claim.judgement.by)}`,
        ]
          .filter((part) => part !== null)
          .join(', '),
      ],
      citations: [cite(claim, document)],
    };
  });
  return {
    title: ANNEX_TITLES.statements,
    columns: [
      'Paragraph',
      'Date',
      'Claimant',
      'On',
      'Figure and goods as worded',
      'Low',
      'High',
      'Unit',
      'Standing',
    ],
    rows: rows.map(({ cells }) => cells),
    citations: rows.map(({ citations }) => citations),
  };
}

function statements(findings: readonly KeptFinding[], { claims, documents }: Evidence) {
  const found = new Map<
    string,
    { claim: Claim; document: Document; day: string | null; echo: boolean; paragraphs: string[] }
  >();
  for (const finding of findings) {
    for (const { claim: id, echo_of } of finding.claims) {
      const claim = claims.get(id);
      const document = claim && documents.get(claim.doc);
      if (claim === undefined || document === undefined) continue;
      const there = found.get(id);
      if (there) there.paragraphs.push(finding.id);
      else {
        const day = statementDay(claim, documentHead(document));
        found.set(id, { claim, document, day, echo: echo_of !== null, paragraphs: [finding.id] });
      }
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      compare(a.day ?? '9999', b.day ?? '9999') ||
      compare(a.claim.doc, b.claim.doc) ||
      a.claim.index - b.claim.index,
  );
}

/** The claimant, and through whom the word came, but for the publisher whose page it is. */
function claimantCell(claim: Claim, document: Document): string {
  const relays = claim.attribution
    .slice(0, -1)
    .flatMap(({ who }) => (who === null || who === document.publisher ? [] : [sourceWords(who)]));
  const through = relays.length === 0 ? '' : ` (through ${relays.join(', ')})`;
  return sourceWords(claimantName(claim, documentHead(document))) + through;
}

/** Every document that the case holds, with the hash of its archived bytes. */
export function sourcesAnnex(documents: readonly Document[]): Annex {
  const sorted = [...documents].sort(
    (a, b) => compare(a.published?.edtf ?? '9999', b.published?.edtf ?? '9999') || compare(a.id, b.id),
  );
  return {
    title: ANNEX_TITLES.sources,
    columns: ['No.', 'Published', 'Publisher', 'Title', 'Address', 'SHA-256 of the archived bytes'],
    rows: sorted.map((document, position) => [
      String(position + 1),
      document.published?.edtf ?? 'unknown',
      sourceWords(document.publisher ?? 'unnamed'),
      sourceWords(document.title ?? 'untitled'),
      sourceWords(document.canonical_url ?? '', 300),
      document.source,
    ]),
    citations: sorted.map((): Citation[] => []),
  };
}

/** What could not be read, with the reason. */
export function rejectsAnnex(rejects: readonly Reject[]): Annex {
  return {
    title: ANNEX_TITLES.rejects,
    columns: ['Stage', 'Input', 'Reason', 'Remedy'],
    rows: rejects.map(({ stage, where, reason, remedy }) => [
      stage,
      sourceWords(where, 300),
      sourceWords(reason, 300),
      remedy,
    ]),
    citations: rejects.map((): Citation[] => []),
  };
}
