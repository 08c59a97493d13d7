/** Items under their keys, keys and items in the order in which they came; no group is empty. */
export function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const at = key(item);
    const there = groups.get(at);
    if (there) there.push(item);
    else groups.set(at, [item]);
  }
  return groups;
}
