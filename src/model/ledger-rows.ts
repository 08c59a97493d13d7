import type { Span } from '../core/span.js';
import type { Claim } from './claim.js';
import type { Document } from './document.js';
import type { Entity, EntitySort } from './entity.js';
import type { FindingHead, FindingMember, FindingParts } from './kept-finding.js';
import type { EvidenceKind } from './ledger-tables.js';

/**
 * What the ledger keeps of claims and documents beside its findings: enough to tell what a new document changes without
 * a look at the others. All of it is made by src/ledger from claims and documents, and may be made again at any time.
 */

/** The place of a claim. */
export interface ClaimRef {
  readonly doc: string;
  readonly index: number;
}

/** How a document is named and dated. */
export interface DocumentHead {
  readonly id: string;
  /** SHA-256 of the archived bytes. */
  readonly source: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF; null where unknown. */
  readonly published: string | null;
}

/** What a document is to its claims. */
export interface DocumentFrame extends DocumentHead {
  /** Where its text names evidence that others could look at. */
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly span: Span }[];
}

/** A document as the ledger knows it. */
export interface LedgerDocument {
  readonly head: DocumentFrame;
  /** Its place in the order of documents: its day of publication, `9999` where unknown; then its id. */
  readonly published: string;
  /** Hashes by which near-duplicates are looked for. */
  readonly bands: readonly number[];
  /** The first document that it nearly repeats, and by how much. */
  readonly repeats: string | null;
  readonly overlap: number | null;
  /** SHA-256 of the head and its claims as they stand. */
  readonly digest: string;
  /** How many claims it has, and whom they name, by the ids of entities. */
  readonly claims: number;
  readonly named: readonly NamedInDocument[];
}

/** An entity in a document. */
export interface NamedInDocument {
  readonly id: string;
  /** How many claims name it. */
  readonly claims: number;
  /** As what and by which names, with how many claims do so. */
  readonly names: readonly (readonly [sort: EntitySort, name: string, claims: number])[];
}

/** A claim as the ledger knows it. */
export interface StatementRow extends ClaimRef {
  /** Its place in the order of tellings: day of publication and of statement; then document and index. */
  readonly told: string;
  /** Keys of what it may retell, or be retold by (src/ledger/telling-keys.ts). */
  readonly speaker: string;
  readonly figure: string;
  readonly anybody: string | null;
  /** Whether its claimant is no other than the page's publisher. */
  readonly narrated: boolean;
  /** How it bears on questions, and the keys of these (src/model/question.ts). */
  readonly bears: 'figure' | 'plain' | 'denial';
  readonly question: string;
  readonly family: string;
  readonly charge: string;
  readonly item: string | null;
  /** Where it tells an event: among which claims one is looked for, what it says of it, and which it is; else null. */
  readonly event: {
    readonly subject: string;
    readonly key: string;
    readonly told: EventPlace;
    readonly is: EventPlace;
  } | null;
  /** Where it only repeats another: that one, the oldest telling, and what was changed since then; else null. */
  readonly echo: {
    readonly source: ClaimRef;
    readonly of: ClaimRef;
    readonly drift: readonly string[];
  } | null;
  /** Whether it says something of another claim, and the index of that in its document; null where it stands elsewhere. */
  readonly says: { readonly index: number | null } | null;
}

export interface EventPlace {
  readonly date: string | null;
  readonly place: string | null;
}

/** A claim of the case with what the ledger keeps of it. */
export interface StoredStatement {
  readonly row: StatementRow;
  readonly claim: Claim;
  readonly document: DocumentFrame;
}

/** What a ledger rests on. */
interface LedgerFooting {
  /** SHA-256 of all that the ledger rests on. */
  readonly state: string;
  /** What made the rows; null where they are not kept, so that the next run makes them all. */
  readonly basis: LedgerBasis | null;
  /** The newest judgement that it takes account of. */
  readonly judgement: string | null;
  /** The changes that it takes account of. */
  readonly changes: readonly number[];
}

/** A whole ledger; each of its parts comes once, and need not be held. */
export interface WholeLedger extends LedgerFooting {
  readonly documents: Iterable<LedgerDocument>;
  readonly statements: Iterable<StatementRow>;
  readonly findings: Iterable<FindingParts>;
  readonly entities: Iterable<Entity>;
}

/** What becomes of a ledger: what is put takes the place of what has the same key. */
export interface LedgerChange extends LedgerFooting {
  readonly documents: Changed<LedgerDocument>;
  /** All others of the documents that are removed go. */
  readonly statements: Iterable<StatementRow>;
  readonly findings: {
    /** Whole ones. */
    readonly put: readonly FindingParts[];
    readonly changed: readonly FindingChange[];
    /** Ids. */
    readonly removed: readonly string[];
  };
  readonly entities: Changed<Entity>;
}

/** What becomes of a finding of which most claims stay as they are. */
export interface FindingChange {
  readonly head: FindingHead;
  readonly put: readonly FindingMember[];
  readonly removed: readonly ClaimRef[];
}

/** Which claims of findings are asked for. */
export type MemberQuery =
  /** Those that weigh, of some findings. */
  | { readonly weighing: readonly string[] }
  /** All that are no echoes and of an origin. */
  | { readonly origins: readonly { readonly finding: string; readonly origin: string }[] }
  | { readonly at: readonly (ClaimRef & { readonly finding: string })[] };

export interface LedgerBasis {
  /** Of the rules and names by which the rows were made. */
  readonly version: string;
  /** The sum of all documents' digests, in hex. */
  readonly sum: string;
  /** How many claims there are. */
  readonly claims: number;
}

export interface Changed<T> {
  readonly put: Iterable<T>;
  /** Ids. */
  readonly removed: readonly string[];
}

export interface DocumentWithClaims {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

/** What the ledger was built from, and what has changed since. */
export interface LedgerStanding {
  readonly basis: LedgerBasis | null;
  readonly state: string | null;
  readonly judgement: string | null;
  /** Documents whose claims may be others than the ledger knows, each with the number of its change. */
  readonly changed: readonly { readonly document: string; readonly change: number }[];
}

/** Which statements are asked for. */
export type StatementQuery =
  | { readonly documents: readonly string[] }
  | { readonly refs: readonly ClaimRef[] }
  /** Those that may stand on one shelf with any of these. */
  | { readonly near: readonly NearQuery[] }
  /** Those that repeat any of these directly. */
  | { readonly retelling: readonly ClaimRef[] }
  /** Those that repeat any of these in the end. */
  | { readonly echoing: readonly ClaimRef[] }
  /** Likewise, and that say something of another claim. */
  | { readonly sayingFor: readonly ClaimRef[] }
  | { readonly questions: readonly string[] }
  /** Without a figure, of these families. */
  | { readonly plainOf: readonly string[] }
  /** Denials of these charges; of one item, those that name it or none. */
  | { readonly denialsOf: readonly { readonly charge: string; readonly item: string | null }[] }
  | { readonly events: readonly { readonly subject: string; readonly key: string }[] };

export interface NearQuery {
  readonly speaker: string;
  readonly figure: string;
  /** Null where the figure is not looked for whoever gave it. */
  readonly anybody: string | null;
  /** In the order of tellings, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The part of the store that serves the ledger. */
export interface LedgerStore {
  ledgerStanding(): Promise<LedgerStanding>;
  /** Listed documents, all or some, each with its claims as they stand; in no order. */
  documentsWithClaims(ids?: readonly string[]): AsyncIterable<DocumentWithClaims>;
  /** Puts a ledger in the place of the last one. */
  replaceLedger(ledger: WholeLedger): Promise<void>;
  /** Changes the ledger where it is another. */
  changeLedger(change: LedgerChange): Promise<void>;

  /** Without their claims, which may be gone; in the order of document and index. */
  statementRows(query: StatementQuery): Promise<readonly StatementRow[]>;
  /** With their claims; those whose claims are gone are left out. */
  statements(query: StatementQuery): Promise<readonly StoredStatement[]>;
  /** What claims of a subject tell of events, each telling once; those of some documents aside. */
  eventTellings(
    subject: string,
    without: readonly string[],
  ): Promise<readonly { readonly told: EventPlace; readonly is: EventPlace }[]>;
  /** What findings came to, of those named that there are. */
  findingHeads(ids: readonly string[]): Promise<readonly FindingHead[]>;
  /** By the id of their finding. */
  findingMembers(query: MemberQuery): Promise<ReadonlyMap<string, readonly FindingMember[]>>;
  /** Ids of findings of families, and of charges (of one item where it is named). */
  findingsOf(query: {
    readonly families: readonly string[];
    readonly charges: readonly { readonly charge: string; readonly item: string | null }[];
  }): Promise<readonly string[]>;
  /** Whether another claim than these, and on none of the questions, has a figure on the family. */
  countsElsewhere(family: string, without: readonly ClaimRef[]): Promise<boolean>;
  /** Whether another claim than these affirms something of the charge (and item). */
  assertsElsewhere(charge: string, item: string | null, without: readonly ClaimRef[]): Promise<boolean>;

  /** The oldest tellings of what is told more than once, in the order of tellings. */
  echoRoots(): AsyncIterable<ClaimRef>;
  /** Documents that nearly repeat another, by publication and id. */
  nearDuplicates(): AsyncIterable<LedgerDocument>;
  ledgerDocuments(query: LedgerDocumentQuery): Promise<readonly LedgerDocument[]>;
}

export type LedgerDocumentQuery =
  | { readonly ids: readonly string[] }
  | { readonly repeating: readonly string[] }
  /** In their order; with a band in common. */
  | { readonly sharing: readonly number[]; readonly after?: LedgerDocument; readonly limit?: number };
