import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';

/** Another Node.js process that runs a script and reports line by line. */
export interface Other {
  readonly process: ChildProcess;
  /** The lines so far; more come. */
  readonly lines: readonly string[];
  /** Resolves at the line of this number, 0-based. */
  line(number: number): Promise<string>;
  /** Kills it with -9 and waits for its end. */
  kill(): Promise<void>;
}

export function runOther(path: string, script: string): Other {
  writeFileSync(path, script);
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const killWithTests = () => child.kill('SIGKILL');
  process.once('exit', killWithTests);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const closed = once(reader, 'close');
  const ended = once(child, 'exit');
  return {
    process: child,
    lines,
    async line(number) {
      while (lines.length <= number) {
        await Promise.race([once(reader, 'line'), closed]);
        if (lines.length <= number && child.exitCode !== null)
          throw new Error(`it ended after ${lines.join('\n')}`);
      }
      return lines[number] ?? '';
    },
    async kill() {
      child.kill('SIGKILL');
      await Promise.all([ended, closed]);
      process.off('exit', killWithTests);
    },
  };
}
