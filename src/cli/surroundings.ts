import { Output } from './output.js';
import { oneLine } from './terminal-text.js';

const STOPPING = ['SIGINT', 'SIGTERM'] as const;

/** What a command is run in: its streams, its environment, and the user's wish to stop. */
export class Surroundings {
  readonly env: Readonly<NodeJS.ProcessEnv> = process.env;
  readonly out = new Output(process.stdout, this.env);
  readonly err = new Output(process.stderr, this.env);
  readonly folder = process.cwd();
  /** 0 where all went well, 1 where something was rejected, 2 where the command could not be carried out. */
  exitCode = 0;
  readonly #stop = new AbortController();
  #listener: (() => void) | null = null;

  /** The address of the Postgres server that holds the cases; null for a database in each case folder. */
  get databaseUrl(): string | null {
    const url = this.env['DATABASE_URL']?.trim() ?? '';
    return url === '' ? null : url;
  }

  /**
   * A signal that fires when the user asks the command to stop. The second time the process ends at once; a case
   * survives that, too.
   */
  stopSignal(message: string): AbortSignal {
    this.#listener = () => {
      if (this.#stop.signal.aborted) process.exit(EXIT_STOPPED);
      process.stderr.write(`\n${message}\n`);
      this.#stop.abort();
    };
    for (const name of STOPPING) process.on(name, this.#listener);
    return this.#stop.signal;
  }

  /** Lets go of the signals, so that the process may carry out another command, or be stopped as usual. */
  release(): void {
    if (this.#listener) for (const name of STOPPING) process.off(name, this.#listener);
  }
}

/** Tells what a person should know while a command works on; that nobody listens does not stop it. */
export const noticeTo =
  ({ err }: Surroundings) =>
  (text: string): void => {
    err.line(`note: ${oneLine(text)}`).catch(() => undefined);
  };

/** What shells expect of a command that Ctrl-C ended. */
export const EXIT_STOPPED = 130;
