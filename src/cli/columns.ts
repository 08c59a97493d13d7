import { claimantOf, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { entityId } from '../model/entity.js';
import type { Converted } from '../model/finding.js';
import type { Judgement } from '../model/judgement.js';
import type { Reject } from '../model/reject.js';
import { questionsOf, unitWords, type AssessedFinding } from '../pipeline/assessing.js';
import type { ListedJudgement } from '../pipeline/judge.js';
import { isOnEntities, type LoggedJudgement } from '../pipeline/logged-judgement.js';
import {
  claimWords,
  type Disagreement,
  type ListedClaim,
  type SecondOpinion,
} from '../pipeline/second-opinion.js';
import type { Column } from './table.js';

/** The columns of every listing, in the order of docs/formats.md. */

const SHORT = 12;
export const short = (id: string): string => id.slice(0, SHORT);
export const list = (names: readonly (string | null)[]): string =>
  names.map((name) => name ?? '?').join('; ');
const arrow = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : `${from ?? '?'} > ${to ?? '?'}`;

/** Who did it to whom, by the slots that the kind of claim fills. */
export const parties = (claim: Pick<Claim, 'supplier' | 'recipient' | 'actor' | 'target'>): string =>
  arrow(claim.supplier, claim.recipient) || arrow(claim.actor, claim.target);

function figure(claim: Claim): string {
  if (claim.quantity === null) return '';
  const { wording, unit, per } = claim.quantity;
  return [wording, unit === null ? '' : `(${unit})`, per ? `a ${per}` : ''].filter(Boolean).join(' ');
}

export function bounds(low: number | null, high: number | null): string {
  const text = (n: number): string => n.toLocaleString('en-GB');
  if (low === null) return high === null ? '' : `up to ${text(high)}`;
  if (high === null) return `${text(low)} or more`;
  return low === high ? text(low) : `${text(low)} to ${text(high)}`;
}

/** A claim, with or without what a second reader makes of it. */
type PrintedClaim = Claim & Partial<Pick<ListedClaim, 'second_reader'>>;

export const CLAIM_COLUMNS: readonly Column<PrintedClaim>[] = [
  { name: 'id', of: (c) => c.id },
  { name: 'claim', of: (c) => short(c.id), inTable: true },
  { name: 'doc', of: (c) => c.doc },
  { name: 'index', of: (c) => c.index },
  { name: 'start', of: (c) => c.span[0] },
  { name: 'end', of: (c) => c.span[1] },
  { name: 'kind', of: (c) => c.kind, inTable: true },
  { name: 'parties', of: parties, inTable: true },
  { name: 'supplier', of: (c) => c.supplier },
  { name: 'recipient', of: (c) => c.recipient },
  { name: 'actor', of: (c) => c.actor },
  { name: 'target', of: (c) => c.target },
  { name: 'item', of: (c) => c.item?.class, inTable: true },
  { name: 'item_wording', of: (c) => c.item?.wording },
  { name: 'item_model', of: (c) => c.item?.model },
  { name: 'calibre_mm', of: (c) => c.item?.calibre_mm },
  { name: 'figure', of: figure, inTable: true },
  { name: 'low', of: (c) => c.quantity?.low },
  { name: 'high', of: (c) => c.quantity?.high },
  { name: 'unit', of: (c) => c.quantity?.unit },
  { name: 'qualifier', of: (c) => c.quantity?.qualifier },
  { name: 'vague', of: (c) => c.quantity?.vague },
  { name: 'share_of', of: (c) => c.quantity?.share_of },
  { name: 'per', of: (c) => c.quantity?.per },
  { name: 'when', of: (c) => c.when.edtf, inTable: true },
  { name: 'scope', of: (c) => c.when.scope },
  { name: 'polarity', of: (c) => c.polarity },
  { name: 'modality', of: (c) => c.modality },
  { name: 'status', of: (c) => (c.polarity === 'affirmed' ? c.modality : c.polarity), inTable: true },
  { name: 'claimant', of: (c) => claimantOf(c).who, inTable: true },
  { name: 'anonymous', of: (c) => claimantOf(c).anonymous },
  { name: 'stated', of: (c) => claimantOf(c).stated },
  { name: 'relays', of: (c) => list(c.attribution.slice(0, -1).map(({ who }) => who)) },
  { name: 'modes', of: (c) => list(c.route?.mode ?? []) },
  { name: 'origin', of: (c) => c.route?.origin },
  { name: 'destination', of: (c) => c.route?.destination },
  { name: 'via', of: (c) => list(c.route?.via ?? []) },
  { name: 'vessel', of: (c) => c.route?.vessel },
  { name: 'place', of: (c) => c.place },
  { name: 'outcome', of: (c) => c.outcome },
  { name: 'relation', of: (c) => c.relation?.type },
  { name: 'related', of: (c) => c.relation?.claim },
  { name: 'second_reader', of: (c) => opinion(c.second_reader ?? null) },
  { name: 'extractor', of: (c) => c.extractor },
  { name: 'rules', of: (c) => list(c.rules) },
  { name: 'judgement', of: (c) => c.judgement?.verdict, inTable: true },
  { name: 'judged_by', of: (c) => c.judgement?.by },
  { name: 'judged_at', of: (c) => c.judgement?.at },
  { name: 'edited', of: (c) => list(c.judgement?.edited ?? []) },
];

/** "agrees", "silent", "differs: figure; claimant". */
const opinion = (second: SecondOpinion | null): string | null =>
  second && [second.verdict, ...(second.differs.length === 0 ? [] : [list(second.differs)])].join(': ');

export const DISAGREEMENT_COLUMNS: readonly Column<Disagreement>[] = [
  { name: 'document', of: (d) => d.document },
  { name: 'doc', of: (d) => short(d.document), inTable: true },
  { name: 'start', of: (d) => d.span[0], inTable: true },
  { name: 'end', of: (d) => d.span[1] },
  { name: 'kind', of: (d) => d.kind, inTable: true },
  {
    name: 'differs',
    of: (d) => (typeof d.differs === 'string' ? d.differs : list(d.differs)),
    inTable: true,
  },
  { name: 'rules', of: (d) => claimWords(d.first), inTable: true },
  { name: 'second', of: (d) => claimWords(d.second), inTable: true },
  { name: 'claim', of: (d) => d.first?.id },
];

const rangeWords = ({ range }: AssessedFinding): string => {
  if (range === null) return '';
  const vague = range.vague.length === 0 ? '' : ` (vague ${range.vague.join(' and ')})`;
  return `${bounds(range.low, range.high)}${vague}`;
};

/** "B2", of the claim that leads the range. */
const leadingGrade = ({ range, assessed }: AssessedFinding): string | null => {
  const grade = range === null ? null : assessed.grades[range.leading];
  return grade ? `${grade.source}${grade.credibility}` : null;
};

/** "3,000,000 or more rounds, by container-152mm" */
export const convertedWords = ({ low, high, unit, assumption }: Converted): string =>
  `${bounds(low, high)} ${unitWords(unit)}, by ${assumption}`;

export const FINDING_COLUMNS: readonly Column<AssessedFinding>[] = [
  { name: 'id', of: (f) => f.id },
  { name: 'finding', of: (f) => short(f.id), inTable: true },
  { name: 'kind', of: (f) => f.question.kind, inTable: true },
  { name: 'parties', of: (f) => parties(f.question), inTable: true },
  { name: 'supplier', of: (f) => f.question.supplier },
  { name: 'recipient', of: (f) => f.question.recipient },
  { name: 'actor', of: (f) => f.question.actor },
  { name: 'target', of: (f) => f.question.target },
  { name: 'item', of: (f) => f.question.item, inTable: true },
  { name: 'unit', of: (f) => f.question.unit, inTable: true },
  { name: 'per', of: (f) => f.question.per },
  { name: 'outcome', of: (f) => f.question.outcome, inTable: true },
  { name: 'vessel', of: (f) => f.question.vessel },
  { name: 'date', of: (f) => f.question.event?.date, inTable: true },
  { name: 'place', of: (f) => f.question.event?.place, inTable: true },
  { name: 'claims', of: (f) => f.claims.length, inTable: true },
  { name: 'origins', of: (f) => f.origins, inTable: true },
  { name: 'range', of: rangeWords, inTable: true },
  { name: 'low', of: (f) => f.range?.low },
  { name: 'high', of: (f) => f.range?.high },
  { name: 'vague', of: (f) => list(f.range?.vague ?? []) },
  { name: 'as_of', of: (f) => f.range?.as_of },
  { name: 'denied_by', of: (f) => list(f.denied_by), inTable: true },
  { name: 'dispute', of: (f) => f.dispute },
  { name: 'standing', of: (f) => f.assessed.assessment.standing, inTable: true },
  { name: 'standing_why', of: (f) => f.assessed.assessment.why },
  { name: 'likelihood', of: (f) => f.assessed.assessment.likelihood, inTable: true },
  { name: 'confidence', of: (f) => f.assessed.assessment.confidence },
  { name: 'leading_grade', of: leadingGrade },
  { name: 'converted', of: (f) => list(f.assessed.converted.map(convertedWords)) },
  { name: 'questions', of: (f) => questionsOf(f).length, inTable: true },
];

export const DOCUMENT_COLUMNS: readonly Column<Document>[] = [
  { name: 'id', of: (d) => d.id },
  { name: 'document', of: (d) => short(d.id), inTable: true },
  { name: 'published', of: (d) => d.published?.edtf, inTable: true },
  { name: 'published_by', of: (d) => d.published?.how },
  { name: 'publisher', of: (d) => d.publisher, inTable: true },
  { name: 'title', of: (d) => d.title, inTable: true },
  { name: 'byline', of: (d) => d.byline },
  { name: 'language', of: (d) => d.language },
  { name: 'reader', of: (d) => d.reader, inTable: true },
  { name: 'characters', of: (d) => d.text.length, inTable: true },
  { name: 'truncated', of: (d) => d.truncated },
  { name: 'ocr_confidence', of: (d) => d.ocr?.confidence },
  { name: 'canonical_url', of: (d) => d.canonical_url },
  { name: 'source', of: (d) => d.source },
  { name: 'warnings', of: (d) => list(d.warnings) },
];

export const REJECT_COLUMNS: readonly Column<Reject>[] = [
  { name: 'stage', of: (r) => r.stage, inTable: true },
  { name: 'code', of: (r) => r.code, inTable: true },
  { name: 'where', of: (r) => r.where, inTable: true },
  { name: 'reason', of: (r) => r.reason, inTable: true },
  { name: 'remedy', of: (r) => r.remedy, inTable: true },
  { name: 'subject', of: (r) => r.subject },
];

/** Something of a judgement on a claim; empty for one on entities. */
const ofClaim =
  <T>(of: (listed: ListedJudgement) => T) =>
  (logged: LoggedJudgement): T | null =>
    isOnEntities(logged) ? null : of(logged);

export const JUDGEMENT_COLUMNS: readonly Column<LoggedJudgement>[] = [
  { name: 'id', of: ({ judgement }) => judgement.id },
  { name: 'judgement', of: ({ judgement }) => short(judgement.id), inTable: true },
  { name: 'at', of: ({ judgement }) => judgement.at, inTable: true },
  { name: 'by', of: ({ judgement }) => judgement.by, inTable: true },
  { name: 'verdict', of: ({ judgement }) => judgement.verdict, inTable: true },
  { name: 'status', of: ({ status }) => status, inTable: true },
  {
    name: 'on',
    of: (logged) =>
      isOnEntities(logged)
        ? list(logged.judgement.entities.map(({ key }) => key))
        : short(logged.claim ?? logged.judgement.claim.id),
    inTable: true,
  },
  { name: 'claim', of: ({ claim }) => claim },
  { name: 'judged', of: ofClaim(({ judgement }) => judgement.claim.id) },
  {
    name: 'set',
    of: (logged) => (isOnEntities(logged) ? list(logged.judgement.names ?? []) : settings(logged.judgement)),
    inTable: true,
  },
  { name: 'why', of: ({ judgement }) => judgement.why, inTable: true },
  { name: 'quote', of: ofClaim(({ judgement }) => judgement.quote) },
  { name: 'source', of: ofClaim(({ judgement }) => judgement.source) },
  { name: 'supersedes', of: ({ judgement }) => judgement.supersedes },
  {
    name: 'entities',
    of: (logged) => (isOnEntities(logged) ? list(logged.judgement.entities.map(entityId)) : null),
  },
];

/** "supplier=KP; quantity.low=3000" */
export const settings = ({ set }: Judgement): string =>
  list(
    Object.entries(set ?? {}).map(
      ([field, value]) => `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
  );
