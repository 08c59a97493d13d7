/**
 * Items from a store that hands out what is still to do: each batch is fetched when the one before is committed, so
 * that no more than one is in memory. Ends early, between two items, when the signal fires.
 */
export async function* inBatches<T>(
  next: () => Promise<readonly T[]>,
  signal: AbortSignal,
): AsyncIterable<T> {
  while (!signal.aborted) {
    const batch = await next();
    if (batch.length === 0) return;
    for (const item of batch) {
      // The event loop must come round for a signal to be heard between two items that never wait.
      await new Promise(setImmediate);
      if (signal.aborted) return;
      yield item;
    }
  }
}
