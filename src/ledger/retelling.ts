import { dayBounds } from '../core/edtf-date.js';
import { claimantOf, type Claim } from '../model/claim.js';
import {
  figureDrift,
  modalityDrift,
  partyDrift,
  sameFigure,
  sameParties,
  windowDrift,
  type Drift,
} from './drift.js';
import type { Names } from './names.js';
import { placesNest } from './places.js';
import type { Statement } from './statement.js';

/** When one statement tells another again, and with what changed. */

/** A retelling is published this many days after its source or fewer. */
export const RETOLD_WITHIN = 7;

/**
 * In which case a later statement tells an earlier one again, as far as what they say goes; null where in none. What
 * their documents and days must be besides is `toldWhere`.
 */
export type Retelling =
  /** The later document nearly repeats the earlier one. */
  | 'copied'
  /** The same claimant's figure again. */
  | 'repeated'
  /** A relay of a statement of the same day, or of one in the days before. */
  | 'relayed'
  | 'relayed-in-days'
  /** A page's own word for another's figure. */
  | 'unattributed';

/** @param copied whether the later document nearly repeats the earlier one */
export function retellings(told: Statement, later: Statement, copied: boolean, names: Names): Retelling[] {
  if (!oneMatter(told, later, names)) return [];
  const same = sameFigure(told, later);
  if (copied) return same || drifts(told, later) ? ['copied'] : [];
  if (told.claimant !== later.claimant) return same && dropsAttribution(told, later) ? ['unattributed'] : [];
  const found: Retelling[] = [];
  if (same && repeats(told, later)) found.push('repeated');
  const relay = relays(told, later, same);
  if (relay !== null) found.push(relay);
  return found;
}

/** Whether the place and day of two tellings are as a retelling of this sort needs them. */
export function toldWhere(how: Retelling, told: Statement, later: Statement): boolean {
  const elsewhere = told.claim.doc !== later.claim.doc;
  // What a load could hold and what was sent are two things said, where one page says both.
  if (!elsewhere && told.claim.kind !== later.claim.kind) return false;
  switch (how) {
    case 'copied':
      return true;
    case 'repeated':
      return elsewhere ? sameParties(told, later) || later.interval !== null : twiceOnOnePage(told, later);
    case 'relayed':
      return elsewhere;
    case 'relayed-in-days':
      return elsewhere && publishedWithin(told, later);
    case 'unattributed':
      return (
        elsewhere && told.published !== null && later.published !== null && told.published < later.published
      );
  }
}

/** Without a figure, two claims of one document are two things said; so are two on the same words. */
const twiceOnOnePage = (told: Statement, later: Statement): boolean =>
  later.interval !== null &&
  sameParties(told, later) &&
  told.claim.span.some((edge, end) => edge !== later.claim.span[end]);

const drifts = (told: Statement, later: Statement): boolean => figureDrift(told, later) !== null;

/** Kind, polarity, parties and item are those of the earlier one but for a drift; no two places apart. */
function oneMatter(told: Statement, later: Statement, names: Names): boolean {
  const [a, b] = [told.claim, later.claim];
  return (
    (a.kind === b.kind || (a.kind === 'capacity' && b.kind === 'transfer')) &&
    a.polarity === b.polarity &&
    (a.item?.class ?? null) === (b.item?.class ?? null) &&
    a.outcome === b.outcome &&
    !differ(a.item?.model, b.item?.model) &&
    (!isUnclassed(a, b) || sharesWord(a, b)) &&
    !differ(told.question.vessel, later.question.vessel) &&
    (sameParties(told, later) || partyDrift(told, later, names) !== null) &&
    !apart(a.place, b.place, names) &&
    !apart(a.route?.origin, b.route?.origin, names) &&
    !apart(a.route?.destination, b.route?.destination, names)
  );
}

/** Goods without class or figure are the same only by their words; a denial of "arms" and of "weapons" is one. */
const isUnclassed = (a: Claim, b: Claim): boolean =>
  a.polarity === 'affirmed' && (a.item?.class ?? null) === null && a.quantity === null && b.quantity === null;

const asTransfer = (told: Claim, later: Claim): boolean =>
  told.kind === 'capacity' && later.kind === 'transfer' && told.doc !== later.doc;

const differ = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? null) !== null && (b ?? null) !== null && a !== b;

const apart = (a: string | null | undefined, b: string | null | undefined, names: Names): boolean =>
  (a ?? null) !== null && (b ?? null) !== null && !placesNest(a ?? '', b ?? '', names);

/** 1. The same figure and modality group, unless both state windows that differ. */
const repeats = (told: Statement, later: Statement): boolean =>
  told.group === later.group && windowDrift(told, later) === null;

/** 2. A relay of the same or an undated statement, published within days, with at most one of figure and window changed. */
function relays(told: Statement, later: Statement, same: boolean): 'relayed' | 'relayed-in-days' | null {
  if (later.claim.attribution.length < 2) return null;
  const saidThen = claimantOf(told.claim).stated ?? null;
  const saidNow = claimantOf(later.claim).stated ?? null;
  const dated = saidThen !== null && saidNow !== null;
  if (dated && !datesMeet(saidThen, saidNow)) return null;
  if (!same && (!drifts(told, later) || windowDrift(told, later) !== null)) return null;
  return dated ? 'relayed' : 'relayed-in-days';
}

function datesMeet(a: string, b: string): boolean {
  const [x, y] = [dayBounds(a), dayBounds(b)];
  return x !== null && y !== null && (x.start ?? '') <= (y.end ?? '~') && (y.start ?? '') <= (x.end ?? '~');
}

function publishedWithin(told: Statement, later: Statement): boolean {
  if (told.published === null || later.published === null) return false;
  return Math.abs(Date.parse(later.published) - Date.parse(told.published)) <= RETOLD_WITHIN * 86_400_000;
}

/** 3. A page's own word for a figure that was published before it elsewhere. */
const dropsAttribution = (told: Statement, later: Statement): boolean =>
  later.narrated &&
  later.interval !== null &&
  later.claim.relation?.type !== 'given' &&
  told.claim.kind === later.claim.kind &&
  told.group === later.group &&
  sameParties(told, later) &&
  windowDrift(told, later) === null;

export function driftOf(told: Statement, later: Statement, names: Names): Drift[] {
  const [a, b] = [told.claim, later.claim];
  return [
    asTransfer(a, b) ? ('capacity-as-transfer' as const) : null,
    sameFigure(told, later) ? null : figureDrift(told, later),
    sameParties(told, later) ? null : partyDrift(told, later, names),
    modalityDrift(told, later),
    windowDrift(told, later),
    later.narrated && told.claimant !== later.claimant ? ('attribution-dropped' as const) : null,
  ].filter((drift) => drift !== null);
}

/** Whether the goods of two claims have a word in common. */
export function sharesWord(a: Claim, b: Claim): boolean {
  const words = new Set((a.item?.wording ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return (
    words.size === 0 ||
    ((b.item?.wording ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => words.has(word))
  );
}
