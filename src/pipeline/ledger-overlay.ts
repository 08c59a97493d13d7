import { tellsEvent } from '../ledger/event.js';
import type { Names } from '../ledger/names.js';
import { oneObjectEach, ownQuestion, placements, type Placement } from '../ledger/question.js';
import { statementRow } from '../ledger/statement-row.js';
import { refOf, statementOf, type Statement } from '../ledger/statement.js';
import type { Claim } from '../model/claim.js';
import type {
  ClaimRef,
  DocumentFrame,
  EventPlace,
  LedgerStore,
  StatementQuery,
  StatementRow,
  StoredStatement,
} from '../model/ledger-rows.js';

/** A statement with what the ledger is to keep of it. */
export interface Current {
  readonly row: StatementRow;
  readonly statement: Statement;
  readonly placement: Placement;
}

/** The ledger's statements as they will be: those of the store, but for what an update has changed of them. */
export class LedgerOverlay {
  /** Statements that are new or others than in the store, by "doc:index". */
  readonly changed = new Map<string, Current>();
  readonly #place: ReturnType<typeof placements>;
  readonly #one = oneObjectEach();

  readonly #documents: ReadonlySet<string>;

  /** @param gone all rows of the documents whose statements in the store count no more */
  constructor(
    private readonly store: LedgerStore,
    private readonly gone: readonly StatementRow[],
    readonly names: Names,
  ) {
    this.#documents = new Set(gone.map(({ doc }) => doc));
    this.#place = placements(names);
  }

  /** @param event that the claim tells, if it tells one */
  current(
    claim: Claim,
    document: DocumentFrame,
    event: EventPlace | null,
    echo: StatementRow['echo'] = null,
  ): Current {
    const question = this.#one(ownQuestion(claim, tellsEvent(claim) ? event : null, this.names));
    const statement = statementOf(claim, document, question, this.names);
    const placement = this.#place(claim, question);
    return { row: { ...statementRow(statement, placement, this.names), echo }, statement, placement };
  }

  #ofStored({ row, claim, document }: StoredStatement): Current {
    return this.current(claim, document, row.event?.is ?? null, row.echo);
  }

  /** Statements of the store that count no more, or not as they stand there. */
  uncounted(): ClaimRef[] {
    return [...this.gone, ...[...this.changed.values()].map(({ row }) => row)];
  }

  /** Rows of the store that still count, changed or not. */
  async storedRows(query: StatementQuery): Promise<StatementRow[]> {
    return (await this.store.statementRows(query)).filter(({ doc }) => !this.#documents.has(doc));
  }

  /**
   * Statements of the store as they will be. Those that will answer the query, and do not in the store, are not among
   * them: `changed` has them.
   */
  async load(query: StatementQuery): Promise<Current[]> {
    const stored = await this.store.statements(query);
    return stored
      .filter(({ row }) => !this.#documents.has(row.doc))
      .map((each) => this.changed.get(refOf(each.row)) ?? this.#ofStored(each));
  }

  put(current: Current): void {
    this.changed.set(refOf(current.row), current);
  }
}

export const keyOfCurrent = ({ row }: Current): string => refOf(row);

/** Each once, by its place. */
export const byPlace = (...lists: readonly (readonly Current[])[]): Map<string, Current> =>
  new Map(lists.flat().map((current) => [keyOfCurrent(current), current]));
