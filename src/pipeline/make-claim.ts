import { readSentences } from '../claims/sentences.js';
import { TallymanError } from '../core/errors.js';
import type { Span } from '../core/span.js';
import { claimBodySchema, makeClaim, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { editedClaim } from '../model/edit.js';
import type { Kind } from '../model/enums.js';
import { BY_HAND, makeHandClaim, type HandClaim } from '../model/hand-claim.js';
import { assignments } from './judge.js';
import type { OpenCase } from './open-case.js';

export interface ClaimRequest {
  readonly document: string;
  /** Of the selected words in the document's text. */
  readonly span: Span;
  readonly kind: Kind;
  readonly by: string;
  readonly why: string;
  /** `field=value`, as for an edit. */
  readonly set: readonly string[];
}

export interface MadeClaim {
  readonly made: HandClaim;
  /** As it is listed. */
  readonly claim: Claim;
}

/**
 * Makes a claim of selected words, widened to the sentences that hold them, and lists it with the others of its document;
 * the ledger takes it in with the next run. A judgement that rejects it takes it back.
 * @throws TallymanError `not-found`; `usage` where the words lie outside the text or in none of its sentences, or a field
 *   does not fit
 */
export async function makeClaimByHand(open: OpenCase, request: ClaimRequest, now: Date): Promise<MadeClaim> {
  const { store } = open;
  const { by, why } = request;
  const document = await store.document(request.document);
  if (document === null) throw new TallymanError('not-found', 'no document has this id', request.document);
  const span = sentencesAround(document, request.span);
  const edited = editedClaim(
    blank(document, span, request.kind),
    assignments({ verdict: 'edit', set: request.set }, open.vocabulary()) ?? {},
  );
  const made = makeHandClaim({
    by,
    why,
    at: now.toISOString(),
    source: document.source,
    quote: document.text.slice(...span),
    body: claimBodySchema.parse(told(edited, document)),
  });
  await store.addHandClaim(made);
  for await (const claim of store.claims({ document: document.id, as: 'read' }))
    if (claim.extractor === BY_HAND && claim.rules.includes(made.id)) return { made, claim };
  throw new TallymanError('not-found', 'the claim is missing from the case', made.id);
}

/** A claim must be able to stand on whole sentences, as those of the rules do. */
function sentencesAround(document: Document, [start, end]: Span): Span {
  if (start >= end || end > document.text.length)
    throw new TallymanError('usage', 'the words lie outside the text', `${start} to ${end}`);
  const spans = readSentences(document)
    .map(({ span }) => span)
    .filter((span) => span[0] < end && start < span[1]);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined)
    throw new TallymanError('usage', 'the words lie in no sentence of the article', `${start} to ${end}`);
  return [first[0], last[1]];
}

/** What is said of a claim where nothing else is: the publisher asserts it, at a time that is not told. */
const blank = (document: Document, span: Span, kind: Kind): Claim =>
  makeClaim(
    claimBodySchema.parse({
      doc: document.id,
      span,
      kind,
      polarity: 'affirmed',
      modality: 'asserted',
      attribution: [
        { who: null, role: 'claimant', anonymous: false, stated: document.published?.edtf ?? null },
      ],
      when: { edtf: null, scope: 'unknown' },
    }),
    0,
    BY_HAND,
    [],
  );

/** Where another than the publisher says it, the publisher passes it on. */
function told(claim: Claim, { publisher }: Document): Claim {
  const [claimant] = claim.attribution;
  if (claimant === undefined || claimant.who === null || claimant.who === publisher) return claim;
  return { ...claim, attribution: [{ who: null, role: 'relay' }, claimant] };
}
