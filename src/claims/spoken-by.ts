import { beforeVerb } from './clause.js';
import type { Predicate, SpeechWords } from './predicates.js';
import type { Token } from './token.js';

/** Nouns that a verb of saying makes a speaker, whatever they are: "the coast guard said", "…, village elders told the paper". */

/** Positions of the nouns that stand as subject beside a verb which only somebody who speaks has. */
export function spokenBy(
  tokens: readonly Token[],
  predicates: readonly Predicate[],
  { spoken }: SpeechWords,
): ReadonlySet<number> {
  const heads = predicates
    .filter(
      ({ speech, voice, lemma }) =>
        speech !== null && voice === 'active' && spoken.includes(lemma.split(' ')[0] ?? ''),
    )
    .flatMap((predicate) => [nounBefore(tokens, predicate), nounBehind(tokens, predicate)]);
  return new Set(heads.filter((head) => head !== null));
}

/** "the court said that": the noun before the verb's group, where what follows is told or ends the sentence. */
function nounBefore(tokens: readonly Token[], { first, last }: Predicate): number | null {
  let at = beforeVerb(tokens, first);
  // "the opposition in Kampala says": where they sit stands between.
  const seat = tokens[at]?.pos === 'PROPN' ? tokens.findLastIndex((t, i) => i < at && t.pos !== 'PROPN') : -1;
  if (seat > 0 && /^(?:in|at|of)$/.test(tokens[seat]?.lower ?? '')) at = seat - 1;
  // "Villagers said": a tagger takes a capital for a name.
  if (tokens[at]?.pos !== 'NOUN' && !(at === 0 && tokens[at]?.pos === 'PROPN')) return null;
  return isTold(tokens, first, last) && !isGoverned(tokens, at) ? at : null;
}

/** Whether what follows a verb, or has come before it, is what its subject tells. */
function isTold(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1];
  if (next === undefined || /^(?:that|[.,:"“”])$/.test(next.lower)) return true;
  // "ruled in May that …"; "the shipment announced on Monday" is a participle.
  if (/^(?:to|in|on|at|by|after)$/.test(next.lower))
    return tokens.slice(last + 1, last + 9).some(({ lower }) => lower === 'that') || next.lower === 'to';
  return (
    /^(?:say|tell)$/.test(tokens[first]?.lemma ?? '') && /^(?:DET|PRON|PROPN|NUM|NOUN|ADJ)$/.test(next.pos)
  );
}

/** "…, said a village elder": the noun behind a verb that stands behind what is told. */
function nounBehind(tokens: readonly Token[], { first, last }: Predicate): number | null {
  if (!/^[,"”’]$/.test(tokens[first - 1]?.text ?? '')) return null;
  let at = last + 1;
  while (/^(?:DET|ADJ|NUM)$/.test(tokens[at]?.pos ?? '')) at++;
  while (tokens[at]?.pos === 'NOUN' && tokens[at + 1]?.pos === 'NOUN') at++;
  return tokens[at]?.pos === 'NOUN' ? at : null;
}

/** Behind a preposition: "in a statement said to be". */
function isGoverned(tokens: readonly Token[], head: number): boolean {
  let at = head - 1;
  while (
    at >= 0 &&
    (/^(?:DET|ADJ|NOUN|NUM|PROPN)$/.test((tokens[at] as Token).pos) ||
      /^['’]s?$/.test((tokens[at] as Token).text))
  )
    at--;
  return tokens[at]?.pos === 'ADP' && at > 0 && tokens[at - 1]?.text !== ',';
}
