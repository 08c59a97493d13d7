import { TallymanError } from '../core/errors.js';
import type { Judgement } from '../model/judgement.js';
import type { ClaimQuery } from '../model/store.js';
import { judge, type JudgeRequest } from './judge.js';
import type { OpenCase } from './open-case.js';

/** Claims that are judged at once at most, so that a slip of the pen stays one that can be taken back. */
const MOST = 10_000;

/**
 * The same judgement on every claim that a filter gives.
 * @param expect how many claims the analyst has seen it give
 * @throws TallymanError `outdated` where it gives another number; `usage` where it gives too many, or an edit fits one of
 *   them badly: those before it have been judged, each by itself
 */
export async function judgeByRule(
  open: OpenCase,
  query: ClaimQuery,
  expect: number,
  request: Omit<JudgeRequest, 'after'>,
  now: Date,
): Promise<readonly Judgement[]> {
  const ids: string[] = [];
  for await (const id of idsOf(open, query)) ids.push(id);
  if (ids.length !== expect)
    throw new TallymanError('outdated', `the rule gives ${ids.length} claims now, not ${expect}`);
  if (ids.length > MOST) throw new TallymanError('usage', `the rule gives more than ${MOST} claims`);
  const judgements: Judgement[] = [];
  for (const id of ids) judgements.push((await judge(open, id, request, now)).judgement);
  return judgements;
}

async function* idsOf({ store }: OpenCase, query: ClaimQuery): AsyncGenerator<string> {
  let after = null;
  do {
    const page = await store.claimPage(query, { order: 'statement', after, limit: 500 });
    for (const { id } of page.claims) yield id;
    after = page.next;
  } while (after !== null);
}
