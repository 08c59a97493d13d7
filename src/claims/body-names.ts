import type { Entry } from './lexicon.js';
import type { PhraseHit } from './phrase-index.js';

/** What a document calls the bodies that it names: a claim's speaker stands by the name that the text gives. */

/** The words of a name that tell it from others. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/['’]s?(?!\p{L})/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '' && !/^(?:the|of|for|on|and)$/.test(word));

/** One name is the other in fewer words. */
function isShortOf(a: string, b: string): boolean {
  const [few = [], many = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
  return few.every((word) => many.includes(word));
}

/** A common noun that is no short form of the name: "Uganda's army", "Ukrainian prosecutors", "the junta". */
export const isDescription = (wording: string, name: string): boolean =>
  /(?:^|\s)\p{Ll}[\p{L}-]*$/u.test(wording) && !isShortOf(wording, name);

/** Capitalised words throughout, two or more: "Operation IRINI", against "the operation". */
const isProperName = (wording: string): boolean =>
  wording.split(/\s+/).every((word) => /^[\p{Lu}\p{N}(]|^(?:of|for|the|and|on|in|de|al)$/u.test(word)) &&
  (wording.match(/(?:^|\s)\p{Lu}/gu)?.length ?? 0) > 1;

/**
 * Names of organisations in the vocabulary and the name by which the text calls each: the vocabulary's own where the text
 * has it or a short form of it, else the longest proper name. A ministry of a state keeps its usual name.
 */
export function namesInText(hits: readonly PhraseHit<Entry>[], plain: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const { start, end, values } of hits) {
    const bodies = values.flatMap((entry) => (entry.type === 'organisation' ? [entry.organisation] : []));
    const wording = plain.slice(start, end);
    const [body] = bodies;
    if (body === undefined || bodies.length > 1 || !isProperName(wording)) continue;
    const { name } = body;
    const known = names.get(name);
    const own = isShortOf(wording, name) || name.endsWith(')');
    if (own) names.set(name, name);
    else if (known !== name && wording.length > (known?.length ?? 0)) names.set(name, wording);
  }
  return names;
}
