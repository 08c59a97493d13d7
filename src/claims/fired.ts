import type { Act } from './assemble.js';
import { prepositionOf, type Placed } from './clause.js';
import { words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Frame } from './predicates.js';
import type { Reading } from './reading.js';
import { partiesOf } from './roles.js';

/** Weapons that are fired though the verb says only that they are sent or flown, and those that fire by themselves. */

/** What sending and flying are where they are done at somebody. */
export const FIRING: Frame = {
  name: 'fire',
  kind: 'use',
  subject: 'actor',
  object: 'goods',
  second: 'none',
  prepositions: { at: 'target', against: 'target', by: 'actor', over: 'place' },
  verbs: [],
  nouns: [],
};

/** "sent drones at an army base": sent to hit it, and to nobody. */
function isAimed(
  reading: Reading,
  { first, last, mention }: Placed<GoodsMention>,
  { predicate }: Act,
): boolean {
  if (!/^(?:send|dispatch|despatch|direct|fly|launch)$/.test(predicate.lemma) || mention.class === null)
    return false;
  const from = predicate.voice === 'passive' ? predicate.last : Math.max(last, predicate.last);
  if (predicate.voice === 'active' && first < predicate.first) return false;
  const { tokens } = reading.sentence;
  const at = tokens.findIndex(({ lower }, i) => i > from && i - from <= 6 && /^(?:at|against)$/.test(lower));
  const next = tokens[at + 1];
  const dated = reading.mentions.some((m) => m.mention.type === 'time' && m.first <= at + 1 && at <= m.last);
  return (
    at >= 0 &&
    next !== undefined &&
    !dated &&
    /^(?:DET|PROPN|ADJ|NOUN|PRON)$/.test(next.pos) &&
    !/^(?:at|against) (?:(?:the|a|an|its|their|any) )?(?:\w+ )?(?:least|most|night|once|sea|first|last|times?|start|end|beginning|outset|request|behest|invitation|expense|height|cost|price|rate|pace|latest|earliest|loss|discount|moment|will|payment|cash|advice|odds|risk)\b/.test(
      words(reading, at, at + 4),
    )
  );
}

/** Goods that are sent or flown to hit somebody, and to nobody who could receive them. */
export const isFired = (reading: Reading, goods: Placed<GoodsMention>, act: Act): boolean =>
  isAimed(reading, goods, act) || isFlownBy(reading, goods, act);

/** "the army has flown Mohajer-6 drones": what flies is used where it goes to nobody. */
function isFlownBy(reading: Reading, goods: Placed<GoodsMention>, { predicate, frame, kind }: Act): boolean {
  if (kind !== 'transfer' || !/^(?:fly|pilot)$/.test(predicate.lemma)) return false;
  if (!/^(?:drone|aircraft)$/.test(goods.mention.class ?? '')) return false;
  // "taught to fly the aircraft", "help them fly the aircraft"
  if (/\b(?:to|them|him|pilots|crews)$/.test(words(reading, 0, predicate.first))) return false;
  const { supplier, recipient } = partiesOf(reading, predicate, frame);
  const way = reading.mentions.some(
    ({ mention, first }) =>
      (mention.type === 'place' || mention.type === 'party') &&
      first > predicate.last &&
      /^(?:to|from|into|via|out of)$/.test(prepositionOf(reading.sentence.tokens, first)),
  );
  return supplier !== null && recipient === null && !way;
}

/** "a helicopter fired on the crowd": what fires is the weapon, where it fires no other. */
export function firesItself(reading: Reading, goods: Placed<GoodsMention>): Act | null {
  const { mention, last } = goods;
  if (!/^(?:aircraft|drone|tank|howitzer|rocket_launcher|armoured_vehicle)$/.test(mention.class ?? ''))
    return null;
  const predicate = reading.predicates.find(
    (p) => p.first > last && p.voice === 'active' && p.frames.some(({ name }) => name === 'fire'),
  );
  const frame = predicate?.frames.find(({ name }) => name === 'fire');
  if (predicate === undefined || frame === undefined) return null;
  if (!/^(?:on|at|upon|into)\b/.test(words(reading, predicate.last + 1, predicate.last + 2))) return null;
  const near = predicate.first - last <= 3 || /^,[^,]*,$/.test(words(reading, last + 1, predicate.first));
  return near ? { predicate, frame, kind: 'use', cost: predicate.first - last } : null;
}
