import { setTimeout } from 'node:timers/promises';
import { TallymanError } from '../core/errors.js';

/** How a database that went away is waited for. */
export interface Patience {
  /** Told when it is found away, once each time. */
  readonly away: (error: TallymanError) => void;
  readonly signal: AbortSignal;
  /** Milliseconds after which it is held to be gone for good. */
  readonly atMost?: number;
}

/** Waits as long as nobody stops it, and says so. */
export const patient = (signal: AbortSignal, notice: (text: string) => void): Patience => ({
  signal,
  away: ({ message }) => notice(`the database is away, and is waited for: ${message}`),
});

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;
const AT_MOST = 300_000;

/**
 * Does a piece of work on a database that may be restarted under it, again until it is done. The work must be one that
 * changes nothing when it is repeated.
 * @throws what the work throws, where that is not the database's failure, or where it stays away or the signal fires
 */
export async function whenReachable<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  const since = Date.now();
  for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TallymanError) || error.code !== 'bad-store') throw error;
      if (patience.signal.aborted || Date.now() - since > (patience.atMost ?? AT_MOST)) throw error;
      if (wait === FIRST_WAIT) patience.away(error);
      await pause(wait, patience.signal);
    }
  }
}

/** Ends early when the signal fires. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
