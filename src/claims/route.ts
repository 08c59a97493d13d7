import type { Mode } from '../model/enums.js';
import type { Route } from '../model/claim.js';
import { lowerText, separation, type Placed } from './clause.js';
import type { Predicate } from './predicates.js';
import { ROUTE_WORDS, siteKind } from './route-words.js';
import type { Sentence } from './sentences.js';
import type { Token } from './token.js';

/** What a stop of a way is to it. */
type Stop = 'origin' | 'destination' | 'via';

const ENDS: Readonly<Record<string, Stop>> = {
  from: 'origin',
  'out of': 'origin',
  leave: 'origin',
  between: 'origin',
  to: 'destination',
  into: 'destination',
  onto: 'destination',
  toward: 'destination',
  towards: 'destination',
  for: 'destination',
  reach: 'destination',
  via: 'via',
  through: 'via',
  'by way of': 'via',
};

/**
 * The carrier, mode, vessel and path that a sentence states; null where it states none of them.
 * @param countries whether a country may be an end of the path, as for a movement, which has no parties
 */
export function routeOf(
  sentence: Sentence,
  mentions: readonly Placed[],
  predicate: Predicate | null,
  countries: boolean,
): Route | null {
  const { tokens } = sentence;
  const at = predicate?.first ?? null;
  const vessels = mentions.flatMap(({ mention }) => (mention.type === 'vessel' ? [mention.name] : []));
  const mode = modesOf(tokens, mentions, at);
  if (vessels.length > 0) mode.add('sea');
  const stops = stopsOf(tokens, mentions, countries, mode.size > 0);
  const ports = stops.filter(({ country }) => !country);
  const named = (end: Stop): string[] => {
    const own = ports.filter((stop) => stop.end === end);
    return (own.length > 0 ? own : stops.filter((stop) => stop.end === end)).map(({ name }) => name);
  };
  const ends = named('destination');
  // What lies before the last place of delivery is on the way to it, unless they stand in one row.
  const row = stops.filter((stop) => stop.end === 'destination' && stop.joined).map(({ name }) => name);
  const destinations = ends.length > 1 && row.length === 0 ? ends.slice(-1) : ends;
  const via = [...named('via'), ...ends.filter((name) => !destinations.includes(name))];
  const origins = named('origin');
  if (
    mode.size === 0 &&
    origins.length > 0 &&
    destinations.length > 0 &&
    ports.length > 1 &&
    ports.every(({ kind }) => kind === 'port')
  )
    mode.add('sea');
  if (mode.size === 0 && stops.some(({ end, kind }) => end === 'via' && kind === 'port')) mode.add('sea');
  const empty = mode.size + vessels.length + origins.length + destinations.length + via.length === 0;
  return empty
    ? null
    : {
        mode: [...mode],
        origin: listed(origins),
        destination: listed(destinations),
        via,
        vessel: listed(vessels),
      };
}

/** Modes by carriers, by verbs ("flew", "sailed"), by phrases and by rows ("by sea, air and rail"). */
function modesOf(tokens: readonly Token[], mentions: readonly Placed[], at: number | null): Set<Mode> {
  const text = lowerText(tokens);
  const modes = new Set(modesInRow(text));
  for (const { mention, first, last } of mentions)
    if (mention.type === 'carrier' && !(first === last && tokens[first]?.pos === 'VERB'))
      modes.add(mention.mode);
  tokens.forEach((token, i) => {
    if (token.pos !== 'VERB' || (at !== null && separation(tokens, at, i) >= 2)) return;
    const mode =
      ROUTE_WORDS.modes.get(token.lemma) ??
      ROUTE_WORDS.modes.get(`${token.lemma} ${tokens[i + 1]?.lower ?? ''}`);
    if (mode !== undefined) modes.add(mode);
  });
  for (const [phrase, mode] of ROUTE_WORDS.phrases) if (text.includes(phrase)) modes.add(mode);
  return modes;
}

interface Stopped {
  readonly name: string;
  readonly end: Stop;
  readonly kind: string;
  readonly country: boolean;
  /** It stands in one row with the stop before it ("to A and B"). */
  readonly joined: boolean;
}

function stopsOf(
  tokens: readonly Token[],
  mentions: readonly Placed[],
  countries: boolean,
  carried: boolean,
): Stopped[] {
  const stops: (Stopped & { readonly last: number; readonly word: string })[] = [];
  for (const { mention, first, last } of mentions) {
    const port = mention.type === 'place' && mention.kind !== 'sea' && mention.kind !== 'river';
    const capital = carried && mention.type === 'party' && mention.form === 'metonym';
    const country = mention.type === 'party' && mention.form === 'name' && countries;
    if (!port && !capital && !country) continue;
    const name = capital
      ? wordsOf(tokens, first, last)
      : mention.type === 'place' || mention.type === 'party'
        ? mention.name
        : '';
    const previous = stops.at(-1);
    const word = governing(tokens, first);
    const follows = previous !== undefined && /^(?:and|,|or|\/)$/.test(word) && first - previous.last <= 3;
    const opposite = previous?.word === 'between' && word === 'and';
    const end = opposite
      ? 'destination'
      : follows
        ? previous.end
        : (ENDS[word] ??
          (/^(?:at|in|off|on|near)$/.test(word) && port ? endByVerb(tokens, first) : undefined));
    if (end === undefined || (capital && ENDS[word] === undefined && !follows)) continue;
    stops.push({
      name,
      end,
      kind: mention.type === 'place' ? mention.kind : '',
      country,
      joined: follows && !opposite,
      last,
      word,
    });
  }
  return stops;
}

const wordsOf = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');

/** What a place depends on: its preposition, through "the port of" or "a depot in" up to that of the site; else a verb or mark. */
export function governing(tokens: readonly Token[], first: number): string {
  let inner = '';
  for (let i = first - 1; i >= Math.max(0, first - 10); i--) {
    const token = tokens[i] as Token;
    const { lower } = token;
    if (lower === 'of' && tokens[i - 1]?.lower === 'out') return 'out of';
    if (lower === 'of' && tokens[i - 1]?.lower === 'way' && tokens[i - 2]?.lower === 'by') return 'by way of';
    if (token.pos === 'VERB') return inner || token.lemma;
    if (/^(?:of|in|at|near|outside|on|around)$/.test(lower)) {
      inner ||= lower;
      if (siteKind(tokens[i - 1]?.lower ?? '') === undefined) return inner;
      continue;
    }
    if (ENDS[lower] !== undefined) return lower;
    const site = inner !== '' && (siteKind(lower) !== undefined || token.pos === 'PROPN');
    if (site || /^(?:DET|ADJ|NUM)$/.test(token.pos) || /^(?:its|their|his|her|the|["'“‘])$/.test(lower))
      continue;
    return inner || lower;
  }
  return inner;
}

/** "loaded at Rajin", "put ashore at Chongjin": the verb says which end the place is. */
function endByVerb(tokens: readonly Token[], first: number): Stop | undefined {
  for (let i = first - 1; i >= Math.max(0, first - 12); i--) {
    const token = tokens[i] as Token;
    if (/^[;:—–]$/.test(token.text)) return undefined;
    if (token.pos !== 'VERB' && token.pos !== 'ADJ' && token.pos !== 'NOUN') continue;
    const phrases = [token.lemma, `${token.lemma} ${tokens[i + 1]?.lower ?? ''}`];
    if (phrases.some((phrase) => ROUTE_WORDS.landing.has(phrase))) return 'destination';
    if (phrases.some((phrase) => ROUTE_WORDS.loading.has(phrase))) return 'origin';
    if (token.pos === 'VERB') return undefined;
  }
  return undefined;
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
