import { groupBy } from '../core/group-by.js';
import { byTelling, driftFrom, joinedAlternatives, sourcesOf } from '../ledger/echo.js';
import { refOf, type Statement } from '../ledger/statement.js';
import { matterKey } from '../ledger/telling-keys.js';
import type { ClaimRef, NearQuery, StatementRow } from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';
import { byPlace, keyOfCurrent, type Current, type LedgerOverlay } from './ledger-overlay.js';
import { originalsAmong, type UpdatedRepeats } from './update-repeats.js';

interface ChangedStatements {
  /** Rows of statements that are gone. */
  readonly gone: readonly StatementRow[];
  readonly made: readonly Current[];
}

/** What an update of echoes came to. */
interface UpdatedEchoes {
  /** Every statement of every document in which one was looked at, as it was and as it is. */
  readonly looked: readonly { readonly before: StatementRow | null; readonly now: Current }[];
}

/**
 * Who repeats whom, after a change of some statements. Looked at again is what comes after a statement that is new or
 * gone and may have retold it, with what its document says of the same matter; what repeats those in turn follows. The
 * rules are those by which all is built. Statements whose echo is another now go into the overlay.
 */
export async function updateEchoes(
  store: Store,
  overlay: LedgerOverlay,
  { gone, made }: ChangedStatements,
  repeats: UpdatedRepeats,
): Promise<UpdatedEchoes> {
  // 1. What is to be looked at again.
  const asked = byPlace(made, await affected(overlay, [...gone, ...made.map(({ row }) => row)], repeats));

  // 2. With all that it may retell, by the rules.
  const originals = await originalsAmong(store, repeats, docsOf(asked));
  const context = byPlace(
    await overlay.load({ near: [...asked.values()].map(({ row }) => within(row)) }),
    await overlay.load({ documents: [...new Set(originals.values())] }),
    made,
  );
  const all = new Map([...context, ...asked]);
  const ordered = [...all.values()].map(({ statement }) => statement).sort(byTelling);
  const askedFor = new Set([...asked.values()].map(({ statement }) => statement));
  const sources = sourcesOf(ordered, (one) => askedFor.has(one), originals, overlay.names);
  const sourceOf = new Map(
    [...asked].map(([key, { statement }]) => [key, refOrNull(sources.get(statement))]),
  );

  // 3. What repeats those whose source is another now.
  const moved = await descendants(overlay, asked, sourceOf, made);
  for (const [key, current] of moved) if (!all.has(key)) all.set(key, current);
  const rootOf = rootsBy(all, moved, sourceOf);

  // 4. What was changed since the oldest telling, in each document as a whole.
  const documents = [...new Set([...docsOf(asked), ...docsOf(moved)])];
  const looked = byPlace(await overlay.load({ documents }), made);
  for (const [key, current] of looked) if (!all.has(key)) all.set(key, current);
  const roots = new Map<Statement, Statement>();
  const echoes = new Map<string, { source: ClaimRef; of: ClaimRef }>();
  for (const [key, { row }] of looked) {
    const source = sourceOf.has(key) ? sourceOf.get(key)! : (row.echo?.source ?? null);
    if (source !== null) echoes.set(key, { source, of: rootOf(key) });
  }
  await loadMissing(
    overlay,
    all,
    [...echoes.values()].map(({ of }) => of),
  );
  for (const [key, { of }] of echoes) roots.set(looked.get(key)!.statement, all.get(refOf(of))!.statement);
  const joined = joinedAlternatives(roots);

  const outcome: { before: StatementRow | null; now: Current }[] = [];
  const isMade = new Set(made.map(keyOfCurrent));
  for (const [key, current] of looked) {
    const found = echoes.get(key);
    const root = roots.get(current.statement);
    const echo =
      found === undefined || root === undefined
        ? null
        : {
            ...found,
            drift: driftFrom(root, current.statement, joined.has(current.statement), overlay.names),
          };
    const now = { ...current, row: { ...current.row, echo } };
    outcome.push({ before: isMade.has(key) ? null : current.row, now });
    if (isMade.has(key) || JSON.stringify(echo) !== JSON.stringify(current.row.echo)) overlay.put(now);
  }
  return { looked: outcome };
}

/** Statements that a change of others may bear on, with those of their documents on the same matter. */
async function affected(
  overlay: LedgerOverlay,
  changed: readonly StatementRow[],
  { moved }: UpdatedRepeats,
): Promise<Current[]> {
  const after = changed.map(({ speaker, figure, anybody, told }) => ({
    speaker,
    figure,
    anybody,
    from: told,
    to: null,
  }));
  const matches = looksAtAnyOf(changed);
  const near = (await overlay.storedRows({ near: after })).filter(matches);
  const copies = await overlay.storedRows({ documents: [...moved] });
  const wanted = new Set([...near, ...copies].map(refOf));
  const documents = [...new Set([...near, ...copies].map(({ doc }) => doc))];
  const byDocument = groupBy(await overlay.load({ documents }), ({ row }) => row.doc);
  return [...byDocument.values()].flatMap((ofOne) => {
    const matters = new Set(
      ofOne.filter((one) => wanted.has(keyOfCurrent(one))).map(({ statement }) => matterKey(statement)),
    );
    return ofOne.filter(({ statement }) => matters.has(matterKey(statement)));
  });
}

/** Whether a statement looks where one of these stands: by the same speaker, or as a page's own word for the figure. */
function looksAtAnyOf(changed: readonly StatementRow[]): (row: StatementRow) => boolean {
  const speakers = new Set(changed.map(({ speaker }) => speaker));
  const anybody = new Set(changed.map((row) => row.anybody).filter((key) => key !== null));
  return (row) =>
    speakers.has(row.speaker) || (row.narrated && row.anybody !== null && anybody.has(row.anybody));
}

/** All that a statement may retell. */
const within = ({ speaker, figure, anybody, narrated, told }: StatementRow): NearQuery => ({
  speaker,
  figure,
  anybody: narrated ? anybody : null,
  from: null,
  to: told,
});

/** Those whose source is another than before or that are new, and all that repeats them, at first hand or not. */
async function descendants(
  overlay: LedgerOverlay,
  asked: ReadonlyMap<string, Current>,
  sourceOf: ReadonlyMap<string, ClaimRef | null>,
  made: readonly Current[],
): Promise<Map<string, Current>> {
  const isMade = new Set(made.map(keyOfCurrent));
  const children = groupBy(
    [...sourceOf].filter(([, source]) => source !== null),
    ([, source]) => refOf(source!),
  );
  const moved = new Map<string, Current>();
  let level: Current[] = [...asked.values()].filter((current) => {
    const key = keyOfCurrent(current);
    return isMade.has(key) || refText(sourceOf.get(key)) !== refText(current.row.echo?.source);
  });
  while (level.length > 0) {
    for (const current of level) moved.set(keyOfCurrent(current), current);
    const stored = await overlay.storedRows({ retelling: level.map(({ row }) => row) });
    const next = await overlay.load({ refs: stored.filter((row) => !sourceOf.has(refOf(row))) });
    const ofAsked = level.flatMap((current) => children.get(keyOfCurrent(current)) ?? []);
    level = [...next, ...ofAsked.map(([key]) => asked.get(key)!)].filter(
      (current) => !moved.has(keyOfCurrent(current)),
    );
  }
  return moved;
}

/** The oldest telling of what a statement tells; what has not moved has the one that is kept of it. */
function rootsBy(
  known: ReadonlyMap<string, Current>,
  moved: ReadonlyMap<string, Current>,
  sourceOf: ReadonlyMap<string, ClaimRef | null>,
): (key: string) => ClaimRef {
  const found = new Map<string, ClaimRef>();
  const rootOf = (key: string): ClaimRef => {
    const there = found.get(key);
    if (there) return there;
    const row = known.get(key)!.row;
    let root: ClaimRef = { doc: row.doc, index: row.index };
    if (moved.has(key)) {
      const source = sourceOf.has(key) ? sourceOf.get(key)! : (row.echo?.source ?? null);
      if (source !== null) root = rootOf(refOf(source));
    } else if (row.echo !== null) root = row.echo.of;
    found.set(key, root);
    return root;
  };
  return rootOf;
}

async function loadMissing(
  overlay: LedgerOverlay,
  known: Map<string, Current>,
  refs: readonly ClaimRef[],
): Promise<void> {
  const missing = refs.filter((ref) => !known.has(refOf(ref)));
  for (const current of await overlay.load({ refs: missing })) known.set(keyOfCurrent(current), current);
}

const docsOf = (statements: ReadonlyMap<string, Current>): string[] => [
  ...new Set([...statements.values()].map(({ row }) => row.doc)),
];

const refOrNull = (statement: Statement | undefined): ClaimRef | null =>
  statement === undefined ? null : { doc: statement.claim.doc, index: statement.claim.index };

const refText = (ref: ClaimRef | null | undefined): string => (ref ? refOf(ref) : '');
