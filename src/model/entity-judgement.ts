import { z } from 'zod';
import { contentId } from '../core/hash.js';
import { entityRefSchema } from './entity.js';

/**
 * What an analyst says of entities: that two are one or are not, that names mean another one, whose word counts as
 * whose. Like those on claims, these judgements are only ever added (docs/entities.md).
 */

export const ENTITY_VERDICTS = [
  'merge',
  'split',
  'distinct',
  'join-origins',
  'split-origin',
  'undo',
] as const;
export type EntityVerdict = (typeof ENTITY_VERDICTS)[number];

export const entityJudgementSchema = z
  .object({
    /** `j-` and a hash of the rest. */
    id: z.string(),
    verdict: z.enum(ENTITY_VERDICTS),
    by: z.string().min(1),
    why: z.string().min(1),
    /** ISO 8601 UTC. */
    at: z.iso.datetime(),
    /** The judgement that an undo takes back; null for all others. */
    supersedes: z.string().nullable(),
    /**
     * `merge`: the one that stands, then the one that is put into it. `split`: the one that the names leave, then the
     * one that they mean from then on. `distinct`: two that are not one. `join-origins`: the origin that stands, then the
     * one whose word is its word. `split-origin`: the one that speaks for itself. `undo`: those of what it takes back.
     */
    entities: z.array(entityRefSchema).min(1).max(2).readonly(),
    /** For a split, the names as claims use them; else null. */
    names: z.array(z.string().min(1)).min(1).readonly().nullable(),
  })
  .readonly();

export type EntityJudgement = z.output<typeof entityJudgementSchema>;

export const makeEntityJudgement = (body: Omit<EntityJudgement, 'id'>): EntityJudgement => ({
  id: contentId('j', body),
  ...body,
});

/** Those that none has taken back, in their order, undos aside. */
export function entityJudgementsInForce(history: readonly EntityJudgement[]): readonly EntityJudgement[] {
  const undone = new Set(history.flatMap(({ supersedes }) => supersedes ?? []));
  return history.filter(({ id, verdict }) => verdict !== 'undo' && !undone.has(id));
}
