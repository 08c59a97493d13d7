/**
 * Items from a store that hands out what is still to do, each with what the work made of it, in their order. A batch is
 * fetched when the one before is committed, so that no more than one is in memory; within it as many items as `width`
 * are under way at once. Ends early, between two items, when the signal fires.
 */
export async function* inBatches<T, U>(
  next: () => Promise<readonly T[]>,
  work: (item: T) => Promise<U>,
  width: number,
  signal: AbortSignal,
): AsyncIterable<readonly [item: T, outcome: U]> {
  while (!signal.aborted) {
    const batch = await next();
    if (batch.length === 0) return;
    const underWay: Promise<U>[] = [];
    for (const [n, item] of batch.entries()) {
      // The event loop must come round for a signal to be heard between two items that never wait.
      await new Promise(setImmediate);
      if (signal.aborted) return;
      while (underWay.length < Math.min(batch.length, n + width)) {
        const begun = work(batch[underWay.length] as T);
        begun.catch(() => undefined); // told when its turn comes
        underWay.push(begun);
      }
      yield [item, await (underWay[n] as Promise<U>)];
    }
  }
}
