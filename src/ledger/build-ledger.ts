import { groupBy } from '../core/group-by.js';
import { canonicalJson, sha256 } from '../core/hash.js';
import type { Claim } from '../model/claim.js';
import type { Entity } from '../model/entity.js';
import type { KeptFinding } from '../model/finding.js';
import { assembledFinding } from '../model/kept-finding.js';
import { loadLedgerTables, type LedgerTables } from '../model/ledger-tables.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { frameOf, type DocumentFacts } from './document-facts.js';
import { entitiesOf } from './entities.js';
import { judgedNames } from './judged-names.js';
import { layOut } from './lay-out.js';
import { digestSum, documentDigest, ledgerState, NO_DOCUMENTS } from './ledger-state.js';
import { nameIndex } from './names.js';
import { NO_RULINGS, rulingsState, type Rulings } from './rulings.js';

/** Changes whenever equal claims could give another ledger. */
const LEDGER_VERSION = 'ledger-5';

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
  const byDocument = groupBy(claims, (claim) => claim.doc);
  const digests = documents.map((document) =>
    documentDigest(frameOf(document), byDocument.get(document.id) ?? []),
  );
  const facts = new Map(documents.map((document) => [document.id, document]));
  return {
    findings: [...layOut({ documents, claims, names, tables }).findings()].map(assembledFinding),
    entities: entitiesOf(claims, facts, names, rulings),
    state: ledgerState(
      ledgerVersion({ vocabulary, tables, rulings }),
      digestSum(NO_DOCUMENTS, { added: digests }),
    ),
  };
}

/**
 * Of the rules, names, tables and rulings by which a ledger is built: where it differs, all of it is to be built again.
 * Standards, likelihoods and conversions are applied when it is printed.
 */
export function ledgerVersion({
  vocabulary,
  tables: { sources, plausibility, evidence, vague },
  rulings,
}: Required<Pick<LedgerInput, 'vocabulary' | 'tables' | 'rulings'>>): string {
  return sha256(
    canonicalJson([
      LEDGER_VERSION,
      vocabulary,
      [sources, plausibility, evidence, vague],
      rulingsState(rulings),
    ]),
  );
}
