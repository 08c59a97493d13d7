import { groupBy } from '../core/group-by.js';
import { refOf } from '../ledger/statement.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { ClaimRef, StoredStatement } from '../model/ledger-rows.js';
import type { OpenCase } from './open-case.js';
import { show, type Shown } from './show.js';

/** A telling in a tree of who repeats whom, as it is listed (docs/formats.md): parents come before their children. */
export interface ListedTelling {
  /** Id of the oldest telling. */
  readonly tree: string;
  /** 0 for the oldest telling. */
  readonly depth: number;
  readonly claim: string;
  /** The claim that it repeats directly; null for the oldest telling. */
  readonly repeats: string | null;
  readonly doc: string;
  readonly index: number;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly claimant: string | null;
  readonly stated: string | null;
  /** Who passes it on, by its own words, the nearest first: "Reuters, citing Yonhap, citing the NIS". */
  readonly chain: string;
  readonly figure: string | null;
  /** What was changed since the oldest telling, and of that what this telling changed itself. */
  readonly drift: readonly string[];
  readonly drift_here: readonly string[];
}

/**
 * Who repeats whom: the tellings of every statement that is told more than once, oldest first.
 * @param id only the trees of this claim, or of the claims of this finding; the beginning of an id is enough
 * @throws TallymanError `not-found`; `usage` where several ids begin so
 */
export async function* listEchoes(open: OpenCase, id?: string): AsyncGenerator<ListedTelling> {
  if (id === undefined) {
    for await (const root of open.store.echoRoots()) yield* tree(open, root);
    return;
  }
  for (const root of await rootsOf(open, id)) yield* tree(open, root);
}

/** The oldest tellings of what a claim, or the claims of a finding, tell. */
async function rootsOf(open: OpenCase, id: string): Promise<readonly ClaimRef[]> {
  const refs = claimsOf(await show(open, id));
  const rows = await open.store.statementRows({ refs });
  const roots = new Map(
    rows.map(({ doc, index, echo }) => {
      const root = echo?.of ?? { doc, index };
      return [refOf(root), root];
    }),
  );
  return [...roots.values()];
}

/** Where the claims of a record stand. */
function claimsOf(shown: Shown): readonly ClaimRef[] {
  switch (shown.type) {
    case 'claim':
      return [shown.claim];
    case 'finding':
      return shown.finding.claims;
    case 'document':
      return shown.claims;
    case 'strike':
      return shown.claims.map(({ claim }) => claim);
  }
}

async function* tree({ store }: OpenCase, root: ClaimRef): AsyncGenerator<ListedTelling> {
  const [oldest] = await store.statements({ refs: [root] });
  const echoes = await store.statements({ echoing: [root] });
  if (oldest === undefined || echoes.length === 0) return;
  const children = groupBy(echoes, ({ row }) => refOf(row.echo!.source));
  const list: ListedTelling[] = [];
  const add = (one: StoredStatement, parent: StoredStatement | null, depth: number): void => {
    list.push(listed(one, parent, oldest, depth));
    for (const child of [...(children.get(refOf(one.row)) ?? [])].sort(byTold)) add(child, one, depth + 1);
  };
  add(oldest, null, 0);
  yield* list;
}

function listed(
  { row, claim, document }: StoredStatement,
  parent: StoredStatement | null,
  root: StoredStatement,
  depth: number,
): ListedTelling {
  const drift = row.echo?.drift ?? [];
  const before = new Set(parent?.row.echo?.drift ?? []);
  return {
    tree: root.claim.id,
    depth,
    claim: claim.id,
    repeats: parent?.claim.id ?? null,
    doc: claim.doc,
    index: claim.index,
    publisher: document.publisher,
    published: document.published,
    claimant: claimantOf(claim).who,
    stated: claimantOf(claim).stated ?? null,
    chain: chainOf(claim, document.publisher),
    figure: claim.quantity?.wording ?? null,
    drift,
    drift_here: drift.filter((one) => !before.has(one)),
  };
}

function chainOf({ attribution }: Claim, publisher: string | null): string {
  const names = attribution.map(({ who }) => who ?? publisher ?? 'its publisher');
  return names.filter((name, at) => name !== names[at - 1]).join(', citing ');
}

const byTold = ({ row: a }: StoredStatement, { row: b }: StoredStatement): number =>
  a.told < b.told ? -1 : a.told > b.told ? 1 : a.doc < b.doc ? -1 : a.doc > b.doc ? 1 : a.index - b.index;
