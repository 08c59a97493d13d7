import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { TallymanError, systemCode } from '../core/errors.js';
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity.js';

/**
 * One process at a time. `openStore` takes this lock on a PGlite folder for as long as the store is open, since two
 * processes in one such folder destroy it; nobody else need take it.
 *
 * The lock is a folder of numbered files; the highest number is the holder's. A file appears whole by `link`, which
 * fails where that number is taken; who finds the highest one released, or its process ended, links the next number.
 * So of several that find the same dead holder exactly one follows it, and a lock is never removed from under a holder.
 * A process that was killed with -9 is seen to be gone at once: there is no heartbeat to wait for.
 */
export interface Lock {
  /** Gives the lock back; further calls do nothing. */
  release(): void;
}

const holderSchema = z.object({
  pid: z.number(),
  start: z.string().nullable(),
  boot: z.string().nullable(),
  namespace: z.string().nullable(),
  host: z.string(),
  purpose: z.string(),
  /** ISO 8601 UTC. */
  since: z.string(),
  released: z.boolean(),
});

type Holder = Readonly<z.output<typeof holderSchema>>;

/**
 * Takes the lock of a folder, kept beside it in `<folder>.lock/`.
 * @param purpose the command, such as `run`, for the message that another process gets
 * @throws TallymanError `case-busy` naming the process that has it, `unreadable` or `disk-full` where the place cannot be written
 */
export function acquireCaseLock(folder: string, purpose: string): Promise<Lock> {
  const locks = `${folder}.lock`;
  const holder: Holder = {
    ...thisProcess(),
    purpose,
    since: new Date().toISOString(),
    released: false,
  };
  return Promise.resolve().then(() => {
    try {
      mkdirSync(locks, { recursive: true });
      return take(locks, holder);
    } catch (error) {
      if (error instanceof TallymanError) throw error;
      const code = systemCode(error);
      if (code === 'ENOSPC') throw new TallymanError('disk-full', 'the disk of the case is full', locks);
      if (code !== null) {
        throw new TallymanError('unreadable', `the case cannot be locked (${code})`, locks, { cause: error });
      }
      throw error;
    }
  });
}

function take(locks: string, holder: Holder): Lock {
  for (;;) {
    const highest = highestNumber(locks);
    const file = join(locks, String(highest));
    const current = highest === 0 ? null : readHolder(file);
    if (current === 'gone') continue; // its follower has removed it: look again
    if (current !== null && !current.released) refuseIfAlive(current, file);
    const mine = highest + 1;
    if (!place(locks, mine, holder)) continue; // another was quicker
    // A slow process may have linked a number that was given out and removed before; then a higher one is the holder's.
    if (highestNumber(locks) !== mine) {
      rmSync(join(locks, String(mine)), { force: true });
      continue;
    }
    for (const number of numbers(locks)) {
      if (number < mine) rmSync(join(locks, String(number)), { force: true });
    }
    return lockOn(locks, mine, holder);
  }
}

function lockOn(locks: string, number: number, holder: Holder): Lock {
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      // The file stays: its number must not be given out again.
      const draft = writeDraft(locks, { ...holder, released: true });
      renameSync(draft, join(locks, String(number)));
    },
  };
}

function refuseIfAlive(holder: Holder, file: string): void {
  const state = isAlive(holder satisfies ProcessIdentity);
  if (state === 'dead') return;
  const self = thisProcess();
  const own = holder.pid === self.pid && holder.start === self.start && state === 'alive';
  const who = own
    ? `this process (${holder.pid})`
    : `process ${holder.pid}${state === 'unknown' ? ` on ${holder.host}` : ''}`;
  const remedy =
    state === 'unknown'
      ? `; whether that still runs cannot be seen from here: if it does not, remove this file`
      : '';
  throw new TallymanError(
    'case-busy',
    `the case is in use by \`${holder.purpose}\`, ${who}, since ${holder.since}${remedy}`,
    file,
  );
}

function place(locks: string, number: number, holder: Holder): boolean {
  const draft = writeDraft(locks, holder);
  try {
    linkSync(draft, join(locks, String(number)));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(locks: string, holder: Holder): string {
  const draft = join(locks, `draft-${randomUUID()}`);
  writeFileSync(draft, `${JSON.stringify(holder)}\n`);
  return draft;
}

const numbers = (locks: string): number[] =>
  readdirSync(locks)
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number);

const highestNumber = (locks: string): number => Math.max(0, ...numbers(locks));

/** Who has the lock; null for a file damaged by hand or a power cut, which names nobody. */
function readHolder(file: string): Holder | null | 'gone' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'gone';
    throw error;
  }
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
