import type { KeptEcho } from '../ledger/finding.js';
import { saidRelations } from '../ledger/said-relations.js';
import { refOf } from '../ledger/statement.js';
import type { StatementRow } from '../model/ledger-rows.js';
import { byPlace, keyOfCurrent, type Current, type LedgerOverlay } from './ledger-overlay.js';

export function echoOfRow(row: StatementRow | undefined): KeptEcho | undefined {
  const echo = row?.echo ?? null;
  return echo === null ? undefined : { of: echo.of, drift: echo.drift as KeptEcho['drift'] };
}

/** What the members of findings say of others, and who the claimants are of whom they say it. */
export async function contextOf(
  overlay: LedgerOverlay,
  members: ReadonlyMap<string, Current>,
): Promise<{
  readonly said: ReturnType<typeof saidRelations>;
  readonly claimantAt: (ref: string) => string | undefined;
}> {
  const fresh = [...overlay.changed.values()];
  const own = [...members.values()].filter(({ row }) => row.echo === null);
  const roots = new Set(own.map(keyOfCurrent));
  const saying = byPlace(
    [...members.values()].filter(({ row }) => row.says !== null),
    await overlay.load({ sayingFor: own.map(({ row }) => row) }),
    fresh.filter(({ row }) => row.says !== null && row.echo !== null && roots.has(refOf(row.echo.of))),
  );
  const targets = [...saying.values()].flatMap(({ row: { doc, says } }) =>
    typeof says?.index === 'number' ? [{ doc, index: says.index }] : [],
  );
  const known = byPlace(
    await overlay.load({ refs: targets }),
    fresh,
    [...saying.values()],
    [...members.values()],
  );
  return {
    said: saidRelations(
      [...saying.values()].map(({ statement }) => statement),
      (ref) => {
        const there = known.get(ref);
        return there && refOf(there.row.echo?.of ?? there.row);
      },
    ),
    claimantAt: (ref) => known.get(ref)?.statement.claimant,
  };
}
