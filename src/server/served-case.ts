import { canonicalJson, sha256 } from '../core/hash.js';
import { PACKAGE_VERSION } from '../core/package-root.js';
import { yardstickKeeper, type Yardstick } from '../pipeline/assessing.js';
import { bringUpToDate } from '../pipeline/up-to-date.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { EventHub } from './event-hub.js';
import { Runs } from './runs.js';
import type { WireEvent } from './wire-work.js';

/** What the ledger is after a write. */
export interface LedgerNow {
  readonly state: string | null;
  readonly stale: boolean;
}

/** A case as it is served: one process, many readers, one writer at a time. */
export class ServedCase {
  readonly events = new EventHub();
  readonly runs: Runs;
  readonly yardstick: () => Promise<Yardstick>;
  readonly #settings: string;
  #kept: { readonly revision: string; readonly values: Map<string, Promise<unknown>> } | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly open: OpenCase,
    databaseUrl: string | null,
  ) {
    this.yardstick = yardstickKeeper(open);
    this.#settings = sha256(canonicalJson([PACKAGE_VERSION, open.folder.config, open.tables()]));
    this.runs = new Runs(
      open,
      databaseUrl,
      this.events,
      (work) => this.#alone(work),
      async () => this.events.send(await this.ledgerEvent()),
    );
  }

  /** Changes with whatever answers rest on: the records, the ledger, the settings of the case. */
  async revision(): Promise<string> {
    return sha256(`${this.#settings} ${await this.open.store.revision()}`).slice(0, 32);
  }

  /** What is worked out once for as long as the case is the same. @param key names it, with all that it depends on */
  async once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const revision = await this.revision();
    if (this.#kept?.revision !== revision) this.#kept = { revision, values: new Map() };
    const { values } = this.#kept;
    const known = values.get(key);
    if (known !== undefined) return known as Promise<T>;
    const made = make();
    values.set(key, made);
    // What failed is tried again when it is next asked for.
    made.catch(() => values.delete(key));
    if (values.size > MOST_KEPT) values.delete(values.keys().next().value ?? '');
    return made;
  }

  /** One write after the other, and the ledger brought up to date after each, as `tallyman run` does it. */
  write<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ledger: LedgerNow }> {
    return this.#alone(async () => {
      const result = await work();
      await bringUpToDate(this.open);
      this.events.send(await this.ledgerEvent());
      return { result, ledger: await this.ledger() };
    });
  }

  async ledgerEvent(): Promise<Extract<WireEvent, { event: 'ledger' }>> {
    const { state } = await this.ledger();
    return { event: 'ledger', at: await this.revision(), state };
  }

  async ledger(): Promise<LedgerNow> {
    const { state, judgement, changed } = await this.open.store.ledgerStanding();
    const stale = changed.length > 0 || (await this.open.store.latestJudgement()) !== judgement;
    return { state, stale };
  }

  async close(): Promise<void> {
    await this.runs.close();
    this.events.close();
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

/** Lists that are kept at once, such as those of several filters. */
const MOST_KEPT = 64;
