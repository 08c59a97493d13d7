import { entityId, type Entity } from '../model/entity.js';
import type { Claim } from '../model/claim.js';
import { claimsNaming, findEntity } from './entities.js';
import { entityJudgementsOf } from './judgement-log.js';
import type { ListedEntityJudgement } from './logged-judgement.js';
import type { OpenCase } from './open-case.js';

/** An entity with everything that bears on it. */
export interface ShownEntity {
  readonly type: 'entity';
  readonly entity: Entity;
  /** Those that name it, in statement order. */
  readonly claims: readonly Claim[];
  /** Those on it, and on what was merged into it, in the order in which they were made. */
  readonly judgements: readonly ListedEntityJudgement[];
}

/** @throws TallymanError `not-found`; `usage` where several fit */
export async function showEntity(open: OpenCase, wanted: string): Promise<ShownEntity> {
  const entity = await findEntity(open, wanted);
  const ids = new Set([entity.id, ...entity.merged]);
  const judgements = (await entityJudgementsOf(open)).filter(({ judgement }) =>
    judgement.entities.some((ref) => ids.has(entityId(ref))),
  );
  return { type: 'entity', entity, claims: await claimsNaming(open, entity), judgements };
}
