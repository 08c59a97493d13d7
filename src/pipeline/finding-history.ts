import { TallymanError } from '../core/errors.js';
import { documentFactsBy, type DocumentFacts, type DocumentHead } from '../ledger/document-facts.js';
import { knownSince } from '../ledger/known.js';
import { layOut } from '../ledger/lay-out.js';
import type { Claim } from '../model/claim.js';
import type { KeptFinding } from '../model/finding.js';
import { assembledFinding, type FindingParts } from '../model/kept-finding.js';
import { judgedNames } from '../ledger/judged-names.js';
import { nameIndex } from '../ledger/names.js';
import { rulingsOfCase } from './entities.js';
import type { OpenCase } from './open-case.js';

/** A finding as it was known to the world at the end of a day. */
export interface HistoryPoint {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly range: { readonly low: number | null; readonly high: number | null } | null;
  readonly origins: number;
  readonly claims: number;
  readonly dispute: string | null;
  readonly denied_by: readonly string[];
  readonly came: readonly {
    readonly claim: string;
    readonly claimant: string | null;
    readonly document: DocumentHead;
  }[];
}

/** A document of a finding, with all of its claims and the day on which it could be known. */
interface Held {
  readonly facts: DocumentFacts;
  readonly claims: readonly Claim[];
  readonly since: string;
}

/** More days than a plot can show are told by their months' last days, so that long questions stay quick. */
const MOST_DAYS = 60;

/**
 * How a finding came to be what it is, from its first publication on. Each point is worked out of the documents that bear
 * on it by the rules that build the ledger, as they were known on the day.
 * @throws TallymanError `not-found`
 */
export async function findingHistory(open: OpenCase, id: string): Promise<HistoryPoint[]> {
  const finding = await open.store.finding(id);
  if (finding === null) throw new TallymanError('not-found', 'no finding has this id', id);
  const held = await documentsOn(open, finding);
  const tables = open.tables();
  const names = judgedNames(nameIndex(open.vocabulary(), tables.vague), await rulingsOfCase(open));
  const points: HistoryPoint[] = [];
  let last = '';
  for (const day of stepsOf(held)) {
    const known = held.filter(({ since }) => since <= day);
    const laidOut = layOut({
      documents: known.map(({ facts }) => facts),
      claims: known.flatMap(({ claims }) => claims),
      names,
      tables,
    });
    const then = find(laidOut.findings(), id);
    const came = held.filter(({ since }) => last < since && since <= day);
    // A denial of everything may be older than the question: it comes with the first day that has one.
    if (then === null) continue;
    last = day;
    points.push(pointOf(day, then, came));
  }
  return points;
}

async function documentsOn(open: OpenCase, { claims }: KeptFinding): Promise<Held[]> {
  const { store } = open;
  const factsOf = documentFactsBy(open.tables().evidence);
  const ids = [...new Set(claims.map(({ doc }) => doc))];
  const held: Held[] = [];
  for await (const document of store.documents({ ids })) {
    const facts = factsOf(document);
    const source = await store.source(document.source);
    const obtained = (source?.origins ?? []).map((origin) => origin.obtained.slice(0, 10)).sort();
    const since = knownSince({ published: facts.published, obtained: obtained[0] ?? '9999-12-31' }, 'world');
    const own: Claim[] = [];
    for await (const claim of store.claims({ document: document.id })) own.push(claim);
    held.push({ facts, claims: own, since });
  }
  return held;
}

function stepsOf(held: readonly Held[]): string[] {
  const days = [...new Set(held.map(({ since }) => since))].sort();
  if (days.length <= MOST_DAYS) return days;
  const lastOfMonth = new Map(days.map((day) => [day.slice(0, 7), day]));
  return [...lastOfMonth.values()];
}

function find(findings: Iterable<FindingParts>, id: string): KeptFinding | null {
  for (const parts of findings) if (parts.head.id === id) return assembledFinding(parts);
  return null;
}

function pointOf(day: string, finding: KeptFinding, came: readonly Held[]): HistoryPoint {
  const heads = new Map(came.map(({ facts }) => [facts.id, facts]));
  return {
    day,
    range: finding.range && { low: finding.range.low, high: finding.range.high },
    origins: finding.origins,
    claims: finding.claims.length,
    dispute: finding.dispute,
    denied_by: finding.denied_by,
    came: finding.claims.flatMap(({ doc, claim, claimant }) => {
      const head = heads.get(doc);
      if (head === undefined) return [];
      const { id, source, title, publisher, published } = head;
      return [{ claim, claimant, document: { id, source, title, publisher, published } }];
    }),
  };
}
