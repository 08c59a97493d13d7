import { documentFacts, type DocumentFacts } from '../ledger/document-facts.js';
import { overlapOf } from '../ledger/near-duplicates.js';
import type { Sketch } from '../ledger/sketch.js';
import { compare, lastDay } from '../ledger/statement-date.js';
import type { LedgerDocument } from '../model/ledger-rows.js';
import type { Store } from '../model/store.js';

/** Which documents nearly repeat which, after a change of some. */
export interface UpdatedRepeats {
  /** What a document repeats; of those that changed themselves, and of those that now repeat another. */
  readonly repeats: ReadonlyMap<string, Repeated>;
  /** Documents that did not change themselves, and that repeat, at first hand or not, other ones than before. */
  readonly moved: ReadonlySet<string>;
}

export interface Repeated {
  readonly repeats: string | null;
  readonly overlap: number | null;
}

type Placed = Pick<LedgerDocument, 'published'> & { readonly head: { readonly id: string } };

const inOrder = (a: Placed, b: Placed): number =>
  compare(a.published, b.published) || compare(a.head.id, b.head.id);

interface New extends Placed {
  readonly facts: DocumentFacts;
}

/** How many candidates are fetched at a time: the first is nearly always the one. */
const PAGE = 16;

export async function updateRepeats(
  store: Store,
  changed: ReadonlySet<string>,
  documents: readonly DocumentFacts[],
): Promise<UpdatedRepeats> {
  const sketches = new Map<string, Sketch>(documents.map((document) => [document.id, document]));
  const sketch = async (id: string): Promise<Sketch> => {
    const there = sketches.get(id);
    if (there) return there;
    for await (const document of store.documents({ ids: [id] })) sketches.set(id, documentFacts(document));
    return sketches.get(id) ?? NOTHING;
  };
  const now: readonly New[] = documents
    .map((facts) => ({ facts, head: facts, published: lastDay(facts.published) ?? '9999' }))
    .sort(inOrder);

  /** The first document before one that it nearly repeats. */
  const firstRepeated = async (document: Placed, own: Sketch): Promise<Repeated> => {
    for await (const other of earlier(document, own)) {
      const overlap = overlapOf(own, await sketch(other.head.id));
      if (overlap !== null) return { repeats: other.head.id, overlap };
    }
    return { repeats: null, overlap: null };
  };

  async function* earlier(document: Placed, own: Sketch): AsyncGenerator<Placed> {
    const bands = new Set(own.bands);
    const waiting = now.filter(
      (other) => inOrder(other, document) < 0 && other.facts.bands.some((band) => bands.has(band)),
    );
    let after: LedgerDocument | undefined;
    for (;;) {
      const page = await store.ledgerDocuments({
        sharing: [...own.bands],
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const stored of page) {
        if (inOrder(stored, document) >= 0) break;
        if (changed.has(stored.head.id)) continue;
        while (waiting[0] !== undefined && inOrder(waiting[0], stored) < 0) yield waiting.shift()!;
        yield stored;
      }
      after = page.at(-1);
      if (after === undefined || page.length < PAGE || inOrder(after, document) >= 0) break;
    }
    yield* waiting;
  }

  const repeats = new Map<string, Repeated>();
  for (const document of now) repeats.set(document.head.id, await firstRepeated(document, document.facts));

  // Those that repeated what has changed look again.
  for (const stored of await store.ledgerDocuments({ repeating: [...changed] })) {
    if (changed.has(stored.head.id)) continue;
    repeats.set(stored.head.id, await firstRepeated(stored, await sketch(stored.head.id)));
  }

  // Those that come after a new document may repeat it rather than a later one.
  for (const document of now) {
    const sharing = await store.ledgerDocuments({ sharing: [...document.facts.bands] });
    const later = sharing.filter((other) => !changed.has(other.head.id) && inOrder(document, other) < 0);
    const present = await firstOf(later, repeats);
    for (const other of later) {
      const first = present.get(other.head.id);
      if (first !== undefined && inOrder(first, document) < 0) continue;
      const overlap = overlapOf(document.facts, await sketch(other.head.id));
      if (overlap !== null) repeats.set(other.head.id, { repeats: document.head.id, overlap });
    }
  }
  return { repeats, moved: await descendants([...changed, ...repeats.keys()]) };

  /** What each of some documents repeats as far as it is known. */
  async function firstOf(
    of: readonly LedgerDocument[],
    known: ReadonlyMap<string, Repeated>,
  ): Promise<ReadonlyMap<string, Placed>> {
    const repeated = new Map(
      of.map((document) => [document.head.id, (known.get(document.head.id) ?? document).repeats]),
    );
    const ids = [...new Set([...repeated.values()].filter((id) => id !== null))];
    const placed = new Map<string, Placed>(now.map((document) => [document.head.id, document]));
    for (const document of await store.ledgerDocuments({ ids }))
      if (!placed.has(document.head.id)) placed.set(document.head.id, document);
    return new Map(
      [...repeated].flatMap(([id, first]) => {
        const at = first === null ? undefined : placed.get(first);
        return at === undefined ? [] : [[id, at] as const];
      }),
    );
  }

  /** Documents among these, or that repeat one, at first hand or not; those that changed themselves aside. */
  async function descendants(ids: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>(ids);
    for (let level = ids; level.length > 0;) {
      const next = await store.ledgerDocuments({ repeating: level });
      level = next.map(({ head }) => head.id).filter((id) => !found.has(id));
      for (const id of level) found.add(id);
    }
    for (const id of changed) found.delete(id);
    return found;
  }
}

const NOTHING: Sketch = { shingles: new Uint32Array(0), bands: new Int32Array(0) };

/** Answers what near-duplicates repeat in the end, by their ids; those that repeat none are left out. */
export async function originalsAmong(
  store: Store,
  updated: UpdatedRepeats,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const repeated = new Map<string, string | null>();
  for (let level = ids; level.length > 0;) {
    const stored = await store.ledgerDocuments({ ids: level.filter((id) => !updated.repeats.has(id)) });
    for (const { head, repeats } of stored) repeated.set(head.id, repeats);
    for (const id of level) repeated.set(id, updated.repeats.get(id)?.repeats ?? repeated.get(id) ?? null);
    level = [
      ...new Set(
        level.map((id) => repeated.get(id) ?? null).filter((id) => id !== null && !repeated.has(id)),
      ),
    ] as string[];
  }
  return new Map(
    ids.flatMap((id) => {
      let at = repeated.get(id) ?? null;
      for (let next = at; next !== null; next = repeated.get(next) ?? null) at = next;
      return at === null ? [] : [[id, at] as const];
    }),
  );
}
