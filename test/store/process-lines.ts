import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Another Node.js process that runs a script and reports line by line. */
export interface Other {
  readonly process: ChildProcess;
  /** The lines so far; more come. */
  readonly lines: readonly string[];
  /** Resolves at the line of this number, 0-based; fails where the process ends before. */
  line(number: number): Promise<string>;
  /** Kills it with -9 and waits for its end. */
  kill(): Promise<void>;
}

const running = new Set<Other>();

/** To be called after each test, so that a failed one leaves no process behind. */
export async function killOthers(): Promise<void> {
  await Promise.all([...running].map((other) => other.kill()));
}

export function runOther(path: string, script: string): Other {
  writeFileSync(path, script);
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting: { number: number; resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    for (const wait of waiting) if (wait.number === lines.length - 1) wait.resolve(line);
  });
  let ended = false;
  const end = Promise.all([once(reader, 'close'), once(child, 'exit')]).then(() => {
    ended = true;
    for (const wait of waiting) wait.reject(new Error(`it ended after ${lines.length} lines`));
  });
  const other: Other = {
    process: child,
    lines,
    line: (number) =>
      new Promise((resolve, reject) => {
        const known = lines[number];
        if (known !== undefined) resolve(known);
        else if (ended) reject(new Error(`it ended after ${lines.length} lines`));
        else waiting.push({ number, resolve, reject });
      }),
    async kill() {
      child.kill('SIGKILL');
      await end;
      running.delete(other);
    },
  };
  running.add(other);
  return other;
}
