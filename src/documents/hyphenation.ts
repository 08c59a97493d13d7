/** Joins a line to the next, a divided word put together again. */
export type HyphenJoiner = (before: string, after: string) => string;

/**
 * A joiner that knows the words of the document: "ship-/ments" becomes one word, "self-/propelled" keeps its hyphen
 * because the document has it elsewhere, or has both halves as words.
 */
export function hyphenJoiner(lines: readonly string[]): HyphenJoiner {
  const words = new Set<string>();
  for (const line of lines) {
    // The last word of a line may be half a word.
    const whole = line.replace(/[\p{L}\d]+-$/u, '').toLowerCase();
    for (const [word] of whole.matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu)) words.add(word);
  }
  return (before, after) => {
    if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
    const head = /([\p{L}\d-]+)-$/u.exec(before)?.[1];
    const tail = /^[\p{L}\d]+/u.exec(after)?.[0];
    if (head === undefined || tail === undefined) return `${before} ${after}`;
    return keepsHyphen(head, tail, words) ? before + after : before.slice(0, -1) + after;
  };
}

const PREFIX =
  /(?:^|-)(?:self|anti|non|ex|multi|long|short|mid|medium|surface|ground|air|state|counter|co|pre|post|so|well|high|low|all)$/;

function keepsHyphen(head: string, tail: string, words: ReadonlySet<string>): boolean {
  // Hyphens inside words are small letters on both sides; "152-mm" and "Jong-Un" keep theirs.
  if (!/\p{Ll}$/u.test(head) || !/^\p{Ll}/u.test(tail)) return true;
  const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
  if (words.has(first + second)) return false;
  if (words.has(`${first}-${second}`) || PREFIX.test(first)) return true;
  return first.length > 3 && words.has(first) && words.has(second);
}
