import type { ColumnType, Generated, GeneratedAlways, Kysely } from 'kysely';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Entity } from '../model/entity.js';
import type { EntityJudgement } from '../model/entity-judgement.js';
import type { HandClaim } from '../model/hand-claim.js';
import type { FindingHead } from '../model/kept-finding.js';
import type { Judgement } from '../model/judgement.js';
import type { SanctionsList, Screening } from '../model/sanctions.js';
import type { LedgerBasis, StatementRow } from '../model/ledger-rows.js';
import type { Reject } from '../model/reject.js';
import type { Origin, Source } from '../model/source.js';

/**
 * The tables (migration-1.ts and those after it). `body` holds a record whole, as `json`: unlike `jsonb` it keeps the order of keys,
 * U+0000 and lone surrogates, so that what is read equals what was written. The other columns exist for keys, filters
 * and order, and hold text by stored-text.ts and days by day-range.ts. Days are compared in SQL and never read.
 */
export interface Schema {
  sources: {
    /** Order of addition. */
    seq: GeneratedAlways<number>;
    id: string;
    body: Json<Omit<Source, 'origins'>>;
    /** The listed document: the one that was committed last; null before the first. */
    document: Generated<string | null>;
  };
  origins: {
    seq: GeneratedAlways<number>;
    source: string;
    /** Of the place: address and container. */
    key: string;
    body: Json<Origin>;
  };
  /** A version of the readers has dealt with a source. */
  readings: {
    seq: Generated<number>;
    source: string;
    readers: string;
    /** Null where the source was rejected. */
    document: string | null;
  };
  documents: {
    id: string;
    source: string;
    publisher: string | null;
    published_from: string | null;
    published_to: string | null;
    /** Last day of publication, `infinity` where unknown: what documents are ordered by. */
    published_day: string;
    /** Of `body`, in UTF-16 units; bounds what one page loads. */
    size: number;
    body: Json<Document>;
    /** The listed extraction: the one that was committed last; null before the first. */
    extraction: Generated<number | null>;
  };
  /** A version of the extractor has dealt with a document. */
  extractions: {
    id: GeneratedAlways<number>;
    document: string;
    extractor: string;
    /** SHA-256 of its claims and rejects, so that repeating a commit is seen to change nothing. */
    digest: string;
    claims: number;
    /** Claims made by hand that are listed with them. */
    by_hand: Generated<number>;
  };
  claims: {
    extraction: number;
    index: number;
    id: string;
    document: string;
    kind: string;
    item: string | null;
    supplier: string | null;
    recipient: string | null;
    actor: string | null;
    target: string | null;
    /** Lower case. */
    claimant: string | null;
    stated_from: string | null;
    stated_to: string | null;
    event_from: string | null;
    event_to: string | null;
    /** Last day of the statement, `infinity` where unknown: what claims are ordered by. */
    statement_day: string;
    /** As it stands: as it was read, or as an analyst's judgement has it. The columns above are of this. */
    body: Json<Claim>;
    /** As it was read, where a judgement is in force; else null. */
    read: ColumnType<Claim | null, string | null | undefined, string | null>;
    modality: string | null;
    polarity: string | null;
    /** The words by which it is found (search-rows.ts). */
    words: string | null;
    /** `accepted`, `rejected` or `edited`; null where no judgement is in force. */
    verdict: Generated<string | null>;
  };
  /** Only ever added to. */
  judgements: {
    /** Order of addition. */
    seq: GeneratedAlways<number>;
    id: string;
    /** Id of the first judgement on the same claim, or of the one on entities that an undo takes back. */
    thread: string;
    supersedes: string | null;
    /** Null for a judgement on entities. */
    source: string | null;
    /** The claim as it was when judged; null for a judgement on entities. */
    claim: string | null;
    body: Json<Judgement | EntityJudgement>;
  };
  /** The claim on which the judgements of a thread stand; null where no claim of the present reading is theirs. */
  anchors: {
    thread: string;
    claim: string | null;
  };
  /** What a further reader found in a document, beside its claims. */
  second_readings: {
    seq: Generated<number>;
    document: string;
    reader: string;
    body: Json<readonly Claim[]>;
  };
  /** Claims that analysts made by hand; their place among those of an extraction is theirs again after each one. */
  hand_claims: {
    /** Order of making. */
    seq: GeneratedAlways<number>;
    id: string;
    source: string;
    body: Json<HandClaim>;
  };
  /** Paragraphs of documents by the words that they hold; the one without a place in the text is the title. */
  passages: {
    document: string;
    start: number;
    end: number;
    /** Last day of publication, `-infinity` where unknown: what passages are ordered by. */
    day: string;
    words: string;
  };
  rejects: {
    stage: string;
    subject: string;
    /** A document can have several claims rejected. */
    position: number;
    body: Json<Reject>;
  };
  findings: {
    id: string;
    kind: string;
    item: string | null;
    supplier: string | null;
    recipient: string | null;
    actor: string | null;
    target: string | null;
    /** Keys of the questions with which it has all but the unit, or kind and parties, in common. */
    family: string | null;
    charge: string | null;
    body: Json<FindingHead>;
  };
  finding_claims: {
    finding: string;
    claim: string;
    /** Lower case. */
    claimant: string | null;
    doc: string;
    index: number;
    /** Null for an echo. */
    origin: string | null;
    /** Whether what the finding came to cannot be told without it. */
    weighs: boolean;
    /** JSON, as text. */
    body: string;
  };
  entities: {
    id: string;
    body: Json<Entity>;
  };
  /** Versions of sanctions lists; their bytes are in the archive. */
  lists: {
    /** Order of addition. */
    seq: GeneratedAlways<number>;
    /** SHA-256 of the bytes. */
    id: string;
    name: string;
    body: Json<SanctionsList>;
  };
  /** What screening found. */
  screenings: {
    /** Of the ledger, the lists and the rules it was made with. */
    of: string;
    body: Json<Screening>;
  };
  /** One row at most. */
  ledger: {
    id: number;
    state: Json<string>;
    /** The newest judgement that it takes account of. */
    judgement: Generated<string | null>;
    /** What made the rows that it keeps; null where they are to be made again. */
    basis: ColumnType<LedgerBasis | null, string | null | undefined, string | null>;
  };
  /** Documents whose claims may be others than the ledger knows; the last change of each. */
  ledger_changes: {
    document: string;
    change: Generated<number>;
  };
  /** What the ledger keeps of documents (src/model/ledger-rows.ts). */
  ledger_documents: {
    id: string;
    published: string;
    bands: number[];
    repeats: string | null;
    /** JSON, as text: it comes in bulk, and Postgres would look into it. */
    head: string;
    rest: string;
  };
  /** What the ledger keeps of claims (src/model/ledger-rows.ts); refs are "doc:index". */
  statements: {
    doc: string;
    index: number;
    told: string;
    speaker: string;
    figure: string;
    anybody: string | null;
    narrated: boolean;
    bears: StatementRow['bears'];
    question: string;
    family: string;
    charge: string;
    item: string | null;
    subject: string | null;
    event: string | null;
    /** JSON. */
    event_told: string | null;
    event_is: string | null;
    source: string | null;
    root: string | null;
    /** With spaces between. */
    drift: string | null;
    says: boolean;
    says_of: number | null;
  };
}

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>;

/** A connection or transaction whose tables are those of one case. */
export type Db = Kysely<Schema>;
