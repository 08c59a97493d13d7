import { canonicalJson, contentId, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { Entity, Finding } from '../model/finding.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { DocumentFacts } from './document-facts.js';
import { canonicalClaimant, claimantName, entitiesOf } from './entities.js';
import { nameIndex, type Names } from './names.js';
import { originOf } from './origin.js';
import { questionsOf, type Group } from './question.js';
import { byStatement, compare, statementDay } from './statement-date.js';

/** Changes whenever equal claims could give another ledger. */
export const LEDGER_VERSION = 'ledger-1';

export interface LedgerInput {
  readonly documents: readonly DocumentFacts[];
  readonly claims: readonly Claim[];
  readonly vocabulary: Vocabulary;
}

export interface Ledger {
  /** Sorted by id. */
  readonly findings: readonly Finding[];
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  /** SHA-256 of what the ledger was built from: equal states are equal ledgers. */
  readonly state: string;
}

/** The ledger of a case: every claim on the questions that it bears on, nothing merged, nothing dropped. */
export function buildLedger({ documents, claims, vocabulary }: LedgerInput): Ledger {
  const names = nameIndex(vocabulary);
  const facts = new Map(documents.map((document) => [document.id, document]));
  const findings = questionsOf(claims, names).map((group) => findingOf(group, facts, names));
  return {
    findings: findings.sort((a, b) => compare(a.id, b.id)),
    entities: entitiesOf(claims, facts, names),
    state: stateOf(documents, claims, vocabulary),
  };
}

function findingOf(group: Group, documents: ReadonlyMap<string, DocumentFacts>, names: Names): Finding {
  const dated = group.claims.map((claim) => ({ claim, day: statementDay(claim, documents.get(claim.doc)) }));
  const claims = dated.sort(byStatement).map(({ claim, day }) => ({
    doc: claim.doc,
    index: claim.index,
    claim: claim.id,
    claimant: canonicalClaimant(claim, documents.get(claim.doc), names),
    origin: originOf(claimantName(claim, documents.get(claim.doc)), day, names),
    echo_of: null,
    drift: [],
    derived_from: null,
    polarity: claim.polarity,
  }));
  const originsWhere = (polarity: Claim['polarity']): string[] => [
    ...new Set(claims.filter((claim) => claim.polarity === polarity).map(({ origin }) => origin)),
  ];
  return {
    id: contentId('f', group.question),
    question: group.question,
    claims: claims.map(({ polarity: _, ...entry }) => entry),
    pairs: [],
    range: null,
    origins: originsWhere('affirmed').length,
    denied_by: originsWhere('denied'),
    dispute: null,
  };
}

function stateOf(
  documents: readonly DocumentFacts[],
  claims: readonly Claim[],
  vocabulary: Vocabulary,
): string {
  return sha256(
    canonicalJson([
      LEDGER_VERSION,
      sha256(canonicalJson(vocabulary)),
      [...documents].sort((a, b) => compare(a.id, b.id)),
      claims.map(({ id }) => id).sort(compare),
    ]),
  );
}
