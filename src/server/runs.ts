import { ERRORS, TallymanError } from '../core/errors.js';
import { addSources } from '../pipeline/add.js';
import { openCase, type OpenCase } from '../pipeline/open-case.js';
import type { Progress } from '../pipeline/progress.js';
import { run } from '../pipeline/run.js';
import type { EventHub } from './event-hub.js';
import type { WireRun } from './wire-work.js';

/** Runs that were started over HTTP, one at a time; the last ones are remembered for as long as the server runs. */
export class Runs {
  readonly #all: { state: WireRun; readonly stop: AbortController; readonly ended: Promise<void> }[] = [];

  constructor(
    private readonly open: OpenCase,
    /** On a server a run holds the case's lock on a connection of its own, as `tallyman run` does. */
    private readonly databaseUrl: string | null,
    private readonly events: EventHub,
    private readonly alone: <T>(work: () => Promise<T>) => Promise<T>,
    /** Tells what the ledger is now. */
    private readonly tellLedger: () => Promise<void>,
  ) {}

  /** The newest first. */
  list(): readonly WireRun[] {
    return this.#all.map(({ state }) => state).reverse();
  }

  /** @throws TallymanError `not-found` */
  get(id: string): WireRun {
    return this.#entry(id).state;
  }

  /**
   * Starts a run, which goes on when the answer has been given.
   * @param add addresses to obtain first
   * @throws TallymanError `case-busy` while another one is at work
   */
  start(add: readonly string[], now: Date): WireRun {
    const running = this.#all.find(({ state }) => state.state === 'running');
    if (running) throw new TallymanError('case-busy', 'a run is at work already', running.state.id);
    const stop = new AbortController();
    const begun: WireRun = {
      id: `run-${this.#all.length + 1}`,
      state: 'running',
      begun: now.toISOString(),
      ended: null,
      stage: null,
      stages: [],
      problem: null,
    };
    const entry = { state: begun, stop, ended: Promise.resolve() };
    const tell = (change: Partial<WireRun>): void => {
      entry.state = { ...entry.state, ...change };
      this.events.send({ event: 'run', run: entry.state });
    };
    this.#all.push(entry);
    this.events.send({ event: 'run', run: begun });
    const progress = progressTo(tell, () => entry.state);
    const end = (change: Partial<WireRun>): Promise<void> => {
      tell({ ...change, stage: null, ended: new Date().toISOString() });
      return this.tellLedger();
    };
    entry.ended = this.alone(() => this.#carryOut(add, stop.signal, progress))
      .then(
        (interrupted) => end({ state: interrupted ? 'stopped' : 'done' }),
        (error: unknown) => end({ state: 'failed', problem: problemOf(error) }),
      )
      // The database may be gone, which the next answer says.
      .catch((error: unknown) => console.error(error));
    return begun;
  }

  /** Has a run end after the item it works on. @throws TallymanError `not-found` */
  stop(id: string): WireRun {
    const entry = this.#entry(id);
    entry.stop.abort();
    return entry.state;
  }

  /** Stops what is at work, and waits for it. */
  async close(): Promise<void> {
    for (const { stop } of this.#all) stop.abort();
    await Promise.all(this.#all.map(({ ended }) => ended));
  }

  #entry(id: string) {
    const entry = this.#all.find(({ state }) => state.id === id);
    if (entry === undefined) throw new TallymanError('not-found', 'no run of this server has this id', id);
    return entry;
  }

  async #carryOut(add: readonly string[], signal: AbortSignal, progress: Progress): Promise<boolean> {
    const own = this.databaseUrl === null ? null : await this.#openAlone(this.databaseUrl);
    const open = own ?? this.open;
    try {
      if (add.length > 0) await addSources(open, add, { online: true, signal, progress });
      const { interrupted } = await run(open, { signal, progress });
      return interrupted;
    } finally {
      await own?.close();
    }
  }

  #openAlone(databaseUrl: string): Promise<OpenCase> {
    return openCase(this.open.folder, { purpose: 'run', databaseUrl, exclusive: true });
  }
}

function progressTo(tell: (change: Partial<WireRun>) => void, state: () => WireRun): Progress {
  return {
    begin: (stage, total) => tell({ stage: { stage, done: 0, total } }),
    step: (stage) => {
      const { stage: at } = state();
      tell({ stage: { stage, done: (at?.done ?? 0) + 1, total: at?.total ?? null } });
    },
    end: (count) => tell({ stage: null, stages: [...state().stages, count] }),
  };
}

function problemOf(error: unknown): NonNullable<WireRun['problem']> {
  const known = error instanceof TallymanError ? error : null;
  if (known === null) console.error(error);
  return { code: known?.code ?? 'internal', title: known?.message ?? ERRORS.internal.remedy };
}
