import { canonicalJson, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { Entity } from '../model/entity.js';
import type { KeptFinding } from '../model/finding.js';
import { loadLedgerTables, type LedgerTables } from '../model/ledger-tables.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { DocumentFacts } from './document-facts.js';
import { entitiesOf } from './entities.js';
import { judgedNames } from './judged-names.js';
import { layOut } from './lay-out.js';
import { nameIndex } from './names.js';
import { NO_RULINGS, rulingsState, type Rulings } from './rulings.js';
import { compare } from './statement-date.js';

/** Changes whenever equal claims could give another ledger. */
export const LEDGER_VERSION = 'ledger-4';

export interface LedgerInput {
  readonly documents: readonly DocumentFacts[];
  readonly claims: readonly Claim[];
  readonly vocabulary: Vocabulary;
  /** By default the bundled ones. */
  readonly tables?: LedgerTables;
  /** What analysts have said of entities; none by default. */
  readonly rulings?: Rulings;
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
export function buildLedger(input: LedgerInput): Ledger {
  const { documents, claims, vocabulary, tables = loadLedgerTables(), rulings = NO_RULINGS } = input;
  const names = judgedNames(nameIndex(vocabulary, tables.vague), rulings);
  const facts = new Map(documents.map((document) => [document.id, document]));
  return {
    findings: [...layOut({ documents, claims, names, tables }).findings()],
    entities: entitiesOf(claims, facts, names, rulings),
    state: stateOf({ documents, claims, vocabulary, tables, rulings }),
  };
}

/** A claim's id says what was read; what a judgement made of it is beside it. */
const stateOfClaim = (claim: Claim): string =>
  claim.judgement === undefined ? claim.id : `${claim.id} ${sha256(canonicalJson(claim))}`;

function stateOf({ documents, claims, vocabulary, tables, rulings }: Required<LedgerInput>): string {
  return sha256(
    canonicalJson([
      LEDGER_VERSION,
      sha256(canonicalJson(vocabulary)),
      // Standards, likelihoods and conversions are applied when the ledger is printed.
      sha256(canonicalJson([tables.sources, tables.plausibility, tables.evidence, tables.vague])),
      documents.map(({ shingles: _, bands: __, ...head }) => head).sort((a, b) => compare(a.id, b.id)),
      claims.map(stateOfClaim).sort(compare),
      rulingsState(rulings),
    ]),
  );
}
