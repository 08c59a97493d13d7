import { claimantOf } from '../model/claim.js';
import type { Names } from './names.js';
import { RETOLD_WITHIN, driftOf, retellings, sharesWord, toldWhere, type Retelling } from './retelling.js';
import type { Statement } from './statement.js';
import { shelvesFor, shelvesOf, wordOf } from './telling-keys.js';

/** One telling, with its place in the order of all. */
interface Telling {
  readonly statement: Statement;
  readonly rank: number;
}

/**
 * Tellings that no later statement could tell apart but by their documents and days: what is found of the first holds
 * for all, so that a figure told a thousand times is looked at once.
 */
interface Version {
  readonly first: Telling;
  /** In the order of telling. */
  readonly tellings: Telling[];
}

interface Source extends Telling {
  /** Drifts first, then whether the page has retold it already, then other words. */
  readonly cost: number;
}

/**
 * The statements told so far, oldest first, put where a retelling looks for them: under the same claimant with a figure
 * that may have become its own, under the same figure whoever gave it, and by document for near-duplicates.
 */
export class Tellings {
  #count = 0;
  readonly #versions = new Map<string, Version>();
  readonly #shelves = new Map<string, Version[]>();
  /** Of the documents that others nearly repeat: short lists, looked at one by one. */
  readonly #ofOriginal = new Map<string, Version[]>();
  /** What each document has retold, by rank. */
  readonly #retold = new Map<string, Set<number>>();

  /** @param originals the document that each near-duplicate repeats, by id */
  constructor(
    private readonly originals: ReadonlyMap<string, string>,
    private readonly names: Names,
  ) {
    for (const original of originals.values()) this.#ofOriginal.set(original, []);
  }

  /** Adds the statement that was told after all others. */
  add(statement: Statement): void {
    const telling = { statement, rank: this.#count++ };
    this.#ofOriginal.get(statement.claim.doc)?.push({ first: telling, tellings: [telling] });
    const key = versionKey(statement);
    const version = this.#versions.get(key);
    if (version) {
      version.tellings.push(telling);
      return;
    }
    const made = { first: telling, tellings: [telling] };
    this.#versions.set(key, made);
    for (const shelf of shelvesOf(statement)) {
      const there = this.#shelves.get(shelf);
      if (there) there.push(made);
      else this.#shelves.set(shelf, [made]);
    }
  }

  /**
   * The statement that this one retells with the least drift, then the nearest words, then the oldest; one that its
   * document has retold already comes last. It then counts as retold by the document.
   */
  sourceOf(statement: Statement): Statement | null {
    const { doc } = statement.claim;
    const original = this.originals.get(doc);
    let best =
      original === undefined
        ? null
        : this.#bestOf(this.#ofOriginal.get(original) ?? [], statement, true, null);
    for (const shelf of shelvesFor(statement))
      best = this.#bestOf(this.#shelves.get(shelf) ?? [], statement, false, best);
    if (best === null) return null;
    const retold = this.#retold.get(doc);
    if (retold) retold.add(best.rank);
    else this.#retold.set(doc, new Set([best.rank]));
    return best.statement;
  }

  #bestOf(
    versions: readonly Version[],
    statement: Statement,
    copied: boolean,
    sofar: Source | null,
  ): Source | null {
    let best = sofar;
    for (const version of versions) {
      // Versions stand in the order of their first tellings: none after this can be better.
      if (best !== null && best.cost === 0 && best.rank < version.first.rank) break;
      const how = retellings(version.first.statement, statement, copied, this.names);
      const found = how.length === 0 ? null : this.#tellingOf(version, statement, how);
      if (found === null) continue;
      const { telling, again } = found;
      const words = Number(!sharesWord(telling.statement.claim, statement.claim));
      const cost = driftOf(telling.statement, statement, this.names).length * 4 + Number(again) * 2 + words;
      if (best === null || cost < best.cost || (cost === best.cost && telling.rank < best.rank))
        best = { ...telling, cost };
    }
    return best;
  }

  /** The oldest telling that fits and that the page has not retold, else the oldest that fits. */
  #tellingOf(
    { tellings }: Version,
    statement: Statement,
    how: readonly Retelling[],
  ): { readonly telling: Telling; readonly again: boolean } | null {
    const retold = this.#retold.get(statement.claim.doc);
    let again: Telling | null = null;
    for (let at = firstInTime(tellings, statement, how); at < tellings.length; at++) {
      const telling = tellings[at]!;
      if (!how.some((one) => toldWhere(one, telling.statement, statement))) {
        if (isTooLate(telling.statement, statement, how)) break;
      } else if (retold?.has(telling.rank)) again ??= telling;
      else return { telling, again: false };
    }
    return again === null ? null : { telling: again, again: true };
  }
}

/** Where the tellings begin that a statement relays within days of their publication; else all may be meant. */
function firstInTime(tellings: readonly Telling[], later: Statement, how: readonly Retelling[]): number {
  if (how.some((one) => one !== 'relayed-in-days')) return 0;
  if (later.published === null) return tellings.length;
  const since = new Date(Date.parse(later.published) - RETOLD_WITHIN * 86_400_000).toISOString().slice(0, 10);
  let [from, to] = [0, tellings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((tellings[middle]!.statement.published ?? '9999') < since) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Whether no telling after this one can fit either. */
function isTooLate(told: Statement, later: Statement, how: readonly Retelling[]): boolean {
  return how.every((one) => {
    if (one === 'unattributed')
      return told.published === null || later.published === null || told.published >= later.published;
    return one === 'relayed-in-days' && told.published === null;
  });
}

/** All that is looked at in a statement when another may retell it, its document and days aside. */
function versionKey(statement: Statement): string {
  const { claim, claimant, question, window } = statement;
  const { kind, polarity, modality, outcome, place, route, item, quantity } = claim;
  const timed = window.start !== null || window.endStated;
  return JSON.stringify([
    [claimant, claimantOf(claim).stated ?? null],
    [kind, polarity, modality, outcome, place, route?.origin ?? null, route?.destination ?? null],
    [question.supplier, question.recipient, question.actor, question.target, question.vessel],
    item === null ? null : [item.class, item.model ?? null, item.wording.toLowerCase()],
    quantity === null
      ? null
      : [quantity.low, quantity.high, quantity.unit, quantity.per ?? null, quantity.share_of ?? null],
    wordOf(statement),
    timed ? [window.start, window.end, window.endStated] : null,
  ]);
}
