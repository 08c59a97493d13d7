import { join } from 'node:path';
import { z } from 'zod';
import { DATA_FOLDER } from '../core/package-root.js';
import { readYaml } from '../core/yaml-file.js';
import type { Kind } from '../model/enums.js';
import type { DraftClaim } from './draft-claim.js';
import type { Token } from './sentences.js';

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

/** Whether a sentence points back to what was told before it. */
export function pointsBack(tokens: readonly Token[]): boolean {
  const text = tokens.map((token) => token.lower).join(' ');
  const definite = tokens.some(
    (token, i) =>
      NOUNS.has(token.lemma) && /^(?:the|this|that|these|those|its)$/.test(tokens[i - 1]?.lower ?? ''),
  );
  return definite || PHRASE.test(text) || PART.test(text);
}

/** Gives each claim what an earlier one has said for it, and each its scope. */
export function carryOver(drafts: readonly DraftClaim[]): void {
  drafts.forEach((draft, i) => {
    const source = antecedentOf(draft, drafts, i);
    if (source !== null) carry(source, draft);
    settleScope(draft);
  });
}

/** The claim whose time, place and way hold for a later one. */
function antecedentOf(draft: DraftClaim, drafts: readonly DraftClaim[], i: number): DraftClaim | null {
  if (draft.relation?.type === 'part_of' && draft.relation.to !== null) return draft.relation.to;
  if (draft.under !== null) return draft.under;
  if (!draft.pointsBack || draft.relation?.type === 'given') return null;
  for (let k = i - 1; k >= 0; k--) {
    const earlier = drafts[k] as DraftClaim;
    if (earlier.block < draft.block - 1) return null;
    if (earlier.span[0] < draft.span[0] && isSameCourse(earlier, draft)) return earlier;
  }
  return null;
}

/** Kinds in which one course of events may be told. */
const COURSES: readonly ReadonlySet<Kind>[] = [
  new Set<Kind>(['transfer', 'movement']),
  ...(
    ['use', 'deployment', 'casualty', 'interdiction', 'assistance', 'agreement', 'investigation'] as const
  ).map((kind) => new Set<Kind>([kind])),
];

/** Whether two claims may be of one flow or event: alike in kind, and never in opposite directions. */
function isSameCourse(a: DraftClaim, b: DraftClaim): boolean {
  const agrees = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return (
    COURSES.some((course) => course.has(a.kind) && course.has(b.kind)) &&
    (a.reverse || !b.reverse) &&
    a.polarity === b.polarity &&
    agrees(a.supplier, b.supplier) &&
    agrees(a.recipient, b.recipient) &&
    agrees(a.actor, b.actor) &&
    agrees(a.target, b.target)
  );
}

function carry(from: DraftClaim, to: DraftClaim): void {
  if (to.kind === 'capacity') return;
  if (to.when.edtf === null && to.when.scope === 'unknown' && from.when.edtf !== null) {
    to.when = from.when;
    to.rules.push('carried:when');
  }
  if (to.block === from.block && to.route === null && from.route !== null && isRouted(to.kind)) {
    to.route = from.route;
    to.rules.push('carried:route');
  }
  if (to.place === null && from.place !== null && from.kind === to.kind) {
    to.place = from.place;
    to.rules.push('carried:place');
  }
}

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
