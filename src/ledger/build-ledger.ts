import { canonicalJson, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { Entity, KeptFinding } from '../model/finding.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { DocumentFacts } from './document-facts.js';
import { echoesOf } from './echo.js';
import { entitiesOf } from './entities.js';
import { findingOf } from './finding.js';
import { nameIndex } from './names.js';
import { ownQuestions, questionsOf } from './question.js';
import { saidRelations } from './said-relations.js';
import { compare } from './statement-date.js';
import { refOf, statementOf } from './statement.js';

/** Changes whenever equal claims could give another ledger. */
export const LEDGER_VERSION = 'ledger-4';

export interface LedgerInput {
  readonly documents: readonly DocumentFacts[];
  readonly claims: readonly Claim[];
  readonly vocabulary: Vocabulary;
}

export interface Ledger {
  /** Sorted by id. */
  readonly findings: readonly KeptFinding[];
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** SHA-256 of what the ledger was built from: equal states are equal ledgers. */
  readonly state: string;
}

/** The ledger of a case: every claim on the questions that it bears on, nothing merged, nothing dropped. */
export function buildLedger({ documents, claims, vocabulary }: LedgerInput): Ledger {
  const names = nameIndex(vocabulary);
  const facts = new Map(documents.map((document) => [document.id, document]));

  // 1. What each claim says by itself: its question, speaker, origin, interval and window.
  const own = ownQuestions(claims, names);
  const statements = new Map(
    claims.map((claim) => [claim, statementOf(claim, facts.get(claim.doc), own(claim), names)]),
  );
  const all = [...statements.values()];
  const byRef = new Map(all.map((statement) => [refOf(statement.claim), statement]));

  // 2. Which only repeat another, and what statements say of each other.
  const echoes = echoesOf(all, documents, names);
  const said = saidRelations(all, byRef, echoes);

  // 3. What the statements on each question support together.
  const context = { echoes, said, at: (ref: string) => byRef.get(ref), names };
  const findings = questionsOf(claims, own).map((group) =>
    findingOf(
      group.question,
      group.claims.flatMap((claim) => statements.get(claim) ?? []),
      context,
    ),
  );
  return {
    findings: findings.sort((a, b) => compare(a.id, b.id)),
    entities: entitiesOf(claims, facts, names),
    state: stateOf(documents, claims, vocabulary),
  };
}

/** A claim's id says what was read; what a judgement made of it is beside it. */
const stateOfClaim = (claim: Claim): string =>
  claim.judgement === undefined ? claim.id : `${claim.id} ${sha256(canonicalJson(claim))}`;

function stateOf(
  documents: readonly DocumentFacts[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): string {
  return sha256(
    canonicalJson([
      LEDGER_VERSION,
      sha256(canonicalJson(vocabulary)),
      documents.map(({ shingles: _, ...head }) => head).sort((a, b) => compare(a.id, b.id)),
      claims.map(stateOfClaim).sort(compare),
    ]),
  );
}
