import type { Span } from '../core/span.js';
import type { Claim } from './claim.js';
import type { Document } from './document.js';
import type { Entity } from './entity.js';
import type { EntityJudgement } from './entity-judgement.js';
import type { KeptFinding } from './finding.js';
import type { Kind, Modality, Polarity } from './enums.js';
import type { HandClaim } from './hand-claim.js';
import type { Judgement, PlacedJudgement, Standing } from './judgement.js';
import type { LedgerStore } from './ledger-rows.js';
import type { Reject, Stage } from './reject.js';
import type { SanctionsList, Screening } from './sanctions.js';
import type { SecondReading } from './second-reading.js';
import type { Source } from './source.js';

/**
 * Where a case's records live. One conformance suite (test/store/conformance.ts) holds every implementation to this
 * contract. Each `commit…` is one transaction: after a kill at any moment its effect is there whole or not at all,
 * and committing the same thing twice changes nothing.
 */
export interface Store extends LedgerStore {
  /** Adds a source, or the origins that a known one does not have yet. */
  addSource(source: Source): Promise<'added' | 'known' | 'new-origin'>;
  source(id: string): Promise<Source | null>;
  sources(): AsyncIterable<Source>;

  /** Records a path or address that could not be obtained; a later success with the same subject removes it. */
  addReject(reject: Reject): Promise<void>;
  clearReject(stage: Stage, subject: string): Promise<void>;
  rejects(stage?: Stage): Promise<readonly Reject[]>;

  /**
   * Sources that the reader of this version has neither read nor rejected, oldest first; a batch at a time, so that a
   * run can be interrupted anywhere.
   */
  unreadSources(readers: string, limit: number): Promise<readonly Source[]>;
  /** Documents (of the current readers) from which this extractor has drawn no claims yet. */
  unclaimedDocuments(readers: string, extractor: string, limit: number): Promise<readonly Document[]>;
  /** All that these versions have still to do: sources in the order of addition, then documents. */
  pendingWork(readers: string, extractor: string): AsyncIterable<PendingWork>;
  /** Whether it is still to be done. */
  isPending(work: PendingWork, readers: string, extractor: string): Promise<boolean>;

  /** Marks a source as read by this version, with its document or its reject. */
  commitDocument(readers: string, source: string, outcome: Document | Reject): Promise<void>;
  /** Marks a document as worked on by this version, with its claims and what was rejected of them. */
  commitClaims(
    extractor: string,
    document: string,
    claims: readonly Claim[],
    rejects: readonly Reject[],
  ): Promise<void>;
  /**
   * Replaces the ledger by findings that stand alone. `state` identifies what it was built from, `judgement` the newest
   * judgement that it takes account of.
   */
  commitLedger(
    state: string,
    findings: readonly KeptFinding[],
    entities: readonly Entity[],
    judgement?: string | null,
  ): Promise<void>;
  /** The `state` of the committed ledger; null before the first. */
  ledgerState(): Promise<string | null>;
  /** Whether claims were judged since the ledger was built. */
  ledgerIsStale(): Promise<boolean>;

  /**
   * Adds a judgement to those on its claim, which stands as judged from then on, in every listing. `commitClaims` places
   * the judgements on a document anew, by words and content; those that find no claim are lost, and kept.
   * @throws TallymanError `not-found` where the claim is not listed, `outdated` where the judgement does not supersede
   *   the last one on it
   */
  addJudgement(judgement: Judgement): Promise<void>;
  /** In the order in which they were made; those on one claim, as it is or as it was when judged, where asked. */
  judgements(filter?: { readonly claim?: string | undefined }): AsyncIterable<PlacedJudgement>;
  /**
   * Adds a judgement on entities, which the next ledger follows.
   * @throws TallymanError `outdated` where an undo takes back what is not in force
   */
  addEntityJudgement(judgement: EntityJudgement): Promise<void>;
  /** In the order in which they were made. */
  entityJudgements(): Promise<readonly EntityJudgement[]>;
  /** Id of the judgement made last, on whatever; null before the first. */
  latestJudgement(): Promise<string | null>;

  /** Adds a version of a sanctions list, whose bytes the archive holds; known bytes stay as they are. */
  addList(list: SanctionsList): Promise<'added' | 'known'>;
  /** Every version of every list, in the order in which they were added. */
  lists(): Promise<readonly SanctionsList[]>;
  /** Replaces the last screening; `of` identifies what was screened against what. */
  commitScreening(of: string, screening: Screening): Promise<void>;
  /** Null where the last screening is of something else. */
  screening(of: string): Promise<Screening | null>;

  /** Ids of the listed documents on which this further reader has no reading yet. */
  documentsToReadAgain(reader: string): Promise<readonly string[]>;
  /** Records a further reader's reading of a document, with what was rejected of it. */
  commitSecondReading(reading: SecondReading, rejects: readonly Reject[]): Promise<void>;
  /** The newest reading of each listed document, or of one, by the document's id. */
  secondReadings(document?: string): AsyncIterable<SecondReading>;

  document(id: string): Promise<Document | null>;
  /** The newest document of each source, ordered by publication date, then id. */
  documents(filter?: DocumentFilter): AsyncIterable<Document>;
  claim(id: string): Promise<Claim | null>;
  /**
   * Claims of the newest document of each source by the extractor that ran last on it, in statement order, as judgements
   * have them stand.
   */
  claims(filter?: ClaimFilter): AsyncIterable<Claim>;
  /** Some of the claims that `claims` would give, in an order of one's own, and where to go on; null at the end. */
  claimPage(query: ClaimQuery, page: ClaimPageRequest): Promise<ClaimPage>;
  /** How many there are. @param atMost where to stop counting */
  claimCount(query: ClaimQuery, atMost?: number): Promise<number>;
  /** Paragraphs of the listed documents with all words of a text, the newest first; and where to go on, null at the end. */
  passagePage(text: string, page: PassagePageRequest): Promise<PassagePage>;
  passageCount(text: string, atMost?: number): Promise<number>;

  /**
   * Keeps a claim made by hand, which is listed with those of its document from then on; `commitClaims` lists it again
   * where its words stand.
   * @throws TallymanError `not-found` where the document is not listed, `no-ledger` where no claims were drawn from it
   */
  addHandClaim(claim: HandClaim): Promise<void>;
  handClaim(id: string): Promise<HandClaim | null>;

  finding(id: string): Promise<KeptFinding | null>;
  /** Sorted by id. */
  findings(filter?: FindingFilter): AsyncIterable<KeptFinding>;
  /** Sorted by id; all, or those of some ids. */
  entities(ids?: readonly string[]): AsyncIterable<Entity>;

  counts(): Promise<Counts>;
  /** Changes with every record that is written, rejects aside; the same for as long as none is. */
  revision(): Promise<string>;
  /** Ids of the findings on which a claim stands, sorted. */
  findingsWith(claim: string): Promise<readonly string[]>;
  /** Releases the files or connections; the store must not be used afterwards. */
  close(): Promise<void>;
}

/** A source to read, or a document to draw claims from, by its id. */
export interface PendingWork {
  readonly stage: 'documents' | 'claims';
  readonly id: string;
}

export interface Counts {
  readonly sources: number;
  readonly documents: number;
  readonly claims: number;
  readonly findings: number;
  readonly rejects: Readonly<Record<Stage, number>>;
}

export interface DocumentFilter {
  readonly ids?: readonly string[] | undefined;
  readonly publisher?: string | undefined;
  /** EDTF: published within. */
  readonly period?: string | undefined;
}

export interface FindingFilter {
  /** In any of supplier, recipient, actor, target. */
  readonly party?: string | undefined;
  readonly item?: string | undefined;
  readonly kind?: Kind | undefined;
  /** EDTF: a claim of the finding was stated within, or is about a time within. */
  readonly period?: string | undefined;
  /** Case-insensitive part of the claimant's name. */
  readonly claimant?: string | undefined;
}

/** By the day of the statement or of the event, forwards or (with a hyphen) backwards; then by document and index. */
export const CLAIM_ORDERS = ['statement', '-statement', 'event', '-event'] as const;
export type ClaimOrder = (typeof CLAIM_ORDERS)[number];

/** Where a page of claims begins: behind this day, document and index. */
export type ClaimPlace = readonly [day: string, document: string, index: number];

export interface ClaimPageRequest {
  readonly order: ClaimOrder;
  readonly after: ClaimPlace | null;
  readonly limit: number;
}

export interface ClaimPage {
  readonly claims: readonly Claim[];
  readonly next: ClaimPlace | null;
}

/** Where a page of passages begins: behind this day, document and end of a paragraph. */
export type PassagePlace = readonly [day: string, document: string, end: number];

export interface PassagePageRequest {
  readonly after: PassagePlace | null;
  readonly limit: number;
}

/** A paragraph of a document; an empty span is its title. */
export interface PassagePage {
  readonly passages: readonly { readonly document: string; readonly span: Span }[];
  readonly next: PassagePlace | null;
}

export interface ClaimQuery extends ClaimFilter {
  /** Words that the claim or its sentence holds, all of them; the last one may be only begun. */
  readonly text?: string | undefined;
  readonly modality?: Modality | undefined;
  readonly polarity?: Polarity | undefined;
  readonly publisher?: string | undefined;
  /** Those that stand on a finding. */
  readonly finding?: string | undefined;
}

export interface ClaimFilter extends FindingFilter {
  readonly document?: string | undefined;
  /** By the judgement in force; `none` for those without. Unless asked for, rejected claims are left out. */
  readonly verdict?: Standing['verdict'] | 'none' | undefined;
  /** `read`: as the extractor read them, the rejected ones too. */
  readonly as?: 'read' | undefined;
}
