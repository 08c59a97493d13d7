import { prepositionOf, separation, type Placed } from './clause.js';
import type { Mention, PartyMention, PlaceMention } from './mentions.js';
import type { Reading } from './reading.js';
import type { Token } from './token.js';

/** Where people are, come to or come from, by the prepositions and verbs before the names of places and countries. */

export interface Whereabouts {
  readonly name: string;
  /** State in which the place lies, or which it is; null on the high seas. */
  readonly state: string | null;
  readonly country: boolean;
  /** Position of its first token. */
  readonly from: number;
}

const AT = new Set(['in', 'at', 'near', 'inside', 'across', 'throughout', 'on', 'around', 'along', 'within']);
const INTO = new Set(['to', 'into', 'towards', 'toward', 'onto']);
const FROM = new Set(['from', 'out of']);
/** Verbs whose bare object is a destination or an origin. */
const ENTERED = new Set(['enter', 'reach', 'join']);
const LEFT = new Set(['leave', 'quit', 'depart', 'exit']);

type Locative = PlaceMention | PartyMention;
type Way = 'stay' | 'destination' | 'origin';

const isLocative = (mention: Mention): mention is Locative =>
  mention.type === 'place' || (mention.type === 'party' && /^(?:name|metonym)$/.test(mention.form));

/** The places of one clause, each with the way that people are to it; `at` is the position of their act. */
export function whereaboutsOf(reading: Reading, at: number, until?: number): Record<Way, Whereabouts[]> {
  const { tokens } = reading.sentence;
  const found: Record<Way, Whereabouts[]> = { stay: [], destination: [], origin: [] };
  let last: { readonly way: Way; readonly end: number } | null = null;
  for (const placed of reading.mentions) {
    const { mention, first } = placed;
    if (!isLocative(mention) || reading.speaking.has(mention)) continue;
    if (until !== undefined && first > until) break;
    if (separation(tokens, first, at) >= 2) continue;
    const way: Way | null =
      last !== null && isRow(tokens.slice(last.end + 1, first).map(({ lower }) => lower))
        ? last.way
        : wayOf(reading, placed);
    if (way === null || isOwner(reading, placed)) continue;
    last = { way, end: placed.last };
    found[way].push(
      mention.type === 'place'
        ? { name: mention.name, state: mention.state, country: false, from: first }
        : {
            name: placeName(tokens, placed as Placed<PartyMention>),
            state: mention.id,
            country: mention.form !== 'metonym',
            from: first,
          },
    );
  }
  return found;
}

const DIRECTION = /^(?:(?:north|south)(?:-?(?:east|west))?ern|eastern|western|central|upper|lower)$/;

/** A capital by its own name, and "eastern Chad" by what it is of the country. */
export function placeName(tokens: readonly Token[], { mention, first, last }: Placed<PartyMention>): string {
  if (mention.form === 'metonym')
    return tokens
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join(' ');
  const direction = tokens[first - 1]?.lower ?? '';
  return DIRECTION.test(direction) ? `${direction} ${mention.name}` : mention.name;
}

/** "Namibe, Huila and Cuando-Cubando" */
const isRow = (between: readonly string[]): boolean =>
  between.length > 0 && between.length <= 3 && between.every((word) => /^(?:,|and|or|the)$/.test(word));

/** "Russia's Alabuga plant": who owns the place is not where it is. */
function isOwner({ sentence: { tokens } }: Reading, { last }: Placed): boolean {
  return /^['’]s?$/.test(tokens[last + 1]?.text ?? '');
}

function wayOf(reading: Reading, { first }: Placed): Way | null {
  const { tokens } = reading.sentence;
  let head = first;
  // "the port of", "a base in the city of": the preposition stands before the kind of place.
  if (tokens[first - 1]?.lower === 'of') {
    head = tokens.slice(0, first).findLastIndex((token) => token.pos === 'ADP' && token.lower !== 'of') + 1;
    if (head === 0 || first - head > 5) return null;
  }
  const preposition = prepositionOf(tokens, head);
  if (AT.has(preposition)) return 'stay';
  if (INTO.has(preposition)) return 'destination';
  if (FROM.has(preposition)) return 'origin';
  const [before, verb] = [tokens[head - 2]?.lower ?? '', tokens[head - 1]];
  if (preposition === 'for')
    return /^(?:bound|left|leave|leaving|headed|heading|destined|departed)$/.test(before)
      ? 'destination'
      : null;
  const bare = /^(?:the|DET)$/.test(verb?.lower ?? '') ? tokens[head - 2] : verb;
  if (bare !== undefined && ENTERED.has(bare.lemma)) return 'destination';
  return bare !== undefined && LEFT.has(bare.lemma) ? 'origin' : null;
}

/** Names for a slot: of a town and its country the town. */
export function namedPlaces(places: readonly Whereabouts[]): string | null {
  const towns = places.filter(({ country }) => !country);
  const named = towns.length > 0 ? towns : places;
  return named.length === 0 ? null : [...new Set(named.map(({ name }) => name))].join(', ');
}
