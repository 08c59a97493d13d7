import type { Kind } from '../model/enums.js';
import type { Placed } from './clause.js';
import type { PartyMention, PlaceMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import { ownCountry } from './presence.js';
import type { Reading } from './reading.js';
import type { Parties } from './roles.js';
import { governing } from './route.js';
import { ROUTE_WORDS, siteKind } from './route-words.js';
import type { Token } from './token.js';
import { placeName } from './whereabouts.js';

/** Where an act happened, by its sentence: a strike, a deployment, a loss, a seizure, a trial. */

/** Kinds that have a place; a movement has one only where what moves stands still. */
const PLACED: ReadonlySet<Kind> = new Set<Kind>([
  'use',
  'deployment',
  'casualty',
  'interdiction',
  'investigation',
]);

const WITHIN =
  /^(?:on|at|in|near|against|over|off|into|around|outside|inside|within|along|across|of|hit|strike|target|shell|attack|bomb|raid|storm|overrun|besiege|take|retake|capture|recapture)$/;
const TOWARDS =
  /^(?:to|in|into|at|near|on|inside|within|across|for|toward|towards|along|around|over|reach|enter|follow)$/;

/** The names of the places of an act, joined by commas; null where the sentence names none. */
export function placeOf(
  reading: Reading,
  kind: Kind,
  predicate: Predicate | null,
  parties: Parties,
): string | null {
  const still = kind === 'movement' && predicate !== null && ROUTE_WORDS.still.has(predicate.lemma);
  if (!PLACED.has(kind) && !still) return null;
  const { tokens } = reading.sentence;
  const named: { name: string; last: number }[] = [];
  for (const placed of reading.mentions) {
    const { mention, first, last } = placed;
    // A court sits where its people are said to be.
    const trial = kind === 'investigation';
    if (trial ? named.length > 0 : reading.speaking.has(mention) || isOfSpeaker(reading, placed)) continue;
    const row = named.at(-1);
    const word = governing(tokens, first);
    const joined = row !== undefined && /^(?:and|or|,)$/.test(word) && first - row.last <= 3;
    const fits = (kind === 'deployment' ? TOWARDS : WITHIN).test(word) || joined;
    if (!fits) continue;
    if (mention.type === 'place') named.push({ name: mention.name, last });
    else if (
      mention.type === 'party' &&
      isScene(reading, placed as Placed<PartyMention>, kind, parties, word)
    )
      named.push({ name: placeName(tokens, placed as Placed<PartyMention>), last });
  }
  const definite = named.length === 0 ? pointedAt(reading, parties) : null;
  return named.length === 0 ? definite : [...new Set(named.map(({ name }) => name))].join(', ');
}

/** A country is a scene only where no party names it already; a people's name only of its waters or soil. */
function isScene(
  reading: Reading,
  { mention, first, last }: Placed<PartyMention>,
  kind: Kind,
  parties: Parties,
  word: string,
): boolean {
  const { tokens } = reading.sentence;
  const waters = word === 'off' && mention.form === 'name';
  if ((kind === 'use' && !waters) || kind === 'movement' || mention.form === 'group') return false;
  if ([parties.actor, parties.target, parties.supplier].includes(mention.id)) return false;
  const next = tokens[last + 1];
  if (mention.form === 'demonym')
    return /^(?:waters|territory|soil|coast|airspace|territorial|ports?|border)$/.test(next?.lower ?? '');
  if (/^['’]s?$/.test(next?.text ?? '')) return false;
  // "the Houthis in Yemen": where a group sits.
  const seat = reading.mentions.some(
    (m) => m.mention.type === 'party' && m.mention.form === 'group' && m.last === first - 2,
  );
  if (seat) return false;
  const town =
    mention.form === 'metonym' && /^(?:hit|strike|target|shell|attack|bomb|raid|storm)$/.test(word);
  return kind === 'deployment' || town || /^(?:in|at|off|inside|within)$/.test(word);
}

/** "officials in Seoul", "In Kyiv, the prosecutor said", "told reporters in Geneva": where somebody speaks, not where it happened. */
function isOfSpeaker(reading: Reading, { first, last }: Placed): boolean {
  const { tokens } = reading.sentence;
  const speaks = (at: number): boolean =>
    reading.mentions.some(
      ({ mention, first: a, last: b }) =>
        a <= at &&
        at <= b &&
        (mention.type === 'body' || mention.type === 'office' || mention.type === 'person'),
    );
  // "government forces in the town took …": who acts is where it happens, unless somebody is said to speak.
  const heard = reading.sayings.length > 0;
  if (heard && /^(?:in|at|of)$/.test(tokens[first - 1]?.lower ?? '') && speaks(first - 2)) return true;
  const opens = first <= 2 && tokens[last + 1]?.text === ',';
  if (opens && reading.speakers.some(({ span }) => span[0] - (tokens[last]?.end ?? 0) < 4)) return true;
  const before = reading.predicates.filter((p) => p.last < first).at(-1);
  return (
    before !== undefined &&
    before.speech !== null &&
    before.frames.length === 0 &&
    reading.predicates.some((p) => p.first > last && p.frames.length > 0)
  );
}

/** "there", "the city", "the oblast": the place last named of such a kind. */
function pointedAt(reading: Reading, { actor, target }: Parties): string | null {
  const { sentence, discourse } = reading;
  const { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const { lower } = tokens[i] as Token;
    if (
      lower === 'there' &&
      !/^(?:is|are|was|were|has|have|had|will|would|could|may|might|be|’s|'s)$/.test(
        tokens[i + 1]?.lower ?? '',
      )
    )
      return discourse.lastScene(sentence.block) ?? discourse.lastPlace(() => true);
    const kind = siteKind(lower);
    const definite = /^(?:the|that|this)$/.test(tokens[i - 1]?.lower ?? '') && tokens[i + 1]?.lower !== 'of';
    if (!definite) continue;
    if (lower === 'country')
      return (
        ownCountry(reading, i, actor ?? target) ?? discourse.lastPlace((place) => place.kind === 'country')
      );
    if (kind !== undefined) return discourse.lastPlace((place) => place.kind === kind);
  }
  return null;
}

/** Places for "there" and "the city": towns and regions, and countries where something is told to be. */
export function placesIn(mentions: readonly Placed[]): Pick<PlaceMention, 'name' | 'kind' | 'state'>[] {
  return mentions.flatMap(({ mention }) =>
    mention.type === 'place'
      ? [{ name: mention.name, kind: mention.kind, state: mention.state }]
      : mention.type === 'party' && mention.form === 'name'
        ? [{ name: mention.name, kind: 'country', state: mention.id }]
        : [],
  );
}
