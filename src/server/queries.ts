import { z } from 'zod';
import { isEdtf } from '../core/edtf-date.js';
import { TallymanError } from '../core/errors.js';
import { ITEM_CLASSES, KINDS } from '../model/enums.js';
import { STAGES } from '../model/reject.js';

/** What may stand after the question mark, by route. */

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is no whole number')
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const page = { limit: whole(1, 1000).default(100), offset: whole(0, 1e9).default(0) };
const period = z.string().refine(isEdtf, 'is no EDTF date or interval').optional();

const filter = {
  party: z.string().optional(),
  item: z.enum(ITEM_CLASSES).optional(),
  kind: z.enum(KINDS).optional(),
  period,
  claimant: z.string().optional(),
};

export const claimsQuery = z.strictObject({ ...page, ...filter, document: z.string().optional() });
export const findingsQuery = z.strictObject({ ...page, ...filter });
export const documentsQuery = z.strictObject({ ...page, publisher: z.string().optional(), period });
export const rejectsQuery = z.strictObject({ ...page, stage: z.enum(STAGES).optional() });
export const noQuery = z.strictObject({});

/** @throws TallymanError `usage` naming each parameter that does not fit */
export function readQuery<T extends z.ZodType>(schema: T, query: Record<string, string>): z.output<T> {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
  );
  throw new TallymanError('usage', faults.join('; '));
}
