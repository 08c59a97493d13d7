import { TallymanError } from '../core/errors.js';
import type { Claim } from '../model/claim.js';
import { editedClaim, readAssignment } from '../model/edit.js';
import {
  judgementsInForce,
  makeJudgement,
  standingOf,
  type Judgement,
  type PlacedJudgement,
  type Verdict,
} from '../model/judgement.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { onlyOne } from './find-by-start.js';
import type { OpenCase } from './open-case.js';
import { partyName } from './party-name.js';

export interface JudgeRequest {
  readonly verdict: Verdict;
  readonly by: string;
  readonly why: string;
  /** `field=value`, for an edit. */
  readonly set: readonly string[];
  /** The last judgement on the claim that the analyst has seen, null for none; where it is left out, whatever it is. */
  readonly after?: string | null | undefined;
}

export interface Judged {
  readonly judgement: Judgement;
  /** The claim as it stands from now on. */
  readonly claim: Claim;
}

/**
 * Adds an analyst's judgement to those on a claim. The ledger takes it in with the next run.
 * @param id of a claim, or the beginning that no other has
 * @throws TallymanError `not-found`; `usage` for an edit that does not fit the claim, or nothing to undo; `outdated`
 */
export async function judge(open: OpenCase, id: string, request: JudgeRequest, now: Date): Promise<Judged> {
  const { store } = open;
  const read = await listedClaim(open, id);
  const document = await store.document(read.doc);
  if (document === null)
    throw new TallymanError('not-found', 'the document is missing from the case', read.doc);
  const history = await historyOf(open, read.id);
  const last = history.at(-1)?.id ?? null;
  if (request.after !== undefined && request.after !== last)
    throw new TallymanError('outdated', 'the claim was judged meanwhile', read.id);
  const judgement = makeJudgement({
    verdict: request.verdict,
    by: request.by,
    why: request.why,
    at: now.toISOString(),
    set: assignments(request, open.vocabulary()),
    supersedes: last,
    source: document.source,
    quote: document.text.slice(...read.span),
    claim: read,
  });
  if (request.verdict === 'undo' && judgementsInForce(history).length === 0)
    throw new TallymanError('usage', 'no judgement is in force that could be undone', read.id);
  // Refused here rather than when it is listed: an edit must leave a claim that fits the format.
  editedClaim(read, standingOf([...history, judgement])?.set ?? {});
  await store.addJudgement(judgement);
  const claim = await store.claim(read.id);
  if (claim === null) throw new TallymanError('not-found', 'the claim is missing from the case', read.id);
  return { judgement, claim };
}

/** The claim of an id among all that are listed, as it was read; rejected ones too, which may be taken back. */
async function listedClaim({ store }: OpenCase, id: string): Promise<Claim> {
  const known = await store.claim(id);
  if (known !== null)
    for await (const claim of store.claims({ document: known.doc, as: 'read' }))
      if (claim.id === id) return claim;
  const alike: Claim[] = [];
  for await (const claim of store.claims({ as: 'read' }))
    if (id.startsWith('c-') && claim.id.startsWith(id)) alike.push(claim);
  const only = onlyOne(id, alike);
  if (only === null) throw new TallymanError('not-found', 'the case as it stands has no such claim', id);
  return only;
}

/** The judgements that stand on a listed claim, in their order. */
async function historyOf({ store }: OpenCase, claim: string): Promise<Judgement[]> {
  const history: Judgement[] = [];
  for await (const placed of store.judgements({ claim }))
    if (placed.claim === claim) history.push(placed.judgement);
  return history;
}

const PARTIES: ReadonlySet<string> = new Set(['supplier', 'recipient', 'actor', 'target']);

/** @throws TallymanError `usage` for a field or value that claims do not have */
export function assignments(
  { verdict, set }: Pick<JudgeRequest, 'verdict' | 'set'>,
  vocabulary: Vocabulary,
): Judgement['set'] {
  if (verdict !== 'edit') {
    if (set.length > 0) throw new TallymanError('usage', 'only an edit sets fields', set[0]);
    return null;
  }
  if (set.length === 0)
    throw new TallymanError('usage', 'an edit sets at least one field: --set field=value');
  return Object.fromEntries(
    set.map(readAssignment).map(([field, value]) => [
      field,
      // A state by any of its names is meant by its code, as the extractor writes it.
      PARTIES.has(field) && typeof value === 'string' ? partyNames(value, vocabulary) : value,
    ]),
  );
}

const partyNames = (names: string, vocabulary: Vocabulary): string =>
  names
    .split(', ')
    .map((name) => partyName(name, vocabulary))
    .join(', ');

/** A judgement as it is listed. */
export interface ListedJudgement extends PlacedJudgement {
  /** `lost`: no claim of the present reading is the one that was judged. */
  readonly status: 'in-force' | 'taken-back' | 'undo' | 'lost';
}

/** Every judgement of a case, or those on one claim, in the order in which they were made. */
export async function judgementsOf(open: OpenCase, claim?: string): Promise<readonly ListedJudgement[]> {
  const all: PlacedJudgement[] = [];
  for await (const placed of open.store.judgements({ claim })) all.push(placed);
  const inForce = new Set(historiesOf(all).flatMap(judgementsInForce));
  return all.map((placed) => ({ ...placed, status: statusOf(placed, inForce) }));
}

function statusOf(
  { judgement, claim }: PlacedJudgement,
  inForce: ReadonlySet<Judgement>,
): ListedJudgement['status'] {
  if (judgement.verdict === 'undo') return 'undo';
  if (!inForce.has(judgement)) return 'taken-back';
  return claim === null ? 'lost' : 'in-force';
}

/** Judgements on the same claim, each by the one that it supersedes. */
function historiesOf(all: readonly PlacedJudgement[]): Judgement[][] {
  const histories = new Map<string, Judgement[]>();
  for (const { judgement } of all) {
    const history = histories.get(judgement.supersedes ?? '') ?? [];
    history.push(judgement);
    histories.set(judgement.id, history);
  }
  return [...new Set(histories.values())];
}
