import type { Span } from '../core/span.js';
import type { Unit } from '../model/enums.js';
import { boundBehind, countedBehind, countedTogether, figureFor, shareBound } from './counting.js';
import { asKnowledge } from './know-how.js';
import type { FigureWords } from './figure-words.js';
import type { Figure } from './figures.js';
import type { Entry } from './lexicon.js';
import type { CarrierMention, GoodsMention, Mention } from './mentions.js';
import type { Token } from './token.js';

/** A noun of the vocabulary for goods, people or carriers; offsets count from the sentence's start. */
export interface ItemHit {
  readonly span: Span;
  readonly entry: Extract<Entry, { type: 'item' | 'model' }> | null;
  readonly carrier: Extract<Entry, { type: 'carrier' }> | null;
}

interface Input {
  readonly plain: string;
  readonly lower: string;
  readonly tokens: readonly Token[];
  readonly items: readonly ItemHit[];
  readonly figures: readonly Figure[];
  readonly calibres: readonly { start: number; end: number; mm: number }[];
  readonly parties: readonly Mention[];
}

/** Characters between a noun and the figure in apposition to it. */
const APPOSED = 12;

/**
 * Joins nouns with the figures, calibres and demonyms that belong to them: "some 4,800 North Korean 152 mm artillery
 * shells" is one mention. Figures that no noun claims are given back.
 */
export function groupGoods(
  input: Input,
  words: FigureWords,
): {
  goods: GoodsMention[];
  carriers: CarrierMention[];
  free: Figure[];
} {
  const { plain, lower, figures } = input;
  const taken = new Set<Figure>();
  const goods: GoodsMention[] = [];
  const carriers: CarrierMention[] = [];
  const merged = mergeHits(input.items, input);
  let container: { end: number } | null = null;
  for (const hit of merged) {
    // "parts of cruise missiles" are goods, "parts of the country" none.
    if (lower.slice(...hit.span) === 'parts' && lower.startsWith(' of ', hit.span[1])) continue;
    const figure = figureFor(hit, input, taken);
    if (figure) taken.add(figure);
    const start = figure && figure.span[0] < hit.span[0] ? figure.span[0] : hit.modified[0];
    // What is said of them before a figure far behind ("the shells handed to the rebels … at 4,000") is no part of the noun.
    const beside = figure !== null && figure.span[0] > hit.span[1] && figure.span[0] - hit.span[1] <= APPOSED;
    const end = beside ? figure.span[1] : hit.span[1];
    if (hit.carrier) {
      carriers.push({
        type: 'carrier',
        span: [start, end],
        mode: hit.carrier.mode,
        unit: hit.carrier.unit,
        figure,
        many: hit.carrier.many,
      });
      continue;
    }
    const entry = hit.entry;
    if (!entry) continue;
    const named = entry.type === 'model' ? entry.model.class : entry.term.class;
    const unitOf: Unit | null =
      figure?.unit ?? hit.unit ?? (entry.type === 'model' ? entry.model.unit : entry.term.unit);
    const calibre = input.calibres.find(
      (c) =>
        (c.start >= hit.modified[0] - 1 && c.end <= hit.span[1]) ||
        (c.start >= hit.span[1] && /^ (?:of|in) $/.test(lower.slice(hit.span[1], c.start))),
    );
    const mm = calibre?.mm ?? (entry.type === 'model' ? entry.model.calibre_mm : null);
    // A round without a name of its own is a shell from the calibre of the smallest field gun on.
    const classOf =
      named === 'munition' && unitOf === 'round' && mm !== null && mm >= 75 ? 'artillery_shell' : named;
    const held: boolean =
      container !== null && figure === null && heldBy(lower.slice(container.end, hit.modified[0]));
    if (classOf === 'container' && !held) container = { end };
    else if (!held) container = null;
    const owner = input.parties.find(
      (m) =>
        m.type === 'party' &&
        m.span[0] > hit.span[1] &&
        /^ (?:of|from) (?:the )?$/.test(lower.slice(hit.span[1], m.span[0])),
    );
    const demonym =
      (unitOf === 'person' ? owner : undefined) ??
      input.parties.find(
        (m) =>
          m.type === 'party' &&
          (m.span[1] <= hit.span[0] || m.span[0] === hit.span[0]) &&
          m.span[0] >= hit.modified[0] - 1,
      );
    goods.push({
      type: 'goods',
      span: [start, end],
      class: classOf,
      unit: unitOf,
      wording: plain.slice(hit.modified[0], hit.span[1]),
      model: entry.type === 'model' ? entry.model.name : null,
      calibre_mm: mm,
      make: demonym?.type === 'party' ? demonym.id : null,
      figure,
      many: entry.many,
      content: held,
      head: hit.span,
    });
  }
  const free = figures.filter((figure) => !taken.has(figure));
  classBareMissiles(goods, lower);
  const counted = countedBehind(lower, asKnowledge(lower, goods), free);
  const bounded = shareBound(lower, boundBehind(lower, counted.goods, words));
  return { goods: countedTogether(plain, bounded), carriers, free: counted.free };
}

/** "100 Kornet launchers and 1,200 missiles", "air defence systems and their missiles": of the kind named before. */
function classBareMissiles(goods: GoodsMention[], lower: string): void {
  let named: GoodsMention['class'] = null;
  goods.forEach((item, i) => {
    const bare = /^missiles?$/.test(lower.slice(...item.head)) && item.model === null;
    if (bare && named !== null && item.wording.split(' ').length === 1) goods[i] = { ...item, class: named };
    else if (item.class === 'air_defence_system') named = 'surface_to_air_missile';
    else if (item.class?.endsWith('_missile')) named = item.class;
  });
}

/** What follows a container up to the next goods without leaving it: "of", "loaded with", "thought to be carrying". */
const heldBy = (between: string): boolean =>
  !/[;:.]|\b(?:which|who|while|but|were|was|have|has|had|could|would)\b/.test(between) &&
  (/^[\s,]*(?:loads? )?(?:of|full of|with|filled with|loaded with|containing|carrying|holding|packed with|laden with|bearing|suspected of|believed to|thought to|said to|likely|probably)\b/.test(
    between,
  ) ||
    /^(?:[\s,]|and|or|related|other|\w+ed)*$/.test(between));

interface Merged extends ItemHit {
  /** The unit of a general noun beside a model's name: a "Pantsir combat vehicle" is counted in vehicles. */
  readonly unit: Unit | null;
  /** A counting noun with what it counts ("rounds of …"), which may go on. */
  readonly shared?: boolean;
  /** What they are for has been named ("parts for tanks"), and may go on. */
  readonly serving?: boolean;
  /** With the adjectives, calibre and demonym before the noun. */
  readonly modified: Span;
}

/** "Su-30 fighters", "light fighters": people are not built to a pattern. */
function asAircraft(hit: ItemHit, { lower, items }: Input): ItemHit {
  const { entry } = hit;
  if (
    entry?.type !== 'item' ||
    entry.term.class !== 'troops' ||
    !/^fighters?$/.test(lower.slice(...hit.span))
  )
    return hit;
  const before = lower.slice(0, hit.span[0]);
  const model = items.some(
    (other) =>
      other.entry?.type === 'model' &&
      other.span[1] === hit.span[0] - 1 &&
      other.entry.model.class === 'aircraft',
  );
  return model ||
    /(?:^|\W)(?:\p{L}{1,4}-?\d[\p{L}\p{N}-]*|light|jet|multirole|multi-role|stealth|interceptor) $/u.test(
      before,
    )
    ? { ...hit, entry: { ...entry, term: { ...entry.term, class: 'aircraft', unit: 'aircraft' } } }
    : hit;
}

/** Neighbouring nouns that make one: "KN-23 missiles", "artillery ammunition rounds", "rounds of artillery ammunition". */
function mergeHits(items: readonly ItemHit[], input: Input): Merged[] {
  const merged: Merged[] = [];
  for (const found of items) {
    const hit = asAircraft(found, input);
    const previous = merged.at(-1);
    const gap = previous ? input.lower.slice(previous.span[1], hit.span[0]) : '';
    // "Il-76 aircraft": a carrier by its type and by its kind.
    const aircraft = hit.carrier !== null || (hit.entry !== null && classOf(hit.entry) === 'aircraft');
    if (previous?.carrier?.unit === 'aircraft' && aircraft && /^[ -]$/.test(gap)) {
      const span = [previous.span[0], hit.span[1]] as const;
      merged[merged.length - 1] = { ...previous, span };
      continue;
    }
    if (previous && !previous.carrier && !hit.carrier && previous.entry && hit.entry) {
      // "parts for Mi-17 and Mi-35 helicopters", "launchers for Kornet missiles": what they serve has no count of its own.
      if (serves(previous, hit.entry, gap)) {
        merged[merged.length - 1] = {
          ...previous,
          entry: classOf(previous.entry) === null ? specific(previous.entry, hit.entry) : previous.entry,
          span: [previous.span[0], hit.span[1]],
          serving: true,
        };
        continue;
      }
      if (previous.serving && gap === ' ') {
        merged[merged.length - 1] = { ...previous, span: [previous.span[0], hit.span[1]] };
        continue;
      }
      const described = isModelOf(previous.entry, hit.entry) && /^ [\p{L}-]+ $/u.test(gap);
      if (described || /^(?:[ -]|[ -](?:class|type|style|series) )$/.test(gap)) {
        // "KN-23 missiles": the model gives class and unit; "missile components": the last noun does.
        // "electronic warfare technology" is that of its field.
        const knowledge =
          classOf(hit.entry) === 'military_technology' &&
          /^(?:electronic_warfare|satellite_technology|missile_technology|nuclear_technology)$/.test(
            classOf(previous.entry) ?? '',
          );
        if (previous.shared) {
          merged[merged.length - 1] = {
            ...previous,
            entry: classOf(previous.entry) === null ? previous.entry : specific(previous.entry, hit.entry),
            span: [previous.span[0], hit.span[1]],
          };
          continue;
        }
        const keep = knowledge || isModelOf(previous.entry, hit.entry) ? previous : hit;
        merged[merged.length - 1] = {
          ...keep,
          entry: keep === previous ? { ...previous.entry, many: hit.entry.many } : hit.entry,
          carrier: null,
          span: [previous.span[0], hit.span[1]],
          modified: previous.modified,
          unit: keep === previous ? unitIn(hit.entry) : null,
        };
        continue;
      }
      // "rounds of artillery and rocket ammunition": one count over goods of two classes.
      if (previous.shared && /^ and (?:\p{L}+ )?$/u.test(gap)) {
        const one = classOf(previous.entry) === classOf(hit.entry);
        merged[merged.length - 1] = {
          ...previous,
          entry: one ? previous.entry : mixed(previous.entry, previous.unit),
          span: [previous.span[0], hit.span[1]],
        };
        continue;
      }
      const type =
        /^ of (?:the |a )?$/.test(gap) &&
        hit.entry.type === 'model' &&
        /^(?: |-)?(?:class|type|family|series|make)\b/.test(input.lower.slice(hit.span[1]));
      if (type) {
        merged[merged.length - 1] = {
          ...hit,
          carrier: null,
          span: [previous.span[0], hit.span[1]],
          modified: previous.modified,
          unit: unitIn(previous.entry),
        };
        continue;
      }
      const of = /^ of (?:the )?(?:[\p{L}-]+ ){0,3}$/u.test(gap);
      if (of && countsOnly(previous.entry)) {
        merged[merged.length - 1] = {
          ...previous,
          entry: specific(previous.entry, hit.entry),
          span: [previous.span[0], hit.span[1]],
          modified: previous.modified,
          unit: unitIn(previous.entry),
          shared: true,
        };
        continue;
      }
    }
    merged.push({ ...hit, unit: null, modified: [modifiersFrom(hit.span[0], input), hit.span[1]] });
  }
  return merged;
}

const SERVING = new Set(['component', 'munition', 'artillery_shell', 'mortar_round', 'rocket']);

/** Whether goods are said to be for further goods, which then are none of the act. */
function serves({ entry, serving }: Merged, served: ItemEntry, gap: string): boolean {
  if (entry === null || unitIn(served) === 'person') return false;
  if (serving && /^ (?:and|or) $|^, $/.test(gap) && classOf(served) !== classOf(entry)) return true;
  const [itemClass, unit] = [classOf(entry), unitIn(entry)];
  const spare = SERVING.has(itemClass ?? '') || (itemClass === null && unit === 'launcher');
  const joint = itemClass === 'component' ? /^ (?:for|of|from) / : /^ for /;
  return (
    spare &&
    joint.test(gap) &&
    /^ \p{L}+ (?:(?:the|its|their|his|old|other|such) )*(?:[\p{L}\p{N}-]+ )?$/u.test(gap)
  );
}

type ItemEntry = NonNullable<ItemHit['entry']>;
const unitIn = (entry: ItemEntry): Unit | null =>
  entry.type === 'model' ? entry.model.unit : entry.term.unit;
const classOf = (entry: ItemEntry) => (entry.type === 'model' ? entry.model.class : entry.term.class);

/** A general word behind a model's name: "KN-23 missiles", "Pantsir system". */
const isModelOf = (model: ItemEntry, noun: ItemEntry): boolean => {
  const [a, b] = [classOf(model), classOf(noun)];
  if (model.type !== 'model') return false;
  return (
    a === b ||
    b === null ||
    (a === 'aircraft' && b === 'troops') || // "MiG-21 fighters"
    (/missile|system|aircraft|vehicle|drone|launcher|rocket/.test(`${b}`) && b !== 'component')
  );
};

/** "rounds", "crates" and "pieces" say how, not what. */
const countsOnly = (entry: ItemEntry): boolean =>
  entry.type === 'item' &&
  (entry.term.unit === 'round' || entry.term.unit === 'item') &&
  entry.term.class !== 'artillery_shell';

const mixed = (entry: ItemEntry, unit: Unit | null): ItemEntry => ({
  type: 'item',
  many: entry.many,
  term: { class: null, unit, terms: ['goods'], unless_before: [] },
});

function specific(counter: ItemEntry, goods: ItemEntry): ItemEntry {
  if (counter.type !== 'item') return counter;
  return {
    type: 'item',
    many: counter.many,
    term: { ...counter.term, class: classOf(goods) },
  };
}

const followsVerb = (tokens: readonly Token[], at: number): boolean =>
  tokens.findLast((token) => token.end <= at)?.pos === 'VERB';

/** Where the noun phrase before a noun begins: its adjectives, nouns, calibre and demonyms. */
function modifiersFrom(start: number, { tokens, figures, parties, calibres }: Input): number {
  let at = start;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.end > at) continue;
    const calibre = calibres.find((c) => c.start <= token.start && token.end <= c.end);
    if (calibre) {
      at = Math.min(at, calibre.start);
      continue;
    }
    if (figures.some((f) => f.span[0] < token.end && token.start < f.span[1])) break;
    const named = parties.find((m) => m.span[0] <= token.start && token.end <= m.span[1]);
    const army = named?.type === 'body' && named.organisation.type === 'military'; // "500 IRGC members"
    // "sold Myanmar spare parts": a state's name behind a verb is who gets them, not what they are.
    const owner = named?.type === 'party' && !(named.form === 'name' && followsVerb(tokens, named.span[0]));
    if (named && !army && !owner) break;
    // "a charge of smuggling arms", "was selling rifles": an act with the goods, no kind of them.
    if (token.lower.endsWith('ing') && /^(?:ADP|AUX)$/.test(tokens[i - 1]?.pos ?? '')) break;
    const modifies =
      /^(?:ADJ|NOUN|PROPN|PART)$/.test(token.pos) ||
      token.text === '-' ||
      named !== undefined ||
      (token.pos === 'VERB' &&
        /(?:ed|ing|made)$/.test(token.lower) &&
        i > 0 &&
        (/^(?:ADJ|DET|NUM)$/.test((tokens[i - 1] as Token).pos) || (tokens[i - 1] as Token).text === '-'));
    if (!modifies || (token.pos === 'PART' && !/^['’]s?$/.test(token.text))) break;
    at = token.start;
  }
  return at;
}
