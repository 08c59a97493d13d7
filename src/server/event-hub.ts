import type { WireEvent } from './wire-work.js';

/** Tells everybody who listens what happens; nobody waits for a slow listener. */
export class EventHub {
  readonly #listeners = new Set<(event: WireEvent | null) => void>();

  /** @param told null when there will be no more. @returns ends it */
  listen(told: (event: WireEvent | null) => void): () => void {
    this.#listeners.add(told);
    return () => this.#listeners.delete(told);
  }

  send(event: WireEvent): void {
    for (const told of this.#listeners) told(event);
  }

  close(): void {
    for (const told of this.#listeners) told(null);
    this.#listeners.clear();
  }
}
