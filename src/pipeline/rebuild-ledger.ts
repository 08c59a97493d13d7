import { groupBy } from '../core/group-by.js';
import { claimCompactor } from '../ledger/compact-claim.js';
import { documentFactsBy, frameOf, type DocumentFacts } from '../ledger/document-facts.js';
import { entitiesOf } from '../ledger/entities.js';
import { layOut, type LaidOut } from '../ledger/lay-out.js';
import { digestSum, documentDigest, ledgerState, NO_DOCUMENTS } from '../ledger/ledger-state.js';
import type { Names } from '../ledger/names.js';
import type { Rulings } from '../ledger/rulings.js';
import { lastDay } from '../ledger/statement-date.js';
import { echoRow, statementRow } from '../ledger/statement-row.js';
import type { Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import type { LedgerDocument, LedgerStanding, StatementRow } from '../model/ledger-rows.js';
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
  const documents = await collect(store.documents(), documentFactsBy(tables.evidence));
  const claims = await collect(store.claims(), claimCompactor());
  const laidOut = layOut({ documents, claims, names, tables });
  const kept = [...ledgerDocuments(documents, claims, laidOut)];
  const sum = digestSum(NO_DOCUMENTS, { added: kept.map(({ digest }) => digest) });
  const placed = new Set<string>();
  const facts = new Map(documents.map((document) => [document.id, document]));
  await store.replaceLedger({
    state: ledgerState(version, sum),
    basis: { version, sum },
    judgement,
    changes: changed.map(({ change }) => change),
    documents: { put: kept, removed: [] },
    statements: statementRows(laidOut, names),
    findings: { put: noting(placed, laidOut.findings()), removed: [] },
    entities: { put: entitiesOf(claims, facts, names, rulings), removed: [] },
  });
  return { claims, placed };
}

function* ledgerDocuments(
  documents: readonly DocumentFacts[],
  claims: readonly Claim[],
  { repeats }: LaidOut,
): Generator<LedgerDocument> {
  const byDocument = groupBy(claims, (claim) => claim.doc);
  for (const document of documents) {
    const head = frameOf(document);
    const repeat = repeats.get(document);
    yield {
      head,
      published: lastDay(document.published) ?? '9999',
      bands: [...document.bands],
      repeats: repeat?.of.id ?? null,
      overlap: repeat?.overlap ?? null,
      digest: documentDigest(head, byDocument.get(document.id) ?? []),
    };
  }
}

function* statementRows(laidOut: LaidOut, names: Names): Generator<StatementRow> {
  for (const statement of laidOut.statements) {
    const echo = laidOut.echoes.get(statement);
    const row = statementRow(statement, laidOut.placement(statement), names);
    yield echo === undefined ? row : { ...row, echo: echoRow(echo) };
  }
}

function* noting(placed: Set<string>, findings: Iterable<KeptFinding>): Generator<KeptFinding> {
  for (const finding of findings) {
    for (const { claim } of finding.claims) placed.add(claim);
    yield finding;
  }
}

async function collect<T, U>(items: AsyncIterable<T>, of: (item: T) => U): Promise<U[]> {
  const all: U[] = [];
  for await (const item of items) all.push(of(item));
  return all;
}
