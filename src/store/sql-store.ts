import { sql } from 'kysely';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Entity } from '../model/entity.js';
import type { EntityJudgement } from '../model/entity-judgement.js';
import type { KeptFinding } from '../model/finding.js';
import type { HandClaim } from '../model/hand-claim.js';
import { findingParts, type FindingHead, type FindingMember } from '../model/kept-finding.js';
import type { Judgement, PlacedJudgement } from '../model/judgement.js';
import type {
  ClaimRef,
  DocumentWithClaims,
  LedgerChange,
  LedgerDocument,
  LedgerDocumentQuery,
  LedgerStanding,
  MemberQuery,
  StatementQuery,
  StatementRow,
  StoredStatement,
  WholeLedger,
} from '../model/ledger-rows.js';
import { STAGES, type Reject, type Stage } from '../model/reject.js';
import type { SanctionsList, Screening } from '../model/sanctions.js';
import type { SecondReading } from '../model/second-reading.js';
import type { Source } from '../model/source.js';
import type {
  ClaimFilter,
  ClaimPage,
  ClaimPageRequest,
  ClaimQuery,
  Counts,
  DocumentFilter,
  FindingFilter,
  PassagePage,
  PassagePageRequest,
  PendingWork,
  Store,
} from '../model/store.js';
import { claimById, commitExtraction, forgetFailedExtraction, listClaims } from './claim-rows.js';
import { claimCount, claimPage } from './claim-pages.js';
import {
  documentById,
  documentsWithClaims,
  listDocuments,
  unclaimedDocuments,
  unclaimedIds,
} from './document-rows.js';
import { addEntityJudgement, listEntityJudgements } from './entity-judgement-rows.js';
import { addHandClaim, handClaimById } from './hand-claim-rows.js';
import { addJudgement, latestJudgement, listJudgements } from './judgement-rows.js';
import { changeLedger, ledgerIsStale, ledgerState, listEntities, replaceLedger } from './ledger-rows.js';
import type { Database } from './database.js';
import {
  findingById,
  findingHeads,
  findingMembers,
  findingsOf,
  findingsWith,
  listFindings,
} from './finding-rows.js';
import { ledgerStanding } from './ledger-changes.js';
import { ledgerDocuments, nearDuplicates } from './ledger-document-rows.js';
import {
  assertsElsewhere,
  countsElsewhere,
  echoRoots,
  eventTellings,
  statementRows,
  statementsWithClaims,
} from './statement-rows.js';
import { commitReading, forgetFailedReadings } from './reading-rows.js';
import { deleteReject, listRejects, putRejects } from './reject-rows.js';
import { addList, allLists, putScreening, screeningOf } from './sanctions-rows.js';
import type { Db } from './schema.js';
import { revisionOf } from './revision.js';
import { listSecondReadings, putSecondReading, unreadBySecond } from './second-reading-rows.js';
import { passageCount, passagePage } from './search-rows.js';
import { addSource, allSources, sourceById, unreadIds, unreadSources } from './source-rows.js';

/** The store over any Postgres; each method that writes is one transaction. */
export class SqlStore implements Store {
  private readonly db: Db;
  constructor(private readonly database: Database) {
    this.db = database.db;
  }

  async addSource(source: Source): Promise<'added' | 'known' | 'new-origin'> {
    this.database.assertWritable();
    const outcome = await addSource(this.db, source);
    await this.database.afterCommit();
    return outcome;
  }
  source(id: string): Promise<Source | null> {
    return sourceById(this.db, id);
  }
  sources(): AsyncIterable<Source> {
    return allSources(this.db);
  }

  addReject(reject: Reject): Promise<void> {
    return this.write((tx) => putRejects(tx, reject.stage, reject.subject, [reject]));
  }
  /** A source or document whose reject is cleared is worked on again by the next run. */
  clearReject(stage: Stage, subject: string): Promise<void> {
    return this.write(async (tx) => {
      if (stage === 'documents') await forgetFailedReadings(tx, subject);
      if (stage === 'claims') await forgetFailedExtraction(tx, subject);
      await deleteReject(tx, stage, subject);
    });
  }
  rejects(stage?: Stage): Promise<readonly Reject[]> {
    return listRejects(this.db, stage);
  }

  unreadSources(readers: string, limit: number): Promise<readonly Source[]> {
    return unreadSources(this.db, readers, limit);
  }
  /** Fewer than `limit` where the texts are long; none only where none is left. */
  unclaimedDocuments(readers: string, extractor: string, limit: number): Promise<readonly Document[]> {
    return unclaimedDocuments(this.db, readers, extractor, limit);
  }
  async *pendingWork(readers: string, extractor: string): AsyncGenerator<PendingWork> {
    for await (const id of unreadIds(this.db, readers)) yield { stage: 'documents', id };
    for await (const id of unclaimedIds(this.db, readers, extractor)) yield { stage: 'claims', id };
  }
  async isPending({ stage, id }: PendingWork, readers: string, extractor: string): Promise<boolean> {
    const found =
      stage === 'documents' ? unreadIds(this.db, readers, id) : unclaimedIds(this.db, readers, extractor, id);
    return (await found.next()).done !== true;
  }

  commitDocument(readers: string, source: string, outcome: Document | Reject): Promise<void> {
    return this.write((tx) => commitReading(tx, readers, source, outcome));
  }
  commitClaims(
    extractor: string,
    document: string,
    claims: readonly Claim[],
    rejects: readonly Reject[],
  ): Promise<void> {
    return this.write((tx) => commitExtraction(tx, extractor, document, claims, rejects));
  }
  commitLedger(
    state: string,
    findings: readonly KeptFinding[],
    entities: readonly Entity[],
    judgement: string | null = null,
  ): Promise<void> {
    return this.replaceLedger({
      state,
      basis: null,
      judgement,
      changes: [],
      documents: [],
      statements: [],
      findings: findings.map(findingParts),
      entities,
    });
  }
  async replaceLedger(ledger: WholeLedger): Promise<void> {
    await this.write((tx) => replaceLedger(tx, ledger, this.database));
    await this.database.afterLedger();
  }
  changeLedger(change: LedgerChange): Promise<void> {
    return this.write((tx) => changeLedger(tx, change));
  }
  ledgerStanding(): Promise<LedgerStanding> {
    return ledgerStanding(this.db);
  }
  documentsWithClaims(ids?: readonly string[]): AsyncIterable<DocumentWithClaims> {
    return documentsWithClaims(this.db, ids);
  }
  statementRows(query: StatementQuery): Promise<readonly StatementRow[]> {
    return statementRows(this.db, query);
  }
  statements(query: StatementQuery): Promise<readonly StoredStatement[]> {
    return statementsWithClaims(this.db, query);
  }
  eventTellings(...query: Parameters<Store['eventTellings']>): ReturnType<Store['eventTellings']> {
    return eventTellings(this.db, ...query);
  }
  findingHeads(ids: readonly string[]): Promise<readonly FindingHead[]> {
    return findingHeads(this.db, ids);
  }
  findingMembers(query: MemberQuery): Promise<ReadonlyMap<string, readonly FindingMember[]>> {
    return findingMembers(this.db, query);
  }
  findingsOf(query: Parameters<Store['findingsOf']>[0]): Promise<readonly string[]> {
    return findingsOf(this.db, query);
  }
  countsElsewhere(family: string, without: readonly ClaimRef[]): Promise<boolean> {
    return countsElsewhere(this.db, family, without);
  }
  assertsElsewhere(charge: string, item: string | null, without: readonly ClaimRef[]): Promise<boolean> {
    return assertsElsewhere(this.db, charge, item, without);
  }
  echoRoots(): AsyncIterable<ClaimRef> {
    return echoRoots(this.db);
  }
  nearDuplicates(): AsyncIterable<LedgerDocument> {
    return nearDuplicates(this.db);
  }
  ledgerDocuments(query: LedgerDocumentQuery): Promise<readonly LedgerDocument[]> {
    return ledgerDocuments(this.db, query);
  }
  ledgerState(): Promise<string | null> {
    return ledgerState(this.db);
  }
  ledgerIsStale(): Promise<boolean> {
    return ledgerIsStale(this.db);
  }

  addJudgement(judgement: Judgement): Promise<void> {
    return this.write((tx) => addJudgement(tx, judgement));
  }
  judgements(filter: { readonly claim?: string | undefined } = {}): AsyncIterable<PlacedJudgement> {
    return listJudgements(this.db, filter.claim);
  }
  addEntityJudgement(judgement: EntityJudgement): Promise<void> {
    return this.write((tx) => addEntityJudgement(tx, judgement));
  }
  entityJudgements(): Promise<readonly EntityJudgement[]> {
    return listEntityJudgements(this.db);
  }
  latestJudgement(): Promise<string | null> {
    return latestJudgement(this.db);
  }

  addList(list: SanctionsList): Promise<'added' | 'known'> {
    return this.write((tx) => addList(tx, list));
  }
  lists(): Promise<readonly SanctionsList[]> {
    return allLists(this.db);
  }
  commitScreening(of: string, screening: Screening): Promise<void> {
    return this.write((tx) => putScreening(tx, of, screening));
  }
  screening(of: string): Promise<Screening | null> {
    return screeningOf(this.db, of);
  }

  documentsToReadAgain(reader: string): Promise<readonly string[]> {
    return unreadBySecond(this.db, reader);
  }
  commitSecondReading(reading: SecondReading, rejects: readonly Reject[]): Promise<void> {
    return this.write((tx) => putSecondReading(tx, reading, rejects));
  }
  secondReadings(document?: string): AsyncIterable<SecondReading> {
    return listSecondReadings(this.db, document);
  }

  document(id: string): Promise<Document | null> {
    return documentById(this.db, id);
  }
  documents(filter: DocumentFilter = {}): AsyncIterable<Document> {
    return listDocuments(this.db, filter);
  }
  claim(id: string): Promise<Claim | null> {
    return claimById(this.db, id);
  }
  claims(filter: ClaimFilter = {}): AsyncIterable<Claim> {
    return listClaims(this.db, filter);
  }
  claimPage(query: ClaimQuery, page: ClaimPageRequest): Promise<ClaimPage> {
    return claimPage(this.db, query, page);
  }
  claimCount(query: ClaimQuery, atMost?: number): Promise<number> {
    return claimCount(this.db, query, atMost);
  }
  passagePage(text: string, { after, limit }: PassagePageRequest): Promise<PassagePage> {
    return passagePage(this.db, text, after, limit);
  }
  passageCount(text: string, atMost?: number): Promise<number> {
    return passageCount(this.db, text, atMost);
  }
  addHandClaim(claim: HandClaim): Promise<void> {
    return this.write((tx) => addHandClaim(tx, claim));
  }
  handClaim(id: string): Promise<HandClaim | null> {
    return handClaimById(this.db, id);
  }
  finding(id: string): Promise<KeptFinding | null> {
    return findingById(this.db, id);
  }
  findings(filter: FindingFilter = {}): AsyncIterable<KeptFinding> {
    return listFindings(this.db, filter);
  }
  entities(ids?: readonly string[]): AsyncIterable<Entity> {
    return listEntities(this.db, ids);
  }

  async counts(): Promise<Counts> {
    const { db } = this;
    const all = sql<number>`count(*)::integer`.as('n');
    const listed = db.selectFrom('sources as s').innerJoin('documents as d', 'd.id', 's.document');
    // An extraction knows how many claims it has, so that only the rejected ones are counted.
    const claims = listed
      .innerJoin('extractions as e', 'e.id', 'd.extraction')
      .select(sql`coalesce(sum(e.claims + e.by_hand), 0)::integer`.as('n'));
    const rejected = listed
      .innerJoin('claims as c', 'c.extraction', 'd.extraction')
      .where('c.verdict', '=', 'rejected')
      .select(all);
    const counts = await db
      .selectNoFrom([
        sql<number>`(${db.selectFrom('sources').select(all)})`.as('sources'),
        sql<number>`(${listed.select(all)})`.as('documents'),
        sql<number>`(${claims}) - (${rejected})`.as('claims'),
        sql<number>`(${db.selectFrom('findings').select(all)})`.as('findings'),
      ])
      .executeTakeFirstOrThrow();
    const rejects = await db.selectFrom('rejects').select(['stage', all]).groupBy('stage').execute();
    const byStage = (stage: Stage) => rejects.find((row) => row.stage === stage)?.n ?? 0;
    return {
      ...counts,
      rejects: Object.fromEntries(STAGES.map((stage) => [stage, byStage(stage)])) as Record<Stage, number>,
    };
  }

  revision(): Promise<string> {
    return revisionOf(this.db);
  }
  findingsWith(claim: string): Promise<readonly string[]> {
    return findingsWith(this.db, claim);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async write<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    this.database.assertWritable();
    const outcome = await this.db.transaction().execute(work);
    await this.database.afterCommit();
    return outcome;
  }
}
