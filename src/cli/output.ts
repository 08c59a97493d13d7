import type { Writable } from 'node:stream';
import { systemCode } from '../core/errors.js';

/** Thrown where the reader of the output has gone (`| head`): the command ends early, and well. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** A stream written to with patience: waits where the reader is slow, and notices where it has gone. */
export class Output {
  #closed = false;
  #failure: Error | null = null;

  constructor(private readonly stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }) {
    stream.on('error', (error) => {
      this.#closed = true;
      if (systemCode(error) !== 'EPIPE') this.#failure = error;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  /** Columns of the terminal; null where it is none, and lines may be of any length. */
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
