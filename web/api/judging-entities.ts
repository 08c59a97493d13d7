import { say, sayFailure } from '../parts/toasts.js';
import { changed, named, undoJudgement } from './judging.js';
import { send } from './request.js';
import { reviewerName } from './reviewer.js';

/** Judgements on entities: that two are one, or are not, or that names mean another one. */
export interface EntityVerdict {
  readonly verdict: 'merge' | 'distinct' | 'split';
  /** Ids, names or numbers. */
  readonly entity: string;
  readonly other?: string;
  /** For a split: the names that leave. */
  readonly names?: readonly string[];
}

/** @returns whether it was done; what was done or failed is said, with `words` for it */
export async function judgeEntities(verdict: EntityVerdict, why: string, words: string): Promise<boolean> {
  if (!named()) return false;
  try {
    const { judgement } = await send<{ judgement: { id: string } }>('POST', '/entity-judgements', {
      ...verdict,
      by: reviewerName(),
      why,
    });
    say(words, { label: 'Undo', run: () => void undoJudgement(judgement.id, words) });
    changed();
    return true;
  } catch (error) {
    sayFailure('Not judged', error);
    return false;
  }
}
