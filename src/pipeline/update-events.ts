import { shortHash } from '../core/hash.js';
import { groupBy } from '../core/group-by.js';
import { eventKey, eventsOf, eventTold, tellsEvent } from '../ledger/event.js';
import { subjectOf } from '../ledger/question.js';
import type { Claim } from '../model/claim.js';
import type { EventPlace, StatementRow } from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';
import type { LedgerOverlay } from './ledger-overlay.js';

/**
 * Which event claims tell, after a change of some documents: all tellings of the subjects that they touch are looked at
 * again, each telling once. Statements that now tell another event go into the overlay.
 * @returns the event of a new claim, and the rows of the statements that were moved as they were
 */
export async function updateEvents(
  store: Store,
  overlay: LedgerOverlay,
  { gone, claims }: { readonly gone: readonly StatementRow[]; readonly claims: readonly Claim[] },
  documents: ReadonlySet<string>,
): Promise<{
  readonly eventOf: (claim: Claim) => EventPlace | null;
  readonly moved: readonly StatementRow[];
}> {
  const telling = groupBy(claims.filter(tellsEvent), (claim) => subjectKey(claim));
  const subjects = new Set([...telling.keys(), ...gone.flatMap(({ event }) => event?.subject ?? [])]);
  const events = new Map<string, ReadonlyMap<string, EventPlace>>();
  const others: { readonly subject: string; readonly key: string }[] = [];
  for (const subject of subjects) {
    const stored = await store.eventTellings(subject, [...documents]);
    const told = [
      ...stored.map((each) => each.told),
      ...(telling.get(subject) ?? []).map((claim) => eventTold(claim)),
    ];
    const now = eventsOf(told, overlay.names);
    events.set(subject, now);
    for (const each of stored) {
      const is = now.get(eventKey(each.told));
      if (is !== undefined && eventKey(is) !== eventKey(each.is))
        others.push({ subject, key: shortHash(eventKey(each.told)) });
    }
  }
  const moved: StatementRow[] = [];
  for (const current of await overlay.load({ events: others })) {
    const { row, statement } = current;
    const is = events.get(row.event?.subject ?? '')?.get(eventKey(eventTold(statement.claim))) ?? null;
    moved.push(row);
    overlay.put(overlay.current(statement.claim, statement.document!, is, row.echo));
  }
  return {
    eventOf: (claim) =>
      tellsEvent(claim) ? (events.get(subjectKey(claim))?.get(eventKey(eventTold(claim))) ?? null) : null,
    moved,
  };

  function subjectKey(claim: Claim): string {
    return shortHash(subjectOf(claim, overlay.names));
  }
}
