import type { EntityJudgement } from '../model/entity-judgement.js';
import type { ListedJudgement } from './judge.js';

/** A judgement on entities as it is listed, beside those on claims. */
export interface ListedEntityJudgement {
  readonly judgement: EntityJudgement;
  readonly claim: null;
  /** `lost`: the ledger names none of its entities any more. */
  readonly status: ListedJudgement['status'];
}

export type LoggedJudgement = ListedJudgement | ListedEntityJudgement;

export const isOnEntities = (logged: LoggedJudgement): logged is ListedEntityJudgement =>
  'entities' in logged.judgement;
