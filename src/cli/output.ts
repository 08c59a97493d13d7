import type { Writable } from 'node:stream';
import { createColors } from 'picocolors';
import { systemCode } from '../core/errors.js';

/** Thrown where the reader of the output has gone (`| head`): the command ends early, and well. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** What a text is laid out for. */
export interface Look {
  /** Columns of the terminal; null where it is none, and lines may be of any length. */
  readonly width: number | null;
  /** Do nothing where the output is no terminal, or the user wants none. */
  readonly colours: Colours;
}

export type Colours = ReturnType<typeof createColors>;

/** Without colours, whatever the environment says of the terminal. */
export const PLAIN: Look = { width: null, colours: createColors(false) };

/** A stream written to with patience: waits where the reader is slow, and notices where it has gone. */
export class Output implements Look {
  readonly colours: Colours;
  #closed = false;
  #failure: Error | null = null;

  constructor(
    private readonly stream: Writable & { readonly isTTY?: boolean; readonly columns?: number },
    env: Readonly<NodeJS.ProcessEnv>,
  ) {
    // picocolors' own guess takes a pipe under CI for a terminal.
    this.colours = createColors(this.isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
    stream.on('error', (error) => {
      this.#closed = true;
      if (systemCode(error) !== 'EPIPE') this.#failure = error;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  get width(): number | null {
    return this.isTerminal ? (this.stream.columns ?? 80) : null;
  }

  /** @throws OutputClosed */
  async write(text: string): Promise<void> {
    this.#check();
    if (!this.stream.write(text)) await this.#drained();
    this.#check();
  }

  /** @throws OutputClosed */
  async line(text = ''): Promise<void> {
    await this.write(`${text}\n`);
  }

  /** Until the reader has caught up, or has gone. */
  #drained(): Promise<void> {
    const { stream } = this;
    return new Promise((resolve) => {
      const done = (): void => {
        for (const event of ['drain', 'close', 'error']) stream.off(event, done);
        resolve();
      };
      for (const event of ['drain', 'close', 'error']) stream.on(event, done);
    });
  }

  #check(): void {
    if (this.#failure) throw this.#failure;
    if (this.#closed || this.stream.destroyed) throw new OutputClosed();
  }
}
