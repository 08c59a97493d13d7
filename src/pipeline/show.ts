import { TallymanError } from '../core/errors.js';
import { assessedBy, type AssessedFinding } from '../ledger/assessment.js';
import { wholeFinding } from '../ledger/printed-finding.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Finding, KeptFinding } from '../model/finding.js';
import type { Judgement } from '../model/judgement.js';
import type { LegalTest } from '../model/legal-test.js';
import type { Source } from '../model/source.js';
import type { StrikeCase } from '../model/strike-case.js';
import { yardstickBeside } from './assessing.js';
import { findByStart, onlyOne } from './find-by-start.js';
import type { OpenCase } from './open-case.js';
import { testOfFinding } from './provisions.js';
import { SecondOpinions, type ListedClaim } from './second-opinion.js';
import { strikes } from './strikes.js';

/** A claim with all of its evidence. */
export interface ShownClaim {
  readonly type: 'claim';
  readonly claim: ListedClaim;
  readonly document: Document;
  readonly source: Source;
  /** Where the archived original lies. */
  readonly path: string;
  /** The words of the claim, unchanged, and the text of their block around them. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Of the block that holds the claim; null for an unpaged source. */
  readonly page: number | null;
  /** What analysts said of it, in the order in which they did. */
  readonly judgements: readonly Judgement[];
}

export interface ShownDocument {
  readonly type: 'document';
  readonly document: Document;
  readonly source: Source;
  readonly path: string;
  readonly claims: readonly Claim[];
}

export interface ShownFinding {
  readonly type: 'finding';
  readonly finding: AssessedFinding;
  /** In the order of the finding. */
  readonly claims: readonly ShownClaim[];
  /** How it stands to the law, element by element. */
  readonly provisions: LegalTest;
}

/** A strike with every claim of it. */
export interface ShownStrike {
  readonly type: 'strike';
  readonly strike: StrikeCase;
  /** In the order of the case. */
  readonly claims: readonly ShownClaim[];
}

export type Shown = ShownClaim | ShownDocument | ShownFinding | ShownStrike;

/** The same as it is printed: a finding with its pairs. */
export type PrintedShown =
  ShownClaim | ShownDocument | ShownStrike | (Omit<ShownFinding, 'finding'> & { readonly finding: Finding });

export const printedShown = (shown: Shown): PrintedShown =>
  shown.type === 'finding' ? { ...shown, finding: wholeFinding(shown.finding) } : shown;

/**
 * The record of an id, or of the only one that begins so.
 * @param standard by which a finding is assessed; by default that of case.yaml
 * @throws TallymanError `not-found`; `usage` where several begin so, or there is no such standard
 */
export async function show(open: OpenCase, id: string, standard?: string): Promise<Shown> {
  const { store } = open;
  const named = id.startsWith('c-')
    ? await findByStart(id, store.claim.bind(store), store.claims({ as: 'read' }))
    : null;
  const claim = named && (await store.claim(named.id));
  if (claim) return showClaim(open, claim, await SecondOpinions.of(open, claim.doc));
  const finding = id.startsWith('f-')
    ? await findByStart(id, store.finding.bind(store), store.findings())
    : null;
  if (finding) return showFinding(open, finding, standard);
  if (id.startsWith('s-')) return showStrike(open, id);
  const document = /^[0-9a-f]+$/.test(id)
    ? await findByStart(id, store.document.bind(store), store.documents())
    : null;
  if (document) return showDocument(open, document);
  throw new TallymanError('not-found', 'no claim, finding, strike or document has this id', id);
}

async function showClaim(open: OpenCase, claim: Claim, opinions: SecondOpinions): Promise<ShownClaim> {
  const { document, source, path } = await showEvidence(open, claim.doc);
  return {
    type: 'claim',
    claim: { ...claim, second_reader: opinions.on(claim) },
    document,
    source,
    path,
    ...wordsOf(claim, document),
    judgements: await judgementsOn(open, claim.id),
  };
}

/** The sentence of a claim, unchanged, with what stands beside it in its paragraph. */
export function wordsOf(
  { span: [start, end] }: Pick<Claim, 'span'>,
  { text, blocks }: Document,
): Pick<ShownClaim, 'quote' | 'before' | 'after' | 'page'> {
  const around = blocks.filter((block) => block.span[0] < end && start < block.span[1]);
  const from = Math.min(start, around[0]?.span[0] ?? start);
  const to = Math.max(end, around.at(-1)?.span[1] ?? end);
  return {
    quote: text.slice(start, end),
    before: text.slice(from, start),
    after: text.slice(end, to),
    page: around[0]?.page ?? null,
  };
}

/** The judgements on a claim, in the order in which they were made. */
export async function judgementsOn({ store }: OpenCase, claim: string): Promise<Judgement[]> {
  const history: Judgement[] = [];
  for await (const { judgement } of store.judgements({ claim })) history.push(judgement);
  return history;
}

async function showFinding(
  open: OpenCase,
  finding: KeptFinding,
  standard: string | undefined,
): Promise<ShownFinding> {
  const claims = await shownClaims(
    open,
    finding.claims.map(({ claim }) => claim),
  );
  const by = await yardstickBeside(open, finding, standard);
  const provisions = testOfFinding(
    open,
    finding,
    claims.map(({ claim }) => claim),
    standard,
  );
  return { type: 'finding', finding: assessedBy(finding, by), claims, provisions };
}

async function showStrike(open: OpenCase, id: string): Promise<ShownStrike> {
  const all = await strikes(open, { day: null, knownTo: 'world' });
  const strike = onlyOne(
    id,
    all.filter((each) => each.id.startsWith(id)),
  );
  if (strike === null) throw new TallymanError('not-found', 'no strike has this id', id);
  return { type: 'strike', strike, claims: await shownClaims(open, strike.claims) };
}

/** Claims of the case with their evidence, in the order given. */
async function shownClaims(open: OpenCase, ids: readonly string[]): Promise<ShownClaim[]> {
  const claims: ShownClaim[] = [];
  const opinions = await SecondOpinions.of(open);
  for (const id of ids) {
    const claim = await open.store.claim(id);
    if (!claim) throw new TallymanError('not-found', 'a claim of the ledger is missing', id);
    claims.push(await showClaim(open, claim, opinions));
  }
  return claims;
}

async function showDocument(open: OpenCase, document: Document): Promise<ShownDocument> {
  const claims: Claim[] = [];
  for await (const claim of open.store.claims({ document: document.id })) claims.push(claim);
  return { type: 'document', ...(await showEvidence(open, document.id)), claims };
}

async function showEvidence(
  open: OpenCase,
  id: string,
): Promise<Pick<ShownClaim, 'document' | 'source' | 'path'>> {
  const document = await open.store.document(id);
  if (!document) throw new TallymanError('not-found', 'the document is missing from the case', id);
  const source = await open.store.source(document.source);
  if (!source) throw new TallymanError('not-found', 'the source is missing from the case', document.source);
  return { document, source, path: open.originals.pathOf(source.id) };
}
