import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { Route } from '../model/claim.js';
import type { Kind } from '../model/enums.js';
import { lowerText } from './clause.js';
import type { DraftClaim } from './draft-claim.js';
import type { Predicate } from './predicates.js';
import type { Token } from './token.js';

/**
 * What a text says once of an event or flow and means for the sentences that refer back to it: time, place and route
 * (docs/claims.md, convention 13); and the scope of what it says no time of (convention 14).
 */

const words = readYaml(
  join(DATA_FOLDER, 'claims', 'references.yaml'),
  z.strictObject({ source: z.array(z.string()), phrases: z.array(z.string()), nouns: z.array(z.string()) }),
);
const PHRASE = new RegExp(`(?<![\\p{L}-])(?:${words.phrases.join('|')})(?![\\p{L}-])`, 'u');
/** "Six of them": a part of what was told stands at the head. */
const PART = /^(?:[^ ]+ ){1,4}of (?:them|these|those)(?![\p{L}-])/u;
const NOUNS = new Set(words.nouns);

/**
 * What was told to have happened: a claim, or an act that its sentence dates or places without making a claim of it
 * ("Panama had stopped her on 10 July").
 */
export type Told = Pick<
  DraftClaim,
  | 'span'
  | 'block'
  | 'kind'
  | 'polarity'
  | 'reverse'
  | 'supplier'
  | 'recipient'
  | 'actor'
  | 'target'
  | 'when'
  | 'place'
  | 'route'
>;

/** Whether a sentence points back to what was told before it. */
export function pointsBack(tokens: readonly Token[], predicates: readonly Predicate[]): boolean {
  const text = lowerText(tokens);
  const definite = tokens.some(
    (token, i) =>
      NOUNS.has(token.lemma) && /^(?:the|this|that|these|those|its)$/.test(tokens[i - 1]?.lower ?? ''),
  );
  return definite || PHRASE.test(text) || PART.test(text) || tellsOfThem(tokens, predicates);
}

/** "They moved …", "she was carrying": a pronoun that does or suffers the act, and says nothing. */
function tellsOfThem(tokens: readonly Token[], predicates: readonly Predicate[]): boolean {
  if (/^(?:they|she|these|those)$/.test(tokens[0]?.lower ?? '') && goesOn(tokens, predicates)) return true;
  return predicates.some((p) => {
    if (p.frames.length === 0 || p.voice === 'nominal') return false;
    const from = Math.max(0, p.first - 4);
    const at = tokens
      .slice(from, p.first)
      .findLastIndex((token) => /^(?:they|she|it|these|those)$/.test(token.lower));
    if (at < 0) return false;
    const helpers = tokens
      .slice(from + at + 1, p.first)
      .every((token) => /^(?:AUX|ADV|PART)$/.test(token.pos));
    return helpers && (from + at <= 2 || tokens[from + at]?.lower === 'she');
  });
}

/** "They travelled by ship": whatever the verb behind the pronoun, where it gives no words to anybody. */
function goesOn(tokens: readonly Token[], predicates: readonly Predicate[]): boolean {
  const verb = tokens.findIndex(({ pos }) => pos === 'VERB');
  return (
    verb > 0 &&
    tokens.slice(1, verb).every(({ pos }) => /^(?:AUX|ADV|PART)$/.test(pos)) &&
    !predicates.some((p) => p.first === verb && p.speech !== null)
  );
}

/** Gives each claim what an earlier one, or an act told before it, has said for it; and each its scope. */
export function carryOver(drafts: readonly DraftClaim[], acts: readonly Told[]): void {
  const told = [...acts, ...drafts].sort((a, b) => a.span[0] - b.span[0]);
  for (const draft of drafts) {
    const source = antecedentOf(draft, told);
    if (source !== null) carry(source, draft);
    enter(draft);
    settleScope(draft);
  }
}

/** The claim or act whose time, place and way hold for a later claim. */
function antecedentOf(draft: DraftClaim, told: readonly Told[]): Told | null {
  if (draft.relation?.type === 'part_of' && draft.relation.to !== null) return draft.relation.to;
  if (draft.under !== null && (draft.polarity !== 'affirmed' || isOneCourse(draft.under, draft)))
    return draft.under;
  if (draft.relation?.type === 'given') return null;
  const bare = (HAPPENING.has(draft.kind) || isSum(draft)) && draft.when.edtf === null;
  if (!draft.pointsBack && !bare) return null;
  for (let k = told.length - 1; k >= 0; k--) {
    const earlier = told[k] as Told;
    if (earlier.span[0] >= draft.span[0]) continue;
    if (earlier.block < draft.block) return null;
    const says = earlier.when.edtf !== null || earlier.place !== null || earlier.route !== null;
    const elsewhere = draft.place !== null && earlier.place !== null && draft.place !== earlier.place;
    if (isSum(draft) && earlier.kind !== draft.kind) continue;
    if (says && !(bare && elsewhere) && isSameCourse(earlier, draft)) return earlier;
  }
  return null;
}

/** What goods are worth or cost: of those told just before, unless the sentence names others. */
const isSum = ({ kind, quantity, item }: DraftClaim): boolean =>
  (kind === 'transfer' || kind === 'agreement') && quantity?.unit === 'usd' && (item?.class ?? null) === null;

/** Kinds of what happens at one place and time, so that the next sentence goes on with it unless it names others. */
const HAPPENING: ReadonlySet<Kind> = new Set<Kind>(['casualty', 'interdiction']);

/** Kinds in which one course of events may be told. */
const COURSES: readonly ReadonlySet<Kind>[] = [
  new Set<Kind>(['transfer', 'movement']),
  new Set<Kind>(['use', 'casualty', 'interdiction']),
  ...(['deployment', 'assistance', 'agreement', 'investigation'] as const).map(
    (kind) => new Set<Kind>([kind]),
  ),
];

const isOneCourse = (a: Pick<Told, 'kind'>, b: Pick<Told, 'kind'>): boolean =>
  COURSES.some((course) => course.has(a.kind) && course.has(b.kind));

/** Whether a claim may go on with what was told: alike in kind, and never in the opposite direction. */
function isSameCourse(a: Told, b: Told): boolean {
  const agrees = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return (
    isOneCourse(a, b) &&
    (a.polarity === b.polarity || b.polarity !== 'affirmed') &&
    (a.reverse || !b.reverse) &&
    agrees(a.supplier, b.supplier) &&
    agrees(a.recipient, b.recipient) &&
    agrees(a.actor, b.actor) &&
    agrees(a.target, b.target)
  );
}

function carry(from: Told, to: DraftClaim): void {
  if (to.kind === 'capacity') return;
  if (to.when.edtf === null && to.when.scope === 'unknown' && from.when.edtf !== null) {
    to.when = from.when;
    to.rules.push('carried:when');
  }
  if (to.block === from.block && to.route === null && from.route !== null && isRouted(to.kind)) {
    to.route = from.kind === 'movement' && to.kind === 'transfer' ? carrierOf(from.route) : from.route;
    to.rules.push('carried:route');
  }
  if (to.route !== null && from.route !== null && isRouted(to.kind) && isSameShip(from.route, to.route)) {
    to.route = { ...from.route, mode: to.route.mode };
    to.rules.push('carried:way');
  }
  if (to.place === null && from.place !== null && isPlaced(to.kind)) {
    to.place = from.place;
    to.rules.push('carried:place');
  }
}

/** What an entry tells without a time happened on its day: in a chronicle any act, on a live page what has just happened. */
function enter(draft: DraftClaim): void {
  const { entry, kind, when, quantity, polarity } = draft;
  if (entry === null || when.edtf !== null || when.scope !== 'unknown' || polarity !== 'affirmed') return;
  const { stated, relation } = draft;
  if (relation?.type === 'part_of' || (stated?.length === 10 && stated < entry.day)) return;
  const toll = kind === 'casualty' && (quantity?.low ?? quantity?.high ?? 0) >= 1000;
  if (toll || !(entry.live ? NEWS : CHRONICLED).has(kind)) return;
  draft.when = { edtf: entry.day, scope: 'point' };
  draft.rules.push('entry');
}

const NEWS: ReadonlySet<Kind> = new Set<Kind>(['use', 'casualty', 'interdiction']);
const CHRONICLED: ReadonlySet<Kind> = new Set<Kind>([
  ...NEWS,
  'transfer',
  'movement',
  'deployment',
  'agreement',
]);

/** The later route names the ship of the earlier one and nothing more of its way. */
const isSameShip = (from: Route, to: Route): boolean =>
  to.vessel !== null && to.vessel === from.vessel && to.origin === null && to.destination === null;

/** Of a movement's way, what holds for the goods handed over: the ends of one without a ship may be the parties. */
const carrierOf = (route: Route): Route | null =>
  route.vessel !== null
    ? route
    : route.mode.length === 0
      ? null
      : { ...route, origin: null, destination: null };

const isPlaced = (kind: Kind): boolean =>
  kind === 'use' || kind === 'casualty' || kind === 'interdiction' || kind === 'deployment';

const isRouted = (kind: Kind): boolean =>
  kind === 'transfer' || kind === 'movement' || kind === 'interdiction';

/** What is said without any time is a running total where it is counted; a rate, a load and a deal are none. */
function settleScope(draft: DraftClaim): void {
  const { kind, quantity, when } = draft;
  const rate = (quantity?.per ?? null) !== null;
  if (kind === 'capacity' || rate) draft.when = { ...when, scope: 'unknown' };
  else if (when.edtf === null && when.scope === 'unknown')
    draft.when = { edtf: null, scope: isTotal(draft) ? 'cumulative' : 'unknown' };
}

const isTotal = ({ kind, quantity }: DraftClaim): boolean =>
  quantity !== null &&
  (quantity.share_of ?? null) === null &&
  kind !== 'agreement' &&
  kind !== 'investigation';
