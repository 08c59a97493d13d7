import type { Mode } from '../model/enums.js';
import type { Route } from '../model/claim.js';
import { prepositionOf, type Placed } from './clause.js';
import type { Sentence } from './sentences.js';

const ORIGIN = new Set(['from', 'out of', 'leaving', 'left']);
const DESTINATION = new Set(['to', 'into', 'towards', 'toward', 'for', 'at']);
const VIA = new Set(['via', 'through']);
const PORTS = new Set(['port', 'airport', 'base', 'border_crossing', 'depot', 'city', 'town', 'island']);

/**
 * The carrier, mode, vessel and path that a sentence states; null where it states none of them.
 * @param countries whether a country may be an end of the path, as for a movement, which has no parties
 */
export function routeOf(sentence: Sentence, mentions: readonly Placed[], countries: boolean): Route | null {
  const { tokens } = sentence;
  const mode: Mode[] = [];
  const vessels: string[] = [];
  const [origins, destinations, via]: [string[], string[], string[]] = [[], [], []];
  let between = false;
  for (const listedMode of modesInRow(tokens.map((token) => token.lower).join(' ')))
    if (!mode.includes(listedMode)) mode.push(listedMode);
  for (const { mention, first } of mentions) {
    if (mention.type === 'carrier' && !mode.includes(mention.mode)) mode.push(mention.mode);
    if (mention.type === 'vessel') {
      if (!vessels.includes(mention.name)) vessels.push(mention.name);
      if (!mode.includes('sea')) mode.push('sea');
    }
    const stop =
      mention.type === 'place' && PORTS.has(mention.kind)
        ? mention.name
        : countries && ((mention.type === 'party' && mention.form === 'name') || mention.type === 'place')
          ? mention.name
          : null;
    if (stop === null) continue;
    const before = tokens[first - 1]?.lower ?? '';
    const governing = prepositionOf(tokens, first) || portOf(tokens, first) || before;
    const verb = tokens[first - 1]?.lemma ?? '';
    if (governing === 'between') between = true;
    if (between && origins.length === 0) origins.push(stop);
    else if (between && before === 'and' && destinations.length === 0) destinations.push(stop);
    else if (ORIGIN.has(governing) || verb === 'leave') origins.push(stop);
    else if (VIA.has(governing)) via.push(stop);
    else if ((DESTINATION.has(governing) && governing !== 'at') || verb === 'reach') destinations.push(stop);
    else if (
      governing === 'at' &&
      /load|took|put|fill|board/.test(
        tokens
          .slice(0, first)
          .map((t) => t.lower)
          .join(' '),
      )
    )
      origins.push(stop);
    else if (before === 'and' && destinations.length > 0) destinations.push(stop);
    else if (before === 'and' && origins.length > 0) origins.push(stop);
  }
  if (
    mode.length === 0 &&
    vessels.length === 0 &&
    origins.length === 0 &&
    destinations.length === 0 &&
    via.length === 0
  )
    return null;
  const known = [...new Set(destinations)];
  return { mode, origin: listed(origins), destination: listed(known), via, vessel: listed(vessels) };
}

/** "by sea, air, and rail" */
function modesInRow(words: string): Mode[] {
  const row =
    /\bby ((?:sea|air|rail|road|land|ship|train|plane|truck|river)(?: ,| and| or|, and)*(?: (?:sea|air|rail|road|land|ship|train|plane|truck|river)(?: ,| and| or)*)*)/.exec(
      words,
    )?.[1] ?? '';
  return row.split(/[ ,]+/).flatMap((word) => MODE_WORDS[word] ?? []);
}

const MODE_WORDS: Record<string, Mode> = {
  sea: 'sea',
  ship: 'sea',
  air: 'air',
  plane: 'air',
  rail: 'rail',
  train: 'rail',
  road: 'road',
  land: 'road',
  truck: 'road',
  river: 'river',
};

const listed = (names: readonly string[]): string | null =>
  names.length === 0 ? null : [...new Set(names)].join(', ');

/** "from the North Korean port of Najin": the preposition before "the port of". */
function portOf(tokens: Sentence['tokens'], first: number): string {
  if (
    tokens[first - 1]?.lower !== 'of' ||
    !/^(?:ports?|harbou?rs?|city|town|region)$/.test(tokens[first - 2]?.lower ?? '')
  )
    return '';
  for (let i = first - 3; i >= Math.max(0, first - 8); i--) {
    const word = tokens[i]?.lower ?? '';
    if (/^(?:from|to|into|at|in|via|through|leave|left)$/.test(word)) return word;
  }
  return '';
}

/** "from two ports in the Far East", "leaving the region": whether a place, or what lies in it, is where a way begins. */
export function setsOutFrom(tokens: Sentence['tokens'], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 8); i--) {
    const token = tokens[i];
    if (token === undefined || token.lower === 'from' || token.lemma === 'leave') return token !== undefined;
    if (!/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(token.pos) && !/^(?:in|of|at|on)$/.test(token.lower))
      return false;
  }
  return false;
}
