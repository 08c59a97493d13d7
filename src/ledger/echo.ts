import { dayBounds } from '../core/edtf-date.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { DocumentFacts } from './document-facts.js';
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
import { nearDuplicates } from './shingles.js';
import { compare } from './statement-date.js';
import { refOf, type Statement } from './statement.js';

/** A statement told again: whose, and what the retelling changed. */
export interface Echo {
  /** The oldest telling. */
  readonly of: Statement;
  readonly drift: readonly Drift[];
}

/** A retelling is published this many days after its source or fewer. */
const RETOLD_WITHIN = 7;

/** The statements that only repeat another, by what they repeat. The order of the statements plays no part. */
export function echoesOf(
  statements: readonly Statement[],
  documents: readonly DocumentFacts[],
  names: Names,
): ReadonlyMap<Statement, Echo> {
  const originals = originalDocuments(documents);
  const echoes = new Map<Statement, Echo>();
  const earlier = new Map<string, Statement[]>();
  const retold = new Set<string>();
  for (const statement of [...statements].sort(byTelling)) {
    const keys = keysOf(statement, originals);
    const told = new Set(keys.flatMap((key) => earlier.get(key) ?? []));
    const source = bestSource(statement, [...told], retold, originals, names);
    if (source !== null) {
      const root = echoes.get(source)?.of ?? source;
      retold.add(`${statement.claim.doc} ${refOf(source.claim)}`);
      echoes.set(statement, { of: root, drift: driftOf(root, statement, names) });
    }
    for (const key of tellingKeys(statement)) {
      const there = earlier.get(key);
      if (there) there.push(statement);
      else earlier.set(key, [statement]);
    }
  }
  return withJoinedAlternatives(echoes, statements);
}

/** Oldest telling first: publication, then statement order, then document and position. */
function byTelling(a: Statement, b: Statement): number {
  return (
    compare(a.published ?? '9999', b.published ?? '9999') ||
    compare(a.day ?? '9999', b.day ?? '9999') ||
    compare(a.claim.doc, b.claim.doc) ||
    a.claim.index - b.claim.index
  );
}

/** The document that each near-duplicate repeats, by id. */
function originalDocuments(documents: readonly DocumentFacts[]): ReadonlyMap<string, string> {
  const oldestFirst = [...documents].sort(
    (a, b) => compare(a.published ?? '9999', b.published ?? '9999') || compare(a.id, b.id),
  );
  return new Map([...nearDuplicates(oldestFirst)].map(([repeat, original]) => [repeat.id, original.id]));
}

/** Where a later statement looks for this one: by claimant, by figure, by document. */
function tellingKeys({ claim, claimant }: Statement): string[] {
  const goods = `${claim.polarity} ${claim.item?.class ?? ''}`;
  return [
    `claimant ${claimant} ${goods}`,
    `figure ${figureKey(claim)} ${goods}`,
    `document ${claim.doc} ${goods}`,
  ];
}

function keysOf(statement: Statement, originals: ReadonlyMap<string, string>): string[] {
  const [byClaimant, byFigure] = tellingKeys(statement);
  const { claim } = statement;
  const original = originals.get(claim.doc);
  const byDocument =
    original === undefined ? null : `document ${original} ${claim.polarity} ${claim.item?.class ?? ''}`;
  return [byClaimant, statement.narrated && statement.interval !== null ? byFigure : null, byDocument].filter(
    (key) => key !== null && key !== undefined,
  );
}

function figureKey({ quantity }: Claim): string {
  return quantity === null ? '' : `${quantity.low} ${quantity.high} ${quantity.unit}`;
}

/**
 * The statement that this one retells with the least drift, then the nearest words, then the oldest; one that its
 * document has retold already comes last.
 */
function bestSource(
  statement: Statement,
  told: readonly Statement[],
  retold: ReadonlySet<string>,
  originals: ReadonlyMap<string, string>,
  names: Names,
): Statement | null {
  let best: { source: Statement; cost: number } | null = null;
  const original = originals.get(statement.claim.doc);
  const sources = told.filter((source) => retells(source, statement, original === source.claim.doc, names));
  for (const source of sources.sort(byTelling)) {
    const again = Number(retold.has(`${statement.claim.doc} ${refOf(source.claim)}`));
    const words = Number(!sharesWord(source.claim, statement.claim));
    const cost = driftOf(source, statement, names).length * 4 + again * 2 + words;
    if (best === null || cost < best.cost) best = { source, cost };
  }
  return best?.source ?? null;
}

/** Whether the goods of two claims have a word in common. */
function sharesWord(a: Claim, b: Claim): boolean {
  const words = new Set((a.item?.wording ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return (
    words.size === 0 ||
    ((b.item?.wording ?? '').toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => words.has(word))
  );
}

/** @param copied whether the later document nearly repeats the earlier one */
function retells(told: Statement, later: Statement, copied: boolean, names: Names): boolean {
  if (!oneMatter(told, later, names)) return false;
  const elsewhere = told.claim.doc !== later.claim.doc;
  if (copied) return sameFigure(told.claim.quantity, later.claim.quantity) || drifts(told, later);
  if (told.claimant === later.claimant) {
    return repeatsFigure(told, later, elsewhere) || (elsewhere && relays(told, later));
  }
  return elsewhere && dropsAttribution(told, later);
}

const drifts = (told: Statement, later: Statement): boolean =>
  figureDrift(told.claim.quantity, later.claim.quantity) !== null;

/** Kind, polarity, parties and item are those of the earlier one but for a drift; no two places apart. */
function oneMatter(told: Statement, later: Statement, names: Names): boolean {
  const [a, b] = [told.claim, later.claim];
  return (
    (a.kind === b.kind || asTransfer(a, b)) &&
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
function repeatsFigure(told: Statement, later: Statement, elsewhere: boolean): boolean {
  if (!sameFigure(told.claim.quantity, later.claim.quantity) || told.group !== later.group) return false;
  if (windowDrift(told, later) !== null) return false;
  // Without a figure, two claims of one document are two things said; so are two on the same words.
  const figure = later.interval !== null;
  if (!elsewhere) {
    return (
      figure &&
      sameParties(told, later) &&
      told.claim.span.some((edge, end) => edge !== later.claim.span[end])
    );
  }
  return sameParties(told, later) || figure;
}

/** 2. A relay of the same or an undated statement, published within days, with at most one of figure and window changed. */
function relays(told: Statement, later: Statement): boolean {
  if (later.claim.attribution.length < 2) return false;
  const saidThen = claimantOf(told.claim).stated ?? null;
  const saidNow = claimantOf(later.claim).stated ?? null;
  if (saidThen === null || saidNow === null) {
    if (!publishedWithin(told, later)) return false;
  } else if (!datesMeet(saidThen, saidNow)) return false;
  if (sameFigure(told.claim.quantity, later.claim.quantity)) return true;
  return drifts(told, later) && windowDrift(told, later) === null;
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
function dropsAttribution(told: Statement, later: Statement): boolean {
  return (
    later.narrated &&
    later.interval !== null &&
    later.claim.relation?.type !== 'given' &&
    told.published !== null &&
    later.published !== null &&
    told.published < later.published &&
    told.claim.kind === later.claim.kind &&
    told.group === later.group &&
    sameParties(told, later) &&
    sameFigure(told.claim.quantity, later.claim.quantity) &&
    windowDrift(told, later) === null
  );
}

function driftOf(told: Statement, later: Statement, names: Names): Drift[] {
  const [a, b] = [told.claim, later.claim];
  return [
    asTransfer(a, b) ? ('capacity-as-transfer' as const) : null,
    sameFigure(a.quantity, b.quantity) ? null : figureDrift(a.quantity, b.quantity),
    sameParties(told, later) ? null : partyDrift(told, later, names),
    modalityDrift(told, later),
    windowDrift(told, later),
    later.narrated && told.claimant !== later.claimant ? ('attribution-dropped' as const) : null,
  ].filter((drift) => drift !== null);
}

/** "3 million or 500,000" retold as both: each is an echo of an alternative, and neither says so any more. */
function withJoinedAlternatives(
  echoes: ReadonlyMap<Statement, Echo>,
  statements: readonly Statement[],
): ReadonlyMap<Statement, Echo> {
  const byRef = new Map(statements.map((statement) => [refOf(statement.claim), statement]));
  const retold = new Set([...echoes].map(([{ claim }, { of }]) => `${claim.doc} ${refOf(of.claim)}`));
  return new Map(
    [...echoes].map(([later, echo]) => {
      const { doc, relation } = echo.of.claim;
      const other =
        relation?.type === 'alternative_to' && relation.claim !== null
          ? byRef.get(refOf({ doc, index: relation.claim }))
          : undefined;
      const joined =
        other !== undefined &&
        later.claim.relation?.type !== 'alternative_to' &&
        retold.has(`${later.claim.doc} ${refOf(other.claim)}`);
      return [later, joined ? { ...echo, drift: [...echo.drift, 'or-as-and'] } : echo];
    }),
  );
}
