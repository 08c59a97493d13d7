import { z } from 'zod';
import { ENTITY_TYPES, entitySchema } from '../model/entity.js';
import { screeningSchema, sanctionsListSchema } from '../model/sanctions.js';
import { candidatePairs, listEntities } from '../pipeline/entities.js';
import { evidenceFor } from '../pipeline/evidence.js';
import {
  joinOrigins,
  mergeEntities,
  splitEntity,
  splitOrigin,
  tellApart,
} from '../pipeline/judge-entities.js';
import { TallymanError } from '../core/errors.js';
import type { EntityJudgement } from '../model/entity-judgement.js';
import { LEAST_HIT, screen } from '../pipeline/screen.js';
import { showEntity } from '../pipeline/show-entity.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { endpoint, type Endpoint } from './endpoint.js';
import { pageOfList } from './pages.js';
import { candidate, entityDetail } from './wire-ledger.js';
import { entityJudged, entityJudgementBody } from './wire-work.js';
import { idParams, pageOf, pageQuery } from './wire.js';

const score = z.coerce.number().min(0).max(1);

export const ENTITY_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/entities',
    tag: 'entities',
    summary: 'Who and what the claims speak of, the most named first.',
    query: z.strictObject({
      ...pageQuery,
      type: z.enum(ENTITY_TYPES).optional(),
      /** A part of any name or number. */
      search: z.string().max(200).optional(),
    }),
    reply: pageOf(entitySchema),
    handle: async (served, { query: { type, search, ...paging } }) => {
      const key = `entities ${JSON.stringify([type ?? null, search ?? null])}`;
      const all = await served.once(key, () => listEntities(served.open, { type, search }));
      return pageOfList(all, paging, key, ({ id }) => id);
    },
  }),
  endpoint({
    path: '/entities/{id}',
    tag: 'entities',
    summary:
      'An entity by its id, a name or a number: names, numbers, times, the claims that name it, the judgements on it.',
    params: idParams,
    reply: entityDetail,
    handle: async ({ open }, { params }) => {
      const { entity, claims, judgements } = await showEntity(open, params.id);
      return { entity, claims: await evidenceFor(open, claims), judgements };
    },
  }),
  endpoint({
    path: '/candidates',
    tag: 'entities',
    summary: 'Pairs of entities that may be one, for an analyst to judge, the most alike first.',
    query: z.strictObject({ ...pageQuery, least: score.default(0.75) }),
    reply: pageOf(candidate),
    handle: async (served, { query: { least, ...paging } }) =>
      pageOfList(
        await served.once(`candidates ${least}`, () => candidatePairs(served.open, least)),
        paging,
        ['candidates', least],
        ({ a, b }) => `${a.id} ${b.id}`,
      ),
  }),
  endpoint({
    path: '/lists',
    tag: 'entities',
    summary: 'Every version of every sanctions list of the case.',
    query: z.strictObject(pageQuery),
    reply: pageOf(sanctionsListSchema),
    handle: async ({ open }, { query }) =>
      pageOfList(await open.store.lists(), query, ['lists'], ({ id }) => id),
  }),
  endpoint({
    path: '/screening',
    tag: 'entities',
    summary: 'Entities of the ledger that may be entries of the sanctions lists, with the fields compared.',
    query: z.strictObject({ list: z.string().max(300).optional(), least: score.default(LEAST_HIT) }),
    reply: screeningSchema,
    handle: async ({ open }, { query: { list, least } }) =>
      (await open.store.lists()).length === 0
        ? { lists: [], entities: 0, hits: [] }
        : screen(open, { list: list ?? null, least }),
  }),
  endpoint({
    method: 'post',
    path: '/entity-judgements',
    tag: 'review',
    summary:
      'Says that two entities are one or are not, that names mean another one, or whose word counts as whose.',
    body: entityJudgementBody,
    reply: entityJudged,
    status: 201,
    handle: async (served, { body }) => {
      const { result, ledger } = await served.write(() => judgeEntities(served.open, body, new Date()));
      return { judgement: result, ledger };
    },
  }),
];

function judgeEntities(
  open: OpenCase,
  { verdict, by, why, entity, other, names }: z.output<typeof entityJudgementBody>,
  now: Date,
): Promise<EntityJudgement> {
  const reason = { by, why };
  if (names !== undefined && verdict !== 'split')
    throw new TallymanError('usage', 'only a split has names', verdict);
  switch (verdict) {
    case 'merge':
      return mergeEntities(open, entity, needed(other), reason, now);
    case 'distinct':
      return tellApart(open, entity, needed(other), reason, now);
    case 'join-origins':
      return joinOrigins(open, entity, needed(other), reason, now);
    case 'split':
      return splitEntity(open, entity, names ?? [], other ?? null, reason, now);
    case 'split-origin':
      if (other !== undefined)
        throw new TallymanError('usage', 'it speaks for itself, and there is no other', other);
      return splitOrigin(open, entity, reason, now);
  }
}

function needed(other: string | undefined): string {
  if (other === undefined) throw new TallymanError('usage', 'other: which is the other one?');
  return other;
}
