import { CERTAINTY, entitiesOf } from '../ledger/entities.js';
import { compare } from '../ledger/statement-date.js';
import type { Claim } from '../model/claim.js';
import type { Entity } from '../model/entity.js';
import type { Changed, DocumentFrame } from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';
import type { LedgerRules } from './rebuild-ledger.js';

interface FreshClaims {
  readonly documents: readonly DocumentFrame[];
  readonly claims: readonly Claim[];
  /** Whether claims are gone as well: then a name may have been theirs alone, and all claims are looked through. */
  readonly someGone: boolean;
}

/** Who and what the claims of the case speak of, where it is other than the ledger says. */
export async function updateEntities(
  store: Store,
  { names, rulings }: Pick<LedgerRules, 'names' | 'rulings'>,
  fresh: FreshClaims,
): Promise<Changed<Entity>> {
  const frames = new Map(fresh.documents.map((frame) => [frame.id, frame]));
  if (fresh.someGone) return allEntities(store, { names, rulings }, frames);
  const said = new Map(entitiesOf(fresh.claims, frames, names, rulings).map((entity) => [entity.id, entity]));
  for await (const entity of store.entities()) {
    const more = said.get(entity.id);
    if (more === undefined) continue;
    said.set(entity.id, joined(entity, more));
  }
  return { put: said.values(), removed: [] };
}

/** An entity as two parts of a case name it. */
function joined(a: Entity, b: Entity): Entity {
  const counts = new Map<string, number>();
  for (const { name, claims } of [...a.names, ...b.names]) counts.set(name, (counts.get(name) ?? 0) + claims);
  return {
    ...a,
    matched: CERTAINTY.find((one) => a.matched === one || b.matched === one) ?? a.matched,
    claims: a.claims + b.claims,
    names: [...counts]
      .map(([name, claims]) => ({ name, claims }))
      .sort((x, y) => y.claims - x.claims || compare(x.name, y.name)),
  };
}

async function allEntities(
  store: Store,
  { names, rulings }: Pick<LedgerRules, 'names' | 'rulings'>,
  fresh: ReadonlyMap<string, DocumentFrame>,
): Promise<Changed<Entity>> {
  const frames = new Map(fresh);
  const claims: Claim[] = [];
  for await (const claim of store.claims()) claims.push(claim);
  const missing = [...new Set(claims.map(({ doc }) => doc))].filter((id) => !frames.has(id));
  for (const { head } of await store.ledgerDocuments({ ids: missing })) frames.set(head.id, head);
  const now = new Map(entitiesOf(claims, frames, names, rulings).map((entity) => [entity.id, entity]));
  const removed: string[] = [];
  for await (const entity of store.entities()) {
    const there = now.get(entity.id);
    if (there === undefined) removed.push(entity.id);
    else if (JSON.stringify(there) === JSON.stringify(entity)) now.delete(entity.id);
  }
  return { put: now.values(), removed };
}
