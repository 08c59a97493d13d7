import { findingOf } from '../ledger/finding.js';
import { questionsOf, type Elsewhere } from '../ledger/question.js';
import type { Bearing, FindingParts } from '../model/kept-finding.js';
import type { LedgerChange, StatementRow } from '../model/ledger-rows.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import type { Store } from '../model/store.js';
import { changeFindings, natureOf } from './change-findings.js';
import { contextOf, echoOfRow } from './finding-context.js';
import { byPlace, type Current, type LedgerOverlay } from './ledger-overlay.js';

/** The questions on which something changed. */
export class TouchedQuestions {
  readonly questions = new Set<string>();
  /** Of plain statements, which stand on every question of theirs that has figures. */
  readonly families = new Set<string>();
  /** Of denials, which stand on every question of theirs; of one item, or of any. */
  readonly denied = new Map<string, { readonly charge: string; readonly item: string | null }>();

  /** The statements themselves, as they were and as they are. */
  readonly rows: StatementRow[] = [];

  touch(row: StatementRow): void {
    const { bears, question, family, charge, item } = row;
    this.rows.push(row);
    this.questions.add(question);
    if (bears === 'plain') this.families.add(family);
    if (bears === 'denial') this.denied.set(JSON.stringify([charge, item]), { charge, item });
  }
}

/** The findings on touched questions as they are now, and the ids of those that are no more. */
export async function updateFindings(
  store: Store,
  overlay: LedgerOverlay,
  touched: TouchedQuestions,
  tables: LedgerTables,
): Promise<LedgerChange['findings']> {
  const asked = new Set([
    ...touched.questions,
    ...(await store.findingsOf({
      families: [...touched.families],
      charges: [...touched.denied.values()],
    })),
  ]);
  // Where most claims stay as they are, they are not looked at.
  const { changed, others } = await changeFindings(store, overlay, asked, touched.rows, tables);

  const done = new Map<string, FindingParts | null>();
  for (let round = new Set(others); round.size > 0;) {
    const before = new Map(
      (await store.findingHeads([...round])).map((head) => [head.id, natureOf(head.bearing)]),
    );
    const found = await findingsOn(store, overlay, round, tables);
    for (const id of round) done.set(id, found.get(id) ?? null);
    // Where a question came up or went, statements without a figure and denials may stand elsewhere.
    const now = (id: string): Bearing | undefined => {
      const finding = found.get(id);
      return finding && natureOf(finding.head.bearing);
    };
    const turned = [...round].filter((id) => before.get(id) !== now(id));
    round = new Set((await neighbours(overlay, turned)).filter((id) => !done.has(id)));
  }
  return {
    put: [...done.values()].filter((finding) => finding !== null),
    changed: changed.filter(({ head }) => !done.has(head.id)),
    removed: [...done].flatMap(([id, finding]) => (finding === null ? [id] : [])),
  };
}

/** The questions that the plain statements and denials ask by themselves that may stand on any of these. */
async function neighbours(overlay: LedgerOverlay, questions: readonly string[]): Promise<string[]> {
  if (questions.length === 0) return [];
  const rows = [
    ...(await overlay.storedRows({ questions })),
    ...[...overlay.changed.values()].map(({ row }) => row).filter((row) => questions.includes(row.question)),
  ];
  const families = new Set(rows.map(({ family }) => family));
  const charges = new Set(rows.map(({ charge }) => charge));
  const bearing = [
    ...(await overlay.storedRows({ plainOf: [...families] })),
    ...(await overlay.storedRows({ denialsOf: [...charges].map((charge) => ({ charge, item: null })) })),
    ...[...overlay.changed.values()]
      .map(({ row }) => row)
      .filter(
        ({ bears, family, charge }) =>
          (bears === 'plain' && families.has(family)) || (bears === 'denial' && charges.has(charge)),
      ),
  ];
  return [...new Set(bearing.map(({ question }) => question))];
}

async function findingsOn(
  store: Store,
  overlay: LedgerOverlay,
  questions: ReadonlySet<string>,
  tables: LedgerTables,
): Promise<ReadonlyMap<string, FindingParts>> {
  const pool = await bearingOn(overlay, questions);
  const elsewhere = await elsewhereThan(store, overlay, pool);
  const groups = questionsOf(pool.values(), ({ placement }) => placement, elsewhere);
  const wanted = [...groups].filter(([id]) => questions.has(id));
  const members = byPlace(...wanted.map(([, { members: those }]) => those));
  const context = await contextOf(overlay, members);
  return new Map(
    wanted.map(([id, { question, members: those }]) => {
      const rows = new Map(those.map(({ statement, row }) => [statement, row]));
      const finding = findingOf(
        question,
        those.map(({ statement }) => statement),
        { ...context, echoOf: (statement) => echoOfRow(rows.get(statement)), names: overlay.names, tables },
      );
      return [id, finding];
    }),
  );
}

/** All statements that bear on any of some questions, and some that may. */
async function bearingOn(
  overlay: LedgerOverlay,
  questions: ReadonlySet<string>,
): Promise<Map<string, Current>> {
  const fresh = [...overlay.changed.values()];
  const own = byPlace(
    await overlay.load({ questions: [...questions] }),
    fresh.filter(({ row }) => questions.has(row.question)),
  );
  const rows = [...own.values()].map(({ row }) => row);
  const families = new Set(rows.map(({ family }) => family));
  const denied = new Map(
    rows.map(({ charge, item }) => [JSON.stringify([charge, item]), { charge, item }] as const),
  );
  return byPlace(
    [...own.values()],
    await overlay.load({ plainOf: [...families] }),
    await overlay.load({ denialsOf: [...denied.values()] }),
    fresh.filter(
      ({ row: { bears, family, charge, item } }) =>
        (bears === 'plain' && families.has(family)) ||
        (bears === 'denial' &&
          [...denied.values()].some(
            (one) => one.charge === charge && (item === null || one.item === null || one.item === item),
          )),
    ),
  );
}

/** What claims outside a pool ask. */
async function elsewhereThan(
  store: Store,
  overlay: LedgerOverlay,
  pool: ReadonlyMap<string, Current>,
): Promise<Elsewhere> {
  const without = overlay.uncounted();
  const fresh = [...overlay.changed.values()].map(({ row }) => row);
  const families = new Map<string, boolean>();
  const charges = new Map<string, boolean>();
  for (const { row } of pool.values()) {
    const { bears, family, charge, item } = row;
    if (bears === 'plain' && !families.has(family))
      families.set(
        family,
        fresh.some((one) => one.bears === 'figure' && one.family === family) ||
          (await store.countsElsewhere(family, without)),
      );
    if (bears === 'denial' && !charges.has(chargeOf(charge, item)))
      charges.set(
        chargeOf(charge, item),
        fresh.some(
          (one) => one.bears !== 'denial' && one.charge === charge && (item === null || one.item === item),
        ) || (await store.assertsElsewhere(charge, item, without)),
      );
  }
  return {
    counts: (family) => families.get(family) === true,
    asserts: (charge, item) => charges.get(chargeOf(charge, item)) === true,
  };
}

const chargeOf = (charge: string, item: string | null): string => JSON.stringify([charge, item]);
