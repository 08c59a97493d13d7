import type { StatementRow } from '../model/ledger-rows.js';
import { shortHash } from '../core/hash.js';
import type { Echo } from './echo.js';
import { eventKey, eventTold, tellsEvent } from './event.js';
import type { Names } from './names.js';
import { subjectOf, type Placement } from './question.js';
import type { Statement } from './statement.js';
import { tellingKeys } from './telling-keys.js';

/** A statement as the ledger keeps it, but for what it repeats. */
export function statementRow(statement: Statement, placement: Placement, names: Names): StatementRow {
  const { claim, question, narrated } = statement;
  const { bears, key, family, charge } = placement;
  const told = eventTold(claim);
  return {
    doc: claim.doc,
    index: claim.index,
    told: toldKey(statement),
    ...tellingKeys(statement),
    narrated,
    bears,
    question: key,
    family,
    charge,
    item: placement.question.item,
    event: tellsEvent(claim)
      ? {
          subject: shortHash(subjectOf(claim, names)),
          key: shortHash(eventKey(told)),
          told,
          is: question.event ?? told,
        }
      : null,
    echo: null,
    says: claim.relation === null ? null : { index: claim.relation.claim },
  };
}

/** What a statement repeats, as the ledger keeps it. */
export const echoRow = ({ source, of, drift }: Echo): NonNullable<StatementRow['echo']> => ({
  source: refFields(source),
  of: refFields(of),
  drift,
});

const refFields = ({ claim: { doc, index } }: Statement): { doc: string; index: number } => ({ doc, index });

/** The place of a statement in the order of tellings, its document and index aside. */
const toldKey = ({ published, day }: Statement): string => `${published ?? '9999'} ${day ?? '9999'}`;
