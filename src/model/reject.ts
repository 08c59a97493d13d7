import { z } from 'zod';
import { ERRORS, TallymanError, messageOf, type ErrorCode } from '../core/errors.js';

export const STAGES = ['sources', 'documents', 'claims', 'second-reader', 'ledger'] as const;
export type Stage = (typeof STAGES)[number];

/** Something that a stage could not take further, with the reason; it stays listed until it succeeds. */
export const rejectSchema = z
  .object({
    stage: z.enum(STAGES),
    /** Id of the source or document concerned; for stage `sources` the path or address. */
    subject: z.string(),
    /** File, address or place in it, for a person. */
    where: z.string(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    reason: z.string(),
    remedy: z.string(),
  })
  .readonly();

export type Reject = z.output<typeof rejectSchema>;

/** The reject for an error thrown while working on `subject`. */
export function rejectFor(stage: Stage, subject: string, where: string, error: unknown): Reject {
  const code = error instanceof TallymanError ? error.code : 'internal';
  const place = error instanceof TallymanError ? (error.where ?? where) : where;
  return { stage, subject, where: place, code, reason: messageOf(error), remedy: ERRORS[code].remedy };
}

/** What went into a stage, and what became of it: `in` = `out` + `rejected`, always. */
export interface StageCount {
  readonly stage: Stage;
  readonly in: number;
  readonly out: number;
  readonly rejected: number;
}
