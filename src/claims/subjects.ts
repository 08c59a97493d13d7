import type { Predicate } from './predicates.js';
import type { Candidate } from './saying.js';
import type { Token } from './token.js';

/** Who is the subject of a verb of saying. */

/** What of a sentence tells the subjects of its verbs. */
interface Speaking {
  readonly tokens: readonly Token[];
  readonly predicates: readonly Predicate[];
  readonly candidates: readonly Candidate[];
  /** Who spoke last before the verb; null where nobody did. */
  readonly spokenLast: Candidate | null;
}

/** Behind the verb in "…, said the minister"; else before it, past what stands between commas. */
export const subjectOf = (predicate: Predicate, speaking: Speaking): Candidate | null =>
  behind(predicate, speaking) ?? before(predicate, speaking);

/** Verbs that may stand before their subject. */
const INVERTING =
  /^(?:say|add|report|announce|note|write|claim|warn|explain|argue|estimate|reckon|insist|maintain|believe|think|calculate|state|conclude|allege|assess|recall|continue|go on)$/;

function behind(
  { first, last, lemma }: Predicate,
  { tokens, predicates, candidates }: Speaking,
): Candidate | null {
  if (!INVERTING.test(lemma) || !/^(?:,|"|”|’|'|since \d{4})$/.test(tokens[first - 1]?.text ?? ''))
    return null;
  const subject = candidates.find(
    (c) => c.first > last && tokens.slice(last + 1, c.first).every((t) => /^(?:DET|ADJ|PROPN)$/.test(t.pos)),
  );
  if (subject === undefined || subject.first - last > 3) return null;
  // "the minister, a general, said Iran had sent": who has a verb of their own behind them is no subject of this one.
  if (startsClause(subject, candidates, tokens)) return null;
  const told =
    predicates.some((p) => p.first < first && p.voice !== 'nominal') ||
    tokens.slice(0, first).some((t) => /^(?:AUX|VERB)$/.test(t.pos) || /^["“”]$/.test(t.text));
  return told || tokens[subject.last + 1]?.text === ',' ? subject : null;
}

/** Whether a finite verb follows a name, joined names passed over. */
function startsClause(
  subject: Candidate,
  candidates: readonly Candidate[],
  tokens: readonly Token[],
): boolean {
  let at = subject.last + 1;
  if (tokens[at]?.lower === 'and') at = (candidates.find((c) => c.first > at)?.last ?? at) + 1;
  while (tokens[at]?.pos === 'ADV') at++;
  const [verb, next] = [tokens[at], tokens[at + 1]];
  if (verb === undefined || /^['’]s?$/.test(verb.text)) return verb !== undefined;
  if (verb.pos === 'AUX') return true;
  // "said a diplomat briefed on the talks": a participle.
  return (
    verb.pos === 'VERB' && !verb.lower.endsWith('ing') && !/^(?:by|on|in|with|at)$/.test(next?.lower ?? '')
  );
}

function before(
  predicate: Predicate,
  { tokens, predicates, candidates, spokenLast }: Speaking,
): Candidate | null {
  const start = groupStart(tokens, predicate.first);
  const left = candidates.filter((c) => c.last < predicate.first && !isObject(tokens, c));
  const closed = tokens[start - 1]?.text === ',';
  // "authorities have gone further, speaking of …": whoever spoke last, else the sentence's own subject.
  if (closed && (tokens[predicate.first]?.lower ?? '').endsWith('ing')) return spokenLast ?? left[0] ?? null;
  const outside = closed
    ? left.findLast(
        (c) =>
          isParenthesis(behindSeat(tokens, c.last + 1, start), true) ||
          isAdjunct(tokens.slice(c.last + 1, start)),
      )
    : undefined;
  if (outside !== undefined) return outside;
  for (let i = left.length - 1; i >= 0; i--) {
    const candidate = left[i] as Candidate;
    const between = tokens.slice(candidate.last + 1, start);
    // "an official whom CNN did not name told the network": who stands in the relative clause does not speak.
    if (tokens.slice(Math.max(0, candidate.first - 2), candidate.first).some(({ lower }) => lower === 'whom'))
      continue;
    if (between.length === 0 || isParenthesis(between)) return heading(left, i, tokens);
    if (/^(?:who|which|whose|whom)$/.test(between[0]?.lower ?? '')) return candidate;
    const acts = predicates.filter(
      (p) => p.voice === 'active' && p.first > candidate.last && p.first < predicate.first,
    );
    if (
      acts.some((p) => !(tokens[p.first]?.lower ?? '').endsWith('ing') && !coordinated(tokens, p, predicate))
    )
      return null;
    // "It was the institute that first reported"
    const cleft =
      between[0]?.lower === 'that' &&
      tokens[0]?.lower === 'it' &&
      tokens
        .slice(1, candidate.first)
        .every(({ pos, lower }) => pos === 'AUX' || /^(?:the|an?|not)$/.test(lower));
    if (cleft) return candidate;
    if (between.some((t) => /^(?:that|which|;)$/.test(t.lower))) continue;
    return heading(left, i, tokens);
  }
  return null;
}

/** Where the verb's group begins: "has also said". */
function groupStart(tokens: readonly Token[], verb: number): number {
  let start = verb;
  while (
    start > 0 &&
    (/^(?:AUX|ADV|PART)$/.test((tokens[start - 1] as Token).pos) ||
      /^(?:both|each|all|have|has|had|able)$/.test((tokens[start - 1] as Token).lower))
  )
    start--;
  return start === verb ? (partedHelper(tokens, verb) ?? start) : start;
}

/** "had by the middle of October picked out five": a helping verb parted from its own by a phrase that says when or how. */
function partedHelper(tokens: readonly Token[], verb: number): number | null {
  for (let i = verb - 1; i >= Math.max(0, verb - 9); i--) {
    const token = tokens[i] as Token;
    if (/^(?:has|have|had)$/.test(token.lower)) return tokens[i + 1]?.pos === 'ADP' ? i : null;
    if (!/^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|ADV|SCONJ)$/.test(token.pos)) return null;
  }
  return null;
}

/** What stands between a name and its verb, where its bearer sits passed over ("the institute in London, which …, said"). */
function behindSeat(tokens: readonly Token[], from: number, to: number): readonly Token[] {
  if (!/^(?:in|at|of)$/.test(tokens[from]?.lower ?? '')) return tokens.slice(from, to);
  let at = from + 1;
  while (/^(?:DET|PROPN)$/.test(tokens[at]?.pos ?? '')) at++;
  return tokens.slice(at, to);
}

/** What stands between a name and its verb, set off by commas. */
function isParenthesis(between: readonly Token[], relative = false): boolean {
  const [open, inner] = [between[0], between.slice(1, -1)];
  if (open?.text !== ',' || between.at(-1)?.text !== ',' || inner.length === 0) return false;
  if (/^(?:who|whose|which|whom)$/.test(inner[0]?.lower ?? '')) return true;
  return !relative && !inner.some((t) => t.pos === 'AUX');
}

/** "the group, in a study that Reuters published in April, counted": a prepositional phrase between two commas. */
const isAdjunct = (between: readonly Token[]): boolean =>
  between[0]?.text === ',' &&
  between[1]?.pos === 'ADP' &&
  between.length > 3 &&
  between.findIndex((t, i) => i > 0 && t.text === ',') === between.length - 1;

/** "Shin, head of a body of the state, said": the name that an apposition explains. */
function heading(left: readonly Candidate[], i: number, tokens: readonly Token[]): Candidate {
  const candidate = left[i] as Candidate;
  if (tokens[candidate.last + 1]?.text !== ',') return candidate;
  const explained = left.slice(0, i).findLast((c) => {
    const between = tokens.slice(c.last + 1, candidate.first);
    return (
      between[0]?.text === ',' &&
      between.slice(1).every((t) => /^(?:DET|ADJ|NOUN|PROPN|ADV|ADP|CCONJ|PRON)$/.test(t.pos))
    );
  });
  return explained ?? candidate;
}

/** Behind a preposition or as the object of a verb nobody speaks. */
export function isObject(tokens: readonly Token[], { first }: Candidate): boolean {
  // "on the day she docked he accused": these forms are subjects alone.
  if (/^(?:he|she|they|we|i)$/.test(tokens[first]?.lower ?? '')) return false;
  let at = first - 1;
  while (at >= Math.max(0, first - 3) && isDeterminer(tokens[at] as Token)) {
    at--;
    // "in 2010 the agency announced": a phrase begins with its article.
    if (tokens[at + 1]?.pos === 'DET' && tokens[at]?.pos !== 'DET') break;
  }
  const governor = tokens[at];
  if (governor === undefined) return false;
  // "its fact-finding mission": a compound before a noun governs nothing.
  if (tokens[at - 1]?.text === '-') return false;
  // "As Lloyd's first reported, …": a conjunction, where it opens its clause.
  if (governor.lower === 'as' && (at === 0 || tokens[at - 1]?.text === ',')) return false;
  return (
    /^(?:of|to|from|in|at|by|with|for|on|against|into|through|via|about|between|as)$/.test(governor.lower) ||
    (governor.pos === 'VERB' && governor.lower !== 'said')
  );
}

const isDeterminer = (token: Token): boolean =>
  token.pos === 'DET' ||
  token.pos === 'ADJ' ||
  (token.pos === 'NUM' && !/^(?:1[89]|20)\d\d$/.test(token.lower)) ||
  /^(?:its|his|their|her)$/.test(token.lower);

/** "walked over and said": one subject for both verbs. */
const coordinated = (tokens: readonly Token[], a: Predicate, b: Predicate): boolean =>
  tokens.slice(a.last + 1, b.first).some((t) => t.lower === 'and') ||
  (a.speech !== null && tokens.slice(a.last + 1, b.first).some((t) => t.text === ','));
