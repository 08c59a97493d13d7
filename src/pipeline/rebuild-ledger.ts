import { groupBy } from '../core/group-by.js';
import { claimCompactor } from '../ledger/compact-claim.js';
import { documentFactsBy, frameOf, type DocumentFacts } from '../ledger/document-facts.js';
import { entityCount, meanings, namesInDocument, type MeaningOf } from '../ledger/entities.js';
import { layOut, type LaidOut } from '../ledger/lay-out.js';
import { digestSum, documentDigest, ledgerState, NO_DOCUMENTS } from '../ledger/ledger-state.js';
import type { Names } from '../ledger/names.js';
import type { Rulings } from '../ledger/rulings.js';
import { lastDay } from '../ledger/statement-date.js';
import { echoRow, statementRow } from '../ledger/statement-row.js';
import type { Claim } from '../model/claim.js';
import type { FindingParts } from '../model/kept-finding.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import type { LedgerDocument, LedgerStanding, StatementRow } from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';
import type { OpenCase } from './open-case.js';

/** By what a ledger is built. */
export interface LedgerRules {
  readonly version: string;
  readonly names: Names;
  readonly tables: LedgerTables;
  readonly rulings: Rulings;
}

/** What was drawn into the ledger. */
export interface Drawn {
  readonly claims: readonly Claim[];
  /** Ids of the claims that stand in a finding. */
  readonly placed: ReadonlySet<string>;
}

/** Builds the whole ledger of a case, and puts it in the place of the last one. Findings are written as they come. */
export async function rebuildLedger(
  { store }: OpenCase,
  { version, names, tables, rulings }: LedgerRules,
  { changed }: LedgerStanding,
  judgement: string | null,
): Promise<Drawn> {
  const { documents, claims } = await allRead(store, tables);
  const meaningOf = meanings(names);
  const laidOut = layOut({ documents, claims, names, tables });
  const byDocument = groupBy(claims, (claim) => claim.doc);
  const digests = new Map(
    documents.map((document) => [
      document.id,
      documentDigest(frameOf(document), byDocument.get(document.id) ?? []),
    ]),
  );
  const sum = digestSum(NO_DOCUMENTS, { added: digests.values() });
  const named = entityCount(meaningOf);
  const kept = function* (): Generator<LedgerDocument> {
    for (const document of documents) {
      const repeat = laidOut.repeats.get(document);
      const row = ledgerDocument(document, byDocument.get(document.id) ?? [], meaningOf, {
        repeats: repeat?.of.id ?? null,
        overlap: repeat?.overlap ?? null,
        digest: digests.get(document.id)!,
      });
      named.add(row.named);
      yield row;
    }
  };
  const placed = new Set<string>();
  await store.replaceLedger({
    state: ledgerState(version, sum),
    basis: { version, sum, claims: claims.length },
    judgement,
    changes: changed.map(({ change }) => change),
    documents: kept(),
    statements: statementRows(laidOut, names),
    findings: noting(placed, laidOut.findings()),
    // Counted as the documents were written, which come first.
    entities: lazily(() => named.entities(rulings)),
  });
  return { claims, placed };
}

/** Every listed document and claim, no more of them than the ledger looks at. */
async function allRead(
  store: Store,
  { evidence }: LedgerTables,
): Promise<{ readonly documents: readonly DocumentFacts[]; readonly claims: readonly Claim[] }> {
  const factsOf = documentFactsBy(evidence);
  const compact = claimCompactor();
  const documents: DocumentFacts[] = [];
  const claims: Claim[] = [];
  for await (const read of store.documentsWithClaims()) {
    documents.push(factsOf(read.document));
    for (const claim of read.claims) claims.push(compact(claim));
  }
  return { documents, claims };
}

function* lazily<T>(items: () => Iterable<T>): Generator<T> {
  yield* items();
}

/** What the ledger keeps of a document. */
export function ledgerDocument(
  facts: DocumentFacts,
  claims: readonly Claim[],
  meaningOf: MeaningOf,
  known: Pick<LedgerDocument, 'repeats' | 'overlap' | 'digest'>,
): LedgerDocument {
  return {
    head: frameOf(facts),
    published: lastDay(facts.published) ?? '9999',
    bands: [...facts.bands],
    ...known,
    claims: claims.length,
    named: namesInDocument(claims, facts, meaningOf),
  };
}

function* statementRows(laidOut: LaidOut, names: Names): Generator<StatementRow> {
  for (const statement of laidOut.statements) {
    const echo = laidOut.echoes.get(statement);
    const row = statementRow(statement, laidOut.placement(statement), names);
    yield echo === undefined ? row : { ...row, echo: echoRow(echo) };
  }
}

function* noting(placed: Set<string>, findings: Iterable<FindingParts>): Generator<FindingParts> {
  for (const finding of findings) {
    for (const { claim } of finding.members) placed.add(claim.claim);
    yield finding;
  }
}
