import type { EntityRef } from '../model/entity.js';
import { entityJudgementsInForce, type EntityJudgement } from '../model/entity-judgement.js';
import { normalName } from './names.js';
import { compare } from './statement-date.js';

/** What the judgements on entities have in force, put together: which name means whom, and whose word is whose. */
export interface Rulings {
  /** The key that a name means, where a split has it mean another than before; by sort and normal name. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The key that stands for a merged one; by sort and key. Never one that is merged itself. */
  readonly merged: ReadonlyMap<string, string>;
  /** The origin that stands for a joined one. Never one that is joined itself. */
  readonly joined: ReadonlyMap<string, string>;
  /** Parties that speak for themselves alone. */
  readonly apart: ReadonlySet<string>;
  /** Pairs that are known not to be one, by `pairKey`. */
  readonly distinct: ReadonlySet<string>;
}

export const NO_RULINGS: Rulings = {
  renamed: new Map(),
  merged: new Map(),
  joined: new Map(),
  apart: new Set(),
  distinct: new Set(),
};

export const keyOfRef = ({ sort, key }: EntityRef): string => `${sort} ${key}`;
export const keyOfName = (sort: EntityRef['sort'], name: string): string => `${sort} ${normalName(name)}`;

/** The same for a pair and its reverse. */
export const pairKey = (a: EntityRef, b: EntityRef): string =>
  JSON.stringify([keyOfRef(a), keyOfRef(b)].sort(compare));

/** @param history all judgements on entities, in the order in which they were made */
export function rulingsOf(history: readonly EntityJudgement[]): Rulings {
  const renamed = new Map<string, string>();
  const merged = new Standing();
  const joined = new Standing();
  const apart = new Set<string>();
  const distinct = new Set<string>();
  for (const { verdict, entities, names } of entityJudgementsInForce(history)) {
    const [first, second] = entities;
    if (first === undefined) continue;
    switch (verdict) {
      case 'merge':
        if (second) merged.put(keyOfRef(second), keyOfRef(first));
        break;
      case 'split':
        for (const name of names ?? []) if (second) renamed.set(keyOfName(first.sort, name), second.key);
        break;
      case 'distinct':
        if (second) distinct.add(pairKey(first, second));
        break;
      case 'join-origins':
        if (second) joined.put(second.key, first.key);
        break;
      case 'split-origin':
        apart.add(first.key);
        break;
      case 'undo':
        break;
    }
  }
  const keyAlone = (of: string): string => of.slice(of.indexOf(' ') + 1);
  return {
    renamed,
    merged: new Map([...merged.all()].map(([of, to]) => [of, keyAlone(to)])),
    joined: new Map(joined.all()),
    apart,
    distinct,
  };
}

/** What stands for what: chains lead to their end, and what is joined to itself stays as it is. */
class Standing {
  readonly #for = new Map<string, string>();

  put(one: string, into: string): void {
    const [from, to] = [this.#end(one), this.#end(into)];
    if (from !== to) this.#for.set(from, to);
  }

  #end(of: string): string {
    let at = of;
    for (let next = this.#for.get(at); next !== undefined; next = this.#for.get(at)) at = next;
    return at;
  }

  *all(): Iterable<[string, string]> {
    for (const one of this.#for.keys()) yield [one, this.#end(one)];
  }
}

/** What of them changes a ledger, for its state; null where nothing does, so that undoing all leaves no trace. */
export function rulingsState({ renamed, merged, joined, apart }: Rulings): unknown {
  const parts = [renamed, merged, joined].map((map) => [...map].sort(([a], [b]) => compare(a, b)));
  const separate = [...apart].sort(compare);
  return [...parts, separate].every((part) => part.length === 0) ? null : [...parts, separate];
}
