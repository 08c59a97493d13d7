import { headOf, memberOf, thoseSaid } from '../ledger/finding.js';
import { earliest } from '../ledger/placed.js';
import { refOf } from '../ledger/statement.js';
import { weighed } from '../ledger/weighed.js';
import type { Bearing, FindingHead, FindingMember } from '../model/kept-finding.js';
import type { FindingChange, StatementRow } from '../model/ledger-rows.js';
import type { LedgerTables } from '../model/ledger-tables.js';
import { chargeId, familyId } from '../model/question.js';
import type { Store } from '../model/store.js';
import { contextOf, echoOfRow } from './finding-context.js';
import { byPlace, type Current, type LedgerOverlay } from './ledger-overlay.js';

/** A finding of which some claims are others now. */
interface Touched {
  readonly head: FindingHead;
  /** What stood on it of the statements that changed, and what stands on it now; by "doc:index". */
  readonly before: ReadonlyMap<string, FindingMember>;
  readonly now: ReadonlyMap<string, FindingMember>;
  readonly bearing: FindingHead['bearing'];
}

/** What stands on a question: figures and all else, plain statements and denials, or denials alone. */
export const natureOf = ({ figure, plain }: FindingHead['bearing']): Bearing =>
  figure > 0 ? 'figure' : plain > 0 ? 'plain' : 'denial';

/**
 * The findings on questions that stay as they are but for some of their claims. Of the other claims, those of the
 * origins of these are looked at, and else only those that weigh: work that does not grow with the claims on a question.
 * @param asked questions that may have changed
 * @param rows of the statements that changed, as they were and as they are
 * @returns also the questions that are to be worked out whole
 */
export async function changeFindings(
  store: Store,
  overlay: LedgerOverlay,
  asked: ReadonlySet<string>,
  rows: readonly StatementRow[],
  tables: LedgerTables,
): Promise<{ readonly changed: readonly FindingChange[]; readonly others: ReadonlySet<string> }> {
  const heads = (await store.findingHeads([...asked])).filter(({ question }) => question.vessel === null);
  const others = new Set(asked);
  for (const { id } of heads) others.delete(id);

  // 1. What stood on each of what changed, and what does now.
  const touched: Touched[] = [];
  for (const one of await touchedOf(store, overlay, heads, rows, tables)) {
    const { figure, plain, denial } = one.bearing;
    if (figure + plain + denial === 0 || natureOf(one.bearing) !== natureOf(one.head.bearing))
      others.add(one.head.id);
    else if (one.before.size + one.now.size > 0) touched.push(one);
  }

  // 2. The other claims of their origins, and what weighs of all others.
  const origins = new Map(touched.map((one) => [one.head.id, originsOf(one)]));
  const ofOrigins = await store.findingMembers({
    origins: [...origins].flatMap(([finding, those]) => [...those].map((origin) => ({ finding, origin }))),
  });
  const weighing = await store.findingMembers({
    weighing: [...origins].flatMap(([finding, those]) => (those.size > 0 ? [finding] : [])),
  });

  const changed: FindingChange[] = [];
  for (const one of touched) {
    const { id } = one.head;
    const change = await changeOf(store, overlay, one, origins.get(id)!, {
      ofOrigins: ofOrigins.get(id) ?? [],
      weighing: weighing.get(id) ?? [],
    });
    if (change === null) others.add(id);
    else changed.push(change);
  }
  return { changed, others };
}

async function touchedOf(
  store: Store,
  overlay: LedgerOverlay,
  heads: readonly FindingHead[],
  rows: readonly StatementRow[],
  tables: LedgerTables,
): Promise<Touched[]> {
  const keys = new Map(
    heads.map(({ id, question }) => [id, { family: familyId(question), charge: chargeId(question) }]),
  );
  const before = await store.findingMembers({
    at: heads.flatMap(({ id }) => {
      const { family, charge } = keys.get(id)!;
      return rows
        .filter((row) => row.question === id || row.family === family || row.charge === charge)
        .map(({ doc, index }) => ({ finding: id, doc, index }));
    }),
  });
  const current = byPlace(await overlay.load({ refs: rows }), [...overlay.changed.values()]);
  const context = { ...(await contextOf(overlay, current)), names: overlay.names, tables };
  return heads.map((head) => {
    const { family, charge } = keys.get(head.id)!;
    const nature = natureOf(head.bearing);
    const stands = ({ row }: Current): boolean => {
      if (row.bears === 'figure') return row.question === head.id;
      if (row.bears === 'plain')
        return nature === 'figure' ? row.family === family : row.question === head.id;
      if (nature === 'denial') return row.question === head.id;
      return row.charge === charge && (row.item === null || row.item === head.question.item);
    };
    const now = [...current]
      .filter(([, one]) => stands(one))
      .map(([key, { statement, row }]) => {
        const echoOf = (): ReturnType<typeof echoOfRow> => echoOfRow(row);
        return [key, memberOf(statement, head.question, head.start, { ...context, echoOf })] as const;
      });
    const old = before.get(head.id) ?? [];
    const bearing = { ...head.bearing };
    for (const { bears } of old) bearing[bears]--;
    for (const [, { bears }] of now) bearing[bears]++;
    return { head, before: new Map(old.map((one) => [refOf(one.claim), one])), now: new Map(now), bearing };
  });
}

const originsOf = ({ before, now }: Touched): ReadonlySet<string> =>
  new Set([...before.values(), ...now.values()].flatMap(({ standing }) => standing?.origin ?? []));

/** Null where open starts have another day now, so that all windows are others. */
async function changeOf(
  store: Store,
  overlay: LedgerOverlay,
  { head, before, now, bearing }: Touched,
  origins: ReadonlySet<string>,
  stored: { readonly ofOrigins: readonly FindingMember[]; readonly weighing: readonly FindingMember[] },
): Promise<FindingChange | null> {
  const changedHere = (one: FindingMember): boolean => {
    const ref = refOf(one.claim);
    return before.has(ref) || now.has(ref);
  };
  const { question, start, doubts } = head;
  const others = stored.ofOrigins.filter((one) => !changedHere(one));
  const members = weighed([...others, ...now.values()], question, overlay.names);
  const removed = [...before].flatMap(([ref, { claim }]) => (now.has(ref) ? [] : [claim]));
  const known = new Map(others.map((one) => [refOf(one.claim), one]));
  const put = members.filter((one) => {
    const was = known.get(refOf(one.claim));
    return was?.weighs !== one.weighs || was.superseded !== one.superseded;
  });
  // Echoes alone have no word.
  if (origins.size === 0) return { head: { ...head, bearing }, put, removed };

  const weighing = [
    ...stored.weighing.filter((one) => !origins.has(one.standing?.origin ?? '') && !changedHere(one)),
    ...members.filter(({ weighs }) => weighs),
  ];
  if (earliest(weighing.map(({ flow }) => flow)) !== start) return null;
  const said = await saidBy(store, head.id, weighing, members);
  return {
    head: headOf(question, [...weighing, ...said], { start, bearing, doubts, names: overlay.names }),
    put,
    removed,
  };
}

/** Those of which some members say something, where they are not among them. */
async function saidBy(
  store: Store,
  finding: string,
  weighing: readonly FindingMember[],
  members: readonly FindingMember[],
): Promise<FindingMember[]> {
  const wanted = thoseSaid(weighing);
  if (wanted.size === 0) return [];
  const here = members.filter(({ claim }) => wanted.has(refOf(claim)));
  const there = new Set(here.map(({ claim }) => refOf(claim)));
  const at = [...wanted].filter((ref) => !there.has(ref)).map((ref) => placeOf(finding, ref));
  return [...here, ...((await store.findingMembers({ at })).get(finding) ?? [])];
}

function placeOf(finding: string, ref: string): { finding: string; doc: string; index: number } {
  const at = ref.lastIndexOf(':');
  return { finding, doc: ref.slice(0, at), index: Number(ref.slice(at + 1)) };
}
