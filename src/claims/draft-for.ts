import type { Reading } from './reading.js';
import type { Route } from '../model/claim.js';
import type { Kind, Modality } from '../model/enums.js';
import type { Told } from './carry-over.js';
import { lowerText, separation, type Placed } from './clause.js';
import type { DraftClaim } from './draft-claim.js';
import { SHIP_NOUNS } from './lexicon.js';
import { PhraseList } from './phrase-list.js';
import type { Predicate, SpeechWords } from './predicates.js';
import { noParties, type Parties } from './roles.js';
import { routeOf } from './route.js';
import { ROUTE_WORDS } from './route-words.js';
import { placeOf } from './scene.js';
import type { Token } from './token.js';
import type { Saying } from './saying.js';
import { whenOf } from './when.js';
import { chainFor, sayingFor } from './word-of.js';

/**
 * The parts of a claim that do not depend on its goods: speaker, modality, time, route, place. `told` is the position at
 * which it is asked whose word the claim is.
 */
export function draftFor(
  reading: Reading,
  kind: Kind,
  predicate: Predicate | null,
  parties: Parties,
  told = predicate?.first ?? 0,
): DraftClaim {
  const at = predicate?.first ?? told;
  const saying = sayingFor(reading, told);
  const stated = saying === null ? reading.published : statedDate(reading, saying);
  const until = (saying === null ? null : stated) ?? reading.discourse.dateline ?? reading.published;
  const [modality, negated, rule] = modalityOf(reading, kind, predicate, saying);
  const near = reading.mentions.filter(
    (p) => predicate === null || separation(reading.sentence.tokens, p.first, at) < 3,
  );
  const place = placeOf(reading, kind, predicate, parties);
  const route = routeFor(reading, kind, predicate, near, place);
  return {
    span: reading.sentence.span,
    kind,
    polarity: negated ? 'negated' : 'affirmed',
    modality,
    chain: chainFor(reading, saying, told),
    stated,
    supplier:
      kind === 'use' || kind === 'deployment' || kind === 'casualty' || kind === 'movement'
        ? null
        : parties.supplier,
    recipient:
      kind === 'use' || kind === 'deployment' || kind === 'casualty' || kind === 'movement'
        ? null
        : parties.recipient,
    actor: kind === 'use' || kind === 'deployment' ? (parties.actor ?? null) : null,
    target: kind === 'use' || kind === 'casualty' ? parties.target : null,
    item: null,
    make: null,
    quantity: null,
    when: whenOf({ sentence: reading.sentence, dating: reading.dating, predicate, at: told, until, kind }),
    route,
    // What is on its way has a place only where it stands still.
    place: kind === 'movement' && (route?.origin ?? route?.destination ?? null) !== null ? null : place,
    outcome: null,
    relation: null,
    explicit: parties.rules.length > 0,
    lot: null,
    reverse: reading.discourse.turned || tellsReverse(reading),
    ownWords: isOwnAct(reading, at),
    pointsBack: reading.pointsBack,
    under: reading.discourse.list?.heading ?? null,
    entry: reading.discourse.entries.get(reading.sentence.block) ?? null,
    block: reading.sentence.block,
    rules: [...(saying === null ? ['narration'] : [saying.rule]), ...(rule === '' ? [] : [rule])],
  };
}

/** "we have never exported" denies an act of one's own; "we have no evidence that any came" tells of another's. */
function isOwnAct({ sentence: { tokens }, words: { no_evidence } }: Reading, at: number): boolean {
  const before = tokens.slice(0, at).map(({ lower }) => lower);
  if (!before.some((word) => /^(?:we|our|i|my)$/.test(word))) return false;
  const text = ` ${before.join(' ')} `;
  return !no_evidence.some((phrase) => text.includes(` ${phrase} `));
}

/** Acts that the sentence dates or places, for claims of later sentences that go on with them. */
export function actsOf(reading: Reading): Told[] {
  const { sentence, dating, predicates, published } = reading;
  return predicates.flatMap((predicate) =>
    predicate.frames.flatMap(({ kind }): Told[] => {
      if (!/^(?:use|casualty|interdiction|movement)$/.test(kind)) return [];
      const near = reading.mentions.filter((p) => separation(sentence.tokens, p.first, predicate.first) < 3);
      const place = placeOf(reading, kind, predicate, noParties());
      const when = whenOf({ sentence, dating, predicate, until: published, kind });
      const route = routeFor(reading, kind, predicate, near, place);
      const nobody = { supplier: null, recipient: null, actor: null, target: null };
      const { span, block } = sentence;
      return when.edtf === null && place === null && route === null
        ? []
        : [{ span, block, kind, polarity: 'affirmed', reverse: false, ...nobody, when, place, route }];
    }),
  );
}

/** The way of what has one; of people sent by a stated carrier, of weapons the place of their launch. */
function routeFor(
  { sentence, discourse }: Reading,
  kind: Kind,
  predicate: Predicate | null,
  near: readonly Placed[],
  place: string | null,
): Route | null {
  switch (kind) {
    case 'transfer':
    case 'movement':
    case 'interdiction':
      return aboard(
        routeOf(sentence, near, predicate, kind === 'movement'),
        sentence.tokens,
        discourse.vessel,
      );
    case 'deployment': {
      const route = routeOf(sentence, near, predicate, false);
      return route === null || route.mode.length === 0 || !areCarried(sentence.tokens, route, predicate)
        ? null
        : { ...route, destination: place ?? route.destination };
    }
    case 'use': {
      const origin = routeOf(sentence, near, predicate, false)?.origin ?? null;
      return origin === null ? null : { mode: [], origin, destination: null, via: [], vessel: null };
    }
    default:
      return null;
  }
}

/** "went by ship", "were flown": people who travel so, and not such as fly or build what is named. */
function areCarried(tokens: readonly Token[], { vessel }: Route, predicate: Predicate | null): boolean {
  if (vessel !== null || (predicate !== null && ROUTE_WORDS.modes.has(predicate.lemma))) return true;
  const text = lowerText(tokens);
  return ABOARD.test(text) || BROUGHT.test(text);
}

const CARRIER =
  '(?:ships?|vessels?|air(?:craft|liners?|planes?)|aeroplanes?|planes?|flights?|trains?|ferry|ferries|boats?|bus|buses|trucks?|lorries)';
const ABOARD = new RegExp(
  `\\b(?:by|aboard|on board|on|in|via) (?:[\\w-]+ ){0,3}(?:sea|air|rail|${CARRIER})\\b`,
  'u',
);
const BROUGHT = new RegExp(
  `\\b${CARRIER}\\b[^,;.]{0,50} (?:brought|carried|took|flew|ferried|transported|landed|moved|delivered|ferrying|carrying|bringing)\\b`,
  'u',
);

/** "the ship", "her hold": the ship last named carries what the sentence tells of, unless it names another. */
function aboard(route: Route | null, tokens: readonly Token[], vessel: string | null): Route | null {
  if (vessel === null || (route !== null && route.vessel !== null)) return route;
  const meant = tokens.some(
    (token, i) =>
      /^(?:she|her)$/.test(token.lower) ||
      (SHIPS.has(token.lower) &&
        /^(?:the|this|that)$/.test(tokens[i - 1]?.lower ?? '') &&
        tokens[i + 1]?.pos !== 'NOUN'),
  );
  if (!meant) return route;
  const own = route ?? { mode: [], origin: null, destination: null, via: [], vessel: null };
  return { ...own, mode: own.mode.includes('sea') ? own.mode : [...own.mode, 'sea'], vessel };
}

const SHIPS = new Set(SHIP_NOUNS);

/** The day of a statement: as its sentence says, else that of the speaker's last dated one. */
function statedDate(reading: Reading, saying: Saying): string | null {
  const time = reading.dating.statement
    .map(({ mention, first }) => ({ edtf: mention.time.edtf, distance: Math.abs(first - saying.at) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const who = saying.chain.at(-1)?.speaker.who ?? '';
  if (time !== undefined) reading.discourse.stated.set(who, time.edtf);
  return time?.edtf ?? reading.discourse.stated.get(who) ?? null;
}

/** Keeps the day of every statement, also of those that make no claim. */
export function noteStatements(reading: Reading): void {
  for (const saying of reading.sayings) statedDate(reading, saying);
}

/** "in May 2020" is no "may". */
const isDate = ({ mentions }: Reading, token: Token): boolean =>
  mentions.some(
    ({ mention }) =>
      mention.type === 'time' && mention.span[0] <= token.start && token.end <= mention.span[1],
  );

/** What the sentence's own words make of the claim, over what the verb of saying does. */
function modalityOf(
  reading: Reading,
  kind: Kind,
  predicate: Predicate | null,
  saying: Saying | null,
): [Modality, boolean, string] {
  if (kind === 'capacity') return ['assessed', false, ''];
  const { tokens } = reading.sentence;
  const at = predicate?.first ?? 0;
  const from = Math.max(0, at - 9);
  const window = tokens
    .slice(from, (predicate?.last ?? tokens.length) + 4)
    .filter((token, i) => separation(tokens, from + i, at) < 2 && !isDate(reading, token));
  const text = ` ${window.map((token) => token.lower).join(' ')} `;
  const negated =
    / (?:not|no|never|none|nothing|neither|nor|n't|without) /.test(
      ` ${tokens
        .slice(Math.max(0, at - 7), at)
        .filter((_, i) => separation(tokens, Math.max(0, at - 7) + i, at) < 1)
        .map((t) => t.lower)
        .join(' ')} `,
    ) && !/ not only | no (?:fewer|less|more) than /.test(text);
  const whole = ` ${lowerText(tokens)} `;
  for (const { modality, phrases } of modalIn(reading)) {
    const within =
      modality === 'investigated' || modality === 'confirmed' || (modality === 'reported' && saying === null)
        ? whole
        : text;
    const phrase = phrases.find((words) => within.includes(` ${words} `));
    if (phrase === undefined) continue;
    // "judged the accusations credible": the verb outweighs what it is about.
    if (modality === 'alleged' && /^(?:assessed|confirmed)$/.test(saying?.modality ?? '')) continue;
    if (modality === 'possible' && saying?.modality === 'assessed' && phrase === 'could')
      return ['possible', negated, `word:${phrase}`];
    return [modality, negated, `word:${phrase}`];
  }
  const said = saying?.modality ?? 'asserted';
  return [said === 'denied' ? 'asserted' : said, negated, ''];
}

/** The order in which words of modality outweigh each other. */
const ORDER: readonly Modality[] = [
  'investigated',
  'confirmed',
  'reported',
  'alleged',
  'planned',
  'possible',
  'assessed',
];

const modalities = new WeakMap<SpeechWords, readonly (readonly [Modality, PhraseList])[]>();

/** The phrases of each modality, made ready once. */
function modalitiesOf(words: SpeechWords): readonly (readonly [Modality, PhraseList])[] {
  const known = modalities.get(words);
  if (known !== undefined) return known;
  const made = ORDER.map((modality) => [modality, new PhraseList(words.modality[modality] ?? [])] as const);
  modalities.set(words, made);
  return made;
}

type Modal = readonly { readonly modality: Modality; readonly phrases: readonly string[] }[];
const modal = new WeakMap<readonly Token[], Modal>();

/** The modalities of which a sentence may hold a phrase, told once for all its claims. */
function modalIn({ words, sentence: { tokens } }: Reading): Modal {
  const known = modal.get(tokens);
  if (known !== undefined) return known;
  const made = modalitiesOf(words)
    .map(([modality, list]) => ({ modality, phrases: list.among(tokens) }))
    .filter(({ phrases }) => phrases.length > 0);
  modal.set(tokens, made);
  return made;
}

/** Whether a sentence says that goods moved against the flow told before. */
export const tellsReverse = ({ document, sentence }: Pick<Reading, 'document' | 'sentence'>): boolean =>
  REVERSE.test(document.text.slice(...sentence.span));

const REVERSE =
  /\b(?:in return|in exchange|the other way|opposite direction|other direction|return leg|coming back|come back|in payment|as payment|as compensation|in kind|reverse direction|backhaul)\b/i;
