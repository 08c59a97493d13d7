import { z } from 'zod';
import { TallymanError } from '../core/errors.js';
import { explanationSchema } from '../model/explanation.js';
import { CLAIM_ORDERS, type ClaimPlace, type ClaimQuery, type PassagePlace } from '../model/store.js';
import { claimDetail as detailOf } from '../pipeline/claim-detail.js';
import { listEchoes } from '../pipeline/echo-trees.js';
import { evidenceFor } from '../pipeline/evidence.js';
import { explainRecord } from '../pipeline/explain.js';
import { makeClaimByHand } from '../pipeline/make-claim.js';
import { listDuplicates } from '../pipeline/near-duplicates.js';
import { passagesFound, search, withHighlights, type ClaimMatch } from '../pipeline/search.js';
import { assignmentsOf } from './assignments.js';
import { claimFilter, claimQueryOf } from './claim-query.js';
import { makeCursor, readCursor } from './cursor.js';
import { endpoint, type Endpoint } from './endpoint.js';
import { collected, pageOfList, type Paging } from './pages.js';
import type { ServedCase } from './served-case.js';
import { claimDetail, claimMatch, passageMatch, searchResult, telling } from './wire-claims.js';
import { duplicate } from './wire-documents.js';
import { claimBody, claimMade } from './wire-work.js';
import { idParams, pageOf, pageQuery, type Page } from './wire.js';

const claimsQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(CLAIM_ORDERS).default('statement'),
  ...claimFilter,
});

export const CLAIM_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/claims',
    tag: 'claims',
    summary:
      'Claims with their words, as judgements have them stand; rejected ones only where they are asked for.',
    query: claimsQuery,
    reply: pageOf(claimMatch),
    handle: async (served, { query: { limit, cursor, sort, ...filter } }) =>
      claimsPage(served, claimQueryOf(served.open, filter), sort, { limit, cursor }),
  }),
  endpoint({
    path: '/claims/{id}',
    tag: 'claims',
    summary: 'A claim with its sentence, attribution, findings, relations, echoes and judgements.',
    params: idParams,
    reply: claimDetail,
    handle: ({ open }, { params }) => detailOf(open, params.id),
  }),
  endpoint({
    path: '/claims/{id}/explanation',
    tag: 'claims',
    summary:
      'How the document of a claim was read: its figures, names, acts and speakers, what made a claim and what did not.',
    params: idParams,
    reply: explanationSchema,
    handle: async ({ open }, { params }) => {
      const { documents } = await explainRecord(open, params.id);
      const [explanation] = documents;
      if (explanation === undefined) throw new TallymanError('not-found', 'no claim has this id', params.id);
      return explanation;
    },
  }),
  endpoint({
    method: 'post',
    path: '/claims',
    tag: 'review',
    summary:
      'Makes a claim by hand of selected words of a document; rejecting it takes it back. The ledger follows before the answer.',
    body: claimBody,
    reply: claimMade,
    status: 201,
    handle: async (served, { body: { set, ...request } }) => {
      const { result, ledger } = await served.write(() =>
        makeClaimByHand(served.open, { ...request, set: assignmentsOf(set) }, new Date()),
      );
      return { claim: result.claim, ledger };
    },
  }),
  endpoint({
    path: '/search',
    tag: 'claims',
    summary:
      'Claims and paragraphs with all words of `q`, the newest first; the last word may be only begun. All of them are listed by `/claims` with `text`, and by `/passages`.',
    query: z.strictObject({
      q: z.string().max(500),
      limit: z.coerce.number().int().min(1).max(100).default(10),
    }),
    reply: searchResult,
    handle: ({ open }, { query: { q, limit } }) => search(open, q, limit),
  }),
  endpoint({
    path: '/passages',
    tag: 'documents',
    summary: 'Paragraphs and titles with all words of `text`, the newest first, with where the words stand.',
    query: z.strictObject({ ...pageQuery, text: z.string().trim().min(1).max(500) }),
    reply: pageOf(passageMatch),
    handle: async (served, { query: { text, limit, cursor } }) => {
      const { open } = served;
      const list = ['passages', text];
      const after = cursor === undefined ? null : (readCursor(list, cursor) as unknown as PassagePlace);
      const { passages, next } = await passagesFound(open, text, after, limit);
      return {
        items: passages,
        total: await served.once(`passages ${text}`, () => open.store.passageCount(text)),
        next: next && makeCursor(list, next),
      };
    },
  }),
  endpoint({
    path: '/echoes',
    tag: 'claims',
    summary:
      'Who repeats whom: the tellings of every statement that is told more than once, each before those that repeat it.',
    query: z.strictObject({
      ...pageQuery,
      /** A claim or finding: only what is told there. */
      of: z.string().max(100).optional(),
    }),
    reply: pageOf(telling),
    handle: async (served, { query: { of, ...paging } }) =>
      pageOfList(
        await served.once(`echoes ${of ?? ''}`, () => collected(listEchoes(served.open, of))),
        paging,
        ['echoes', of ?? null],
        ({ claim }) => claim,
      ),
  }),
  endpoint({
    path: '/duplicates',
    tag: 'documents',
    summary: 'Documents that nearly repeat an earlier one, with the passages that they share.',
    query: z.strictObject({
      ...pageQuery,
      /** Only those of the cluster of this document. */
      document: z.string().max(100).optional(),
    }),
    reply: pageOf(duplicate),
    handle: async (served, { query: { document, ...paging } }) =>
      pageOfList(
        await served.once(`duplicates ${document ?? ''}`, () =>
          collected(listDuplicates(served.open, document)),
        ),
        paging,
        ['duplicates', document ?? null],
        (each) => each.document.id,
      ),
  }),
];

async function claimsPage(
  served: ServedCase,
  query: ClaimQuery,
  order: (typeof CLAIM_ORDERS)[number],
  { limit, cursor }: Paging,
): Promise<Page<ClaimMatch>> {
  const { open } = served;
  const list = ['claims', JSON.parse(JSON.stringify(query)) as unknown, order];
  const after = cursor === undefined ? null : (readCursor(list, cursor) as unknown as ClaimPlace);
  const { claims, next } = await open.store.claimPage(query, { order, after, limit });
  return {
    items: withHighlights(await evidenceFor(open, claims), query.text ?? null),
    total: await served.once(`count ${JSON.stringify(query)}`, () => open.store.claimCount(query)),
    next: next && makeCursor(list, next),
  };
}
