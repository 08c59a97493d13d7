import { lowerText, separation } from './clause.js';
import { words } from './figures-in.js';
import type { Predicate } from './predicates.js';
import type { Reading } from './reading.js';
import { ROUTE_WORDS } from './route-words.js';
import type { Token } from './token.js';
import type { PhraseAt } from './token-phrases.js';

/** What stops a cargo: the words for it, what comes off a carrier, what those who stop cargoes find and take. */

/** A word that stops a cargo, as what the sentence says by it. */
export const predicateAt = ({ first, last }: PhraseAt<true>): Predicate => ({
  first,
  last,
  voice: 'active',
  frames: [],
  speech: null,
  lemma: 'seize',
});

/** The words of a sentence that stop a cargo, save those of what may or should be stopped. */
export const stopsIn = (reading: Reading): PhraseAt<true>[] =>
  [
    ...verbal(reading, reading.seizureWords.find('stops', reading.sentence.tokens)),
    ...offCarrier(reading),
    ...takenBy(reading),
  ].filter((stop) => !isPurposed(reading, stop));

/** Words of stopping that are verbs, or nouns for the act itself. */
const verbal = ({ sentence: { tokens } }: Reading, found: readonly PhraseAt<true>[]): PhraseAt<true>[] =>
  found.filter(({ first }) => {
    const token = tokens[first];
    return (
      token !== undefined &&
      (token.pos === 'VERB' || /(?:ed|ure|ion|ing|haul|search)(?:e?s)?$/.test(token.lower)) &&
      (!/^(?:board|boards|search|searches)$/.test(token.lower) || tellsWhat(tokens, first))
    );
  });

/** "A search of the freighter turned up rifles": what the act brought to light. */
const tellsWhat = (tokens: readonly Token[], at: number): boolean =>
  /^(?:search|searches)$/.test(tokens[at]?.lower ?? '') &&
  tokens
    .slice(at + 1, at + 10)
    .some(
      ({ lemma, lower }) => /^(?:turn|reveal|yield|uncover|find|discover)$/.test(lemma) || lower === 'light',
    );

/** "trained to seize drones", "tells states to inspect cargoes": what may or should be done. */
export function isPurposed(
  { sentence: { tokens } }: Reading,
  { first }: Pick<PhraseAt<true>, 'first'>,
): boolean {
  if (tokens[first - 1]?.lower !== 'to') return false;
  return !/^(?:manage|help|continue|go|proceed|begin|move|come)$/.test(tokens[first - 2]?.lemma ?? '');
}

/** "Customs officers found 18 engines in a container": taken by those who stop cargoes, from where they lay. */
function takenBy(reading: Reading): PhraseAt<true>[] {
  const { tokens } = reading.sentence;
  const seizers = [
    ...reading.seizureWords.find('seizers', tokens),
    ...tokens.flatMap(({ text, lower }, i) =>
      ROUTE_WORDS.navy.has(text) || ROUTE_WORDS.navy.has(lower) ? [{ first: i, last: i }] : [],
    ),
  ];
  if (seizers.length === 0 || /\b(?:debris|wreckage|wreck|fragments?|remnants?)\b/.test(lowerText(tokens)))
    return [];
  return reading.seizureWords.find('takes', tokens).filter((take) => {
    const verb = tokens[take.first];
    if (verb?.pos !== 'VERB' || !isActive(reading, take)) return false;
    const seizer = seizers.findLast(({ last }) => last < take.first);
    const object = reading.goods.find(({ first }) => first > take.last && first - take.last <= 7);
    if (seizer === undefined || object === undefined || separation(tokens, seizer.last, take.first) >= 1)
      return false;
    const between = words(reading, take.last + 1, object.first);
    if (/\b(?:that|delivery|possession|part|over|place|to)\b/.test(between)) return false;
    if (/^from\b/.test(between)) return true; // "took from the workshop 45 rotors"
    return FOUND_IN.test(words(reading, object.last + 1, object.last + 16));
  });
}

const FOUND_IN =
  /\b(?:on (?:their|its) way|bound for|meant for|destined for|headed for|from|off|aboard|on board|in|inside|under|beneath|underneath|behind|hidden|concealed|stowed)\b/;

/** "rifles, off a dhow": what comes off a carrier was taken from it. */
const offCarrier = ({ mentions, sentence: { tokens } }: Reading): PhraseAt<true>[] =>
  mentions.flatMap(({ mention, first }) => {
    if (mention.type !== 'carrier') return [];
    const at = [first, first - 1, first - 2, first - 3].find((i) => tokens[i]?.lower === 'off');
    return at === undefined ? [] : [{ first: at, last: at, value: true as const }];
  });

/** A verb in the active, before which its subject stands. */
export function isActive({ sentence: { tokens } }: Reading, { first }: PhraseAt<true>): boolean {
  const before = tokens.slice(Math.max(0, first - 3), first);
  return (
    tokens[first]?.pos === 'VERB' && !before.some((t) => /^(?:was|were|been|be|is|are|being)$/.test(t.lower))
  );
}
