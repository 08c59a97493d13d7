import { z } from 'zod';
import { evidenceById } from '../pipeline/evidence.js';
import { judge } from '../pipeline/judge.js';
import { judgeByRule as judgeAll } from '../pipeline/judge-by-rule.js';
import { judgementLog, undo } from '../pipeline/judgement-log.js';
import { judgementConflicts, reviewQueue } from '../pipeline/review-queue.js';
import { assignmentsOf } from './assignments.js';
import { claimQueryOf } from './claim-query.js';
import { endpoint, type Endpoint } from './endpoint.js';
import { pageOfList } from './pages.js';
import { loggedJudgement } from './wire-ledger.js';
import {
  conflict,
  judgeByRule,
  judged,
  judgedByRule,
  judgeOne,
  queued,
  undoBody,
  undone,
} from './wire-work.js';
import { idParams, pageOf, pageQuery } from './wire.js';

export const REVIEW_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    path: '/queue',
    tag: 'review',
    summary:
      'Claims that nobody has judged and that repeat no other, the weightiest first, with what makes them so.',
    query: z.strictObject(pageQuery),
    reply: pageOf(queued),
    handle: async (served, { query }) => {
      const all = await served.once('queue', async () => reviewQueue(served.open, await served.yardstick()));
      const { items, total, next } = pageOfList(all, query, ['queue'], ({ claim }) => claim);
      const shown = await evidenceById(
        served.open,
        items.map(({ claim }) => claim),
      );
      return {
        items: items.flatMap(({ weight, why, findings }, n) =>
          shown[n] === undefined ? [] : [{ ...shown[n], weight, why, findings }],
        ),
        total,
        next,
      };
    },
  }),
  endpoint({
    path: '/conflicts',
    tag: 'review',
    summary: 'Claims on which judgements of two people in force say different things.',
    query: z.strictObject(pageQuery),
    reply: pageOf(conflict),
    handle: async (served, { query }) => {
      const { conflicts } = await served.once('judged', () => judgementConflicts(served.open));
      const { items, total, next } = pageOfList(conflicts, query, ['conflicts'], ({ claim }) => claim);
      const shown = await evidenceById(
        served.open,
        items.map(({ claim }) => claim),
      );
      return {
        items: items.flatMap(({ judgements }, n) =>
          shown[n] === undefined ? [] : [{ ...shown[n], judgements: [...judgements] }],
        ),
        total,
        next,
      };
    },
  }),
  endpoint({
    path: '/judgements',
    tag: 'review',
    summary:
      'Every judgement on claims and entities, in the order in which they were made, with how it stands now.',
    query: z.strictObject(pageQuery),
    reply: pageOf(loggedJudgement),
    handle: async (served, { query }) =>
      pageOfList(
        await served.once('judgements', () => judgementLog(served.open)),
        query,
        ['judgements'],
        ({ judgement }) => judgement.id,
      ),
  }),
  endpoint({
    method: 'post',
    path: '/judgements',
    tag: 'review',
    summary:
      'Judges a claim: accept, reject, edit, or undo the last judgement on it. The ledger follows before the answer.',
    body: judgeOne,
    reply: judged,
    status: 201,
    handle: async (served, { body: { claim, set, ...request } }) => {
      const { result, ledger } = await served.write(() =>
        judge(served.open, claim, { ...request, set: assignmentsOf(set) }, new Date()),
      );
      return { ...result, ledger };
    },
  }),
  endpoint({
    method: 'post',
    path: '/judgements/by-rule',
    tag: 'review',
    summary:
      'The same judgement on every claim that filters give, of which the reviewer has seen how many there are.',
    body: judgeByRule,
    reply: judgedByRule,
    status: 201,
    handle: async (served, { body: { rule, expect, set, ...request } }) => {
      const query = claimQueryOf(served.open, rule);
      const { result, ledger } = await served.write(() =>
        judgeAll(served.open, query, expect, { ...request, set: assignmentsOf(set) }, new Date()),
      );
      return { judgements: result.map(({ id }) => id), ledger };
    },
  }),
  endpoint({
    method: 'post',
    path: '/judgements/{id}/undo',
    tag: 'review',
    summary: 'Takes a judgement back, on a claim or on entities.',
    params: idParams,
    body: undoBody,
    reply: undone,
    status: 201,
    handle: async (served, { params, body }) => {
      const { result, ledger } = await served.write(() => undo(served.open, params.id, body, new Date()));
      return { taken_back: result.judgement.id, ledger };
    },
  }),
];
