import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from '../core/errors.js';

/**
 * What tells a process from every other, later ones with the same number included. Fields that the system does not
 * tell are null.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start, in clock ticks after boot (Linux, proc(5) stat field 22). */
  readonly start: string | null;
  /** The boot of the kernel it runs on (Linux). */
  readonly boot: string | null;
  /** The namespace that its number belongs to: two containers count their processes apart (Linux). */
  readonly namespace: string | null;
  readonly host: string;
}

export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    start: startOf(process.pid),
    boot: bootId(),
    namespace: pidNamespace(),
    host: hostname(),
  };
}

/** Whether a process still runs; `unknown` where it ran on another machine or in another container. */
export function isAlive(other: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  const self = thisProcess();
  if (other.boot !== self.boot) return other.host === self.host ? 'dead' : 'unknown';
  if (other.namespace !== self.namespace) return 'unknown';
  if (other.boot === null && other.host !== self.host) return 'unknown';
  if (!exists(other.pid)) return 'dead';
  const start = startOf(other.pid);
  return start !== null && other.start !== null && start !== other.start ? 'dead' : 'alive';
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
    if (systemCode(error) === 'EPERM') return true; // another user's
    throw error;
  }
}

function startOf(pid: number): string | null {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return null;
  try {
    // The name in brackets may hold anything, brackets and spaces included; what follows the last one is plain.
    const text = readFileSync(stat, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not taken notice yet.
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ESRCH') return 'ended';
    throw error;
  }
}

function bootId(): string | null {
  const file = '/proc/sys/kernel/random/boot_id';
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function pidNamespace(): string | null {
  return existsSync('/proc/self/ns/pid') ? readlinkSync('/proc/self/ns/pid') : null;
}
