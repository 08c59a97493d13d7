import { governingAct, type Act } from './assemble.js';
import { lowerText, type Placed } from './clause.js';
import { fits, itemOf, quantityOf, type DraftClaim } from './draft-claim.js';
import { words } from './figures-in.js';
import type { GoodsMention } from './mentions.js';
import type { Predicate } from './predicates.js';
import { draftFor } from './draft-for.js';
import type { Reading } from './reading.js';
import { noParties } from './roles.js';
import { fillFromRow, isFound, seizureRow } from './seizure-tables.js';
import { goOn, lotParties } from './seized-lots.js';
import { boarded, noneStopped, sumsSeized } from './seizures-counted.js';
import { isActive, isPurposed, predicateAt, stopsIn } from './stops.js';
import type { PhraseAt } from './token-phrases.js';

/** Cargoes stopped, and what was found in them: a seizure stays open for the sentences, lists and rows that tell what it held. */

export interface Seized {
  readonly drafts: readonly DraftClaim[];
  /** The goods that these drafts are about, or that name who seized. */
  readonly goods: ReadonlySet<Placed<GoodsMention>>;
}

type Context = 'own' | 'open' | 'listed' | 'row';

/** The seized goods of a sentence, each with its own claim, and the ships that it says were boarded. */
export function seizures(reading: Reading): Seized {
  const { sentence, document, seizureWords, discourse } = reading;
  const stops = stopsIn(reading);
  const cells = seizureRow(document, sentence.block, seizureWords);
  const context: Context | null =
    cells !== null
      ? 'row'
      : stops.length > 0
        ? 'own'
        : isListed(reading)
          ? 'listed'
          : isOpen(reading)
            ? 'open'
            : null;
  const goods = new Set<Placed<GoodsMention>>();
  const drafts: DraftClaim[] = [];
  const about = stops[0] === undefined ? null : aboutOf(reading, stops[0]);
  let row: Row | null = null;
  for (const placed of reading.goods) {
    const { mention } = placed;
    if (!fits('interdiction', mention, mention.figure !== null)) continue;
    if (mention.class === 'money' && mention.figure === null) continue;
    const act = governingAct(sentence, placed, reading.predicates);
    const unseized =
      (act?.kind === 'interdiction' && isPurposed(reading, act.predicate)) ||
      (mention.figure === null && /\bfirst time\b/.test(lowerText(sentence.tokens)));
    if (unseized) {
      goods.add(placed);
      continue;
    }
    if (isBeside(reading, placed) || (cells !== null && !isFound(cells, placed))) {
      if (context !== null) goods.add(placed);
      continue;
    }
    const predicate: Predicate | null | undefined =
      cells !== null
        ? null
        : context === 'listed'
          ? act?.kind === 'interdiction'
            ? act.predicate
            : null
          : (heldBy(reading, placed, act, context, stops) ?? inRow(reading, placed, row));
    if (predicate === undefined) continue;
    row = predicate === null ? null : { predicate, last: placed.last };
    goods.add(placed);
    if (predicate !== null && isSeizer(reading, placed, predicate)) continue;
    const draft = seizureDraft(reading, placed, predicate, about ?? discourse.seizure?.about ?? null);
    if (context === 'listed') fillFromItem(reading, draft);
    if (cells !== null) fillFromRow(reading, cells, draft);
    drafts.push(draft);
  }
  drafts.push(
    ...boarded(reading, stops),
    ...sumsSeized(
      reading,
      context === 'open' ? reading.seizureWords.find('holds', sentence.tokens) : stops,
      about ?? discourse.seizure?.about ?? null,
    ),
  );
  if (drafts.length === 0 && cells === null) drafts.push(...noneStopped(reading, stops));
  keepOpen(reading, about, drafts, context);
  return { drafts, goods };
}

/** Goods in one row with those seized right before them. */
interface Row {
  readonly predicate: Predicate;
  readonly last: number;
}

function inRow({ sentence: { tokens } }: Reading, { first }: Placed, row: Row | null): Predicate | undefined {
  if (row === null) return undefined;
  const joint = tokens.slice(row.last + 1, first).map(({ lower }) => lower);
  return joint.length > 0 &&
    joint.length <= 4 &&
    joint.every((word) => /^(?:,|and|or|as|well|also|plus|the|a|an)$/.test(word))
    ? row.predicate
    : undefined;
}

/** What stands beside the seized goods: the ship or jet that held them, the load over them, the weapon for which their parts are. */
function isBeside(reading: Reading, placed: Placed<GoodsMention>): boolean {
  const { mention, first } = placed;
  const before = words(reading, Math.max(0, first - 3), first);
  if (mention.figure === null && (mention.unit === 'vessel' || mention.unit === 'aircraft'))
    return (
      /\b(?:aboard|on|off|from|in|by|into|of)(?: (?:an?|the|its|their))?(?: \w+)?$/.test(before) ||
      mention.unit === 'vessel'
    );
  if (
    mention.class === 'container' &&
    mention.figure === null &&
    /\b(?:in|inside|from|of)(?: an?| the| its)?(?: \w+)?$/.test(before)
  )
    return true;
  if (/\b(?:beneath|under|underneath|behind|amid|amidst|escorted by)(?: \w+)?$/.test(before)) return true;
  return mention.figure === null && (isPurpose(reading, first) || isInventoried(reading, placed));
}

/** "the cargo included rifles", "the cargo, 26,000 tonnes of coal,": a noun for the whole, told by what it held. */
const isInventoried = (reading: Reading, { mention, last }: Placed<GoodsMention>): boolean =>
  (mention.class === null &&
    reading.sentence.tokens[last + 1]?.text === ',' &&
    reading.goods.some((g) => g.first === last + 2 && g.mention.figure !== null)) ||
  (mention.class === null &&
    reading.goods.some(({ first }) => first > last) &&
    reading.seizureWords
      .find('holds', reading.sentence.tokens)
      .some(({ first }) => first > last && first - last <= 2));

/** "parts of anti-ship missiles", "rounds for machine guns": the goods named behind are what the others are for. */
const isPurpose = (reading: Reading, first: number): boolean =>
  reading.goods.some(
    ({ mention, last }) =>
      (mention.class === 'component' || mention.class === 'munition') &&
      last < first &&
      first - last <= 4 &&
      /^(?:of|for|from)(?: (?:an?|the))?(?: \S+)?$/.test(words(reading, last + 1, first)),
  );

/** A list item under a heading, or behind a line, that speaks of seizures. */
function isListed({ document, sentence, seizureWords, discourse }: Reading): boolean {
  if (document.blocks[sentence.block]?.kind !== 'list_item') return false;
  if (discourse.list?.kind === 'interdiction') return true;
  let above = sentence.block - 1;
  while (document.blocks[above]?.kind === 'list_item') above--;
  const before = document.blocks[above];
  return before !== undefined && seizureWords.among('headings', document.text.slice(...before.span));
}

/** Whether a sentence goes on with the seizure told last: in its paragraph, or in the next where it opens with the cargo. */
function isOpen({ discourse, sentence, seizureWords }: Reading): boolean {
  const { seizure } = discourse;
  if (seizure === null || sentence.block - seizure.block > 1) return false;
  if (sentence.block === seizure.block) return true;
  const opening = sentence.tokens.slice(0, 7);
  return seizureWords
    .find('cargoes', opening)
    .some(({ first }) =>
      /^(?:the|its|their|this|that|these|those|same)$/.test(opening[first - 1]?.lower ?? 'the'),
    );
}

/** The word by which goods are said to have been seized or found: null where the text's order alone says so, undefined where they were not. */
function heldBy(
  reading: Reading,
  placed: Placed<GoodsMention>,
  act: Act | null,
  context: Context | null,
  stops: readonly PhraseAt<true>[],
): Predicate | undefined {
  if (act?.kind === 'interdiction') return act.predicate;
  if (context === null) return undefined;
  const { tokens } = reading.sentence;
  // "intercepted 750 tons of munitions which …", "took six drones off a lorry": the object of what stopped it.
  const direct = stops.find(
    (stop) =>
      (stop.last < placed.first && placed.first - stop.last <= 2 && isActive(reading, stop)) ||
      (tokens[stop.first]?.lower === 'off' && stop.first > placed.last && stop.first - placed.last <= 8),
  );
  if (direct !== undefined) return predicateAt(direct);
  // "found that", "carried out": other senses.
  const holds = reading.seizureWords
    .find('holds', tokens)
    .filter(({ last }) => !/^(?:that|out|on)\b|^\w+ out\b/.test(words(reading, last + 1, last + 3)));
  const hold = holds.find(
    ({ first, last }) => act !== null && first <= act.predicate.first && act.predicate.first <= last,
  );
  const near =
    holds.findLast(({ last }) => last < placed.first && placed.first - last <= 12) ??
    holds.find(
      ({ first }) =>
        first > placed.last &&
        first - placed.last <= (/^(?:was|were|been)$/.test(tokens[first - 1]?.lower ?? '') ? 12 : 4),
    );
  const nearer =
    near !== undefined && act !== null && distance(near, placed) < distance(act.predicate, placed);
  const joined = stops.find((stop) => act !== null && isJoined(reading, act.predicate, stop));
  if (joined !== undefined && act !== null && placed.last < act.predicate.first) return predicateAt(joined);
  if (act !== null && hold === undefined && !nearer && act.kind === 'transfer' && act.cost <= 26) {
    // "an attempt to send weapons": what was foiled.
    const foiled = /\b(?:attempt|bid|plot|effort|plan|scheme)\b/.test(
      words(reading, Math.max(0, act.predicate.first - 4), act.predicate.first),
    );
    return context === 'own' && foiled ? act.predicate : undefined;
  }
  if (act !== null && hold === undefined && near === undefined) return undefined;
  const word = hold ?? near;
  if (context === 'own') {
    if (word !== undefined) return predicateAt(word);
    const stop = stops.find(({ last }) => last < placed.first && placed.first - last <= 5);
    return act === null && stop !== undefined ? predicateAt(stop) : undefined;
  }
  if (act !== null && hold === undefined) return undefined;
  const cargo = reading.seizureWords.find('cargoes', tokens).length > 0;
  return word !== undefined && (cargo || /^(?:find|found|also|recover)/.test(tokens[word.first]?.lower ?? ''))
    ? predicateAt(word)
    : undefined;
}

/** "were landed at Marseille and impounded there": a second verb of the same goods. */
function isJoined({ sentence: { tokens } }: Reading, act: Predicate, { first }: PhraseAt<true>): boolean {
  if (act.voice !== 'passive' || first <= act.last || first - act.last > 8) return false;
  const at = tokens.slice(0, first).findLastIndex(({ pos }) => pos !== 'ADV' && pos !== 'AUX');
  return tokens[at]?.lower === 'and' && tokens[first]?.pos === 'VERB';
}

const distance = (word: { first: number; last: number }, { first, last }: Placed): number =>
  word.first > last ? word.first - last : first - word.last;

/** "a boarding team from the destroyer seized …": what stands before the verb did it. */
const isSeizer = (
  { sentence: { tokens } }: Reading,
  { last, mention }: Placed<GoodsMention>,
  predicate: Predicate,
): boolean =>
  predicate.voice === 'active' &&
  (predicate.frames.length > 0 || /^(?:has|have|had)$/.test(tokens[predicate.first - 1]?.lower ?? '')) &&
  last < predicate.first &&
  mention.figure === null;

/** What a sentence says of the seizure itself, for the claims of what was seized; who stands before an active verb seized it. */
const aboutOf = (reading: Reading, stop: PhraseAt<true>): DraftClaim =>
  draftFor(
    reading,
    'interdiction',
    predicateAt(stop),
    lotParties(reading, isActive(reading, stop) ? stop.first : 0),
  );

function seizureDraft(
  reading: Reading,
  { mention }: Placed<GoodsMention>,
  predicate: Predicate | null,
  about: DraftClaim | null,
): DraftClaim {
  const parties = about?.span === reading.sentence.span ? noParties() : lotParties(reading);
  const draft = draftFor(reading, 'interdiction', predicate, parties);
  draft.item = itemOf(mention);
  // "9,000 weapons" are counted by the piece.
  const unit = mention.unit ?? (mention.class === null ? 'item' : null);
  draft.quantity = quantityOf(mention.figure, unit, reading.document.text, reading.sentence.span[0]);
  if (about !== null) goOn(draft, about);
  draft.supplier ??= mention.make === draft.recipient ? null : mention.make;
  draft.rules.push('seizure');
  return draft;
}

/** A list item names the place without a preposition ("USS Normandy, Arabian Sea: …"). */
function fillFromItem({ mentions }: Reading, draft: DraftClaim): void {
  const site = mentions.find(
    ({ mention }) => mention.type === 'place' && mention.kind !== 'country',
  )?.mention;
  if (site?.type !== 'place') return;
  draft.place = site.name;
  if (/^(?:sea|strait)$/.test(site.kind))
    draft.route ??= { mode: ['sea'], origin: null, destination: null, via: [], vessel: null };
}

function keepOpen(
  { discourse, sentence }: Reading,
  about: DraftClaim | null,
  drafts: readonly DraftClaim[],
  context: Context | null,
): void {
  const told = drafts.filter(({ polarity }) => polarity === 'affirmed');
  const [first] = told;
  // A list is of seizures of its own, under the line before it.
  if (context === 'listed' && first !== undefined && discourse.seizure?.listed !== true) {
    const lead = discourse.seizure?.block === sentence.block - 1 ? discourse.seizure.about : first;
    discourse.seizure = { about: lead, drafts: [...told], block: sentence.block, listed: true };
    return;
  }
  if (about !== null || (told.length > 0 && (discourse.seizure === null || context === null)))
    discourse.seizure = { about: about ?? (told[0] as DraftClaim), drafts: [...told], block: sentence.block };
  else if (discourse.seizure !== null && told.length > 0) {
    discourse.seizure.drafts.push(...told);
    discourse.seizure.block = sentence.block;
  }
}
