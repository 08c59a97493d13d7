import { z } from 'zod';

export const TYPES = {
  statement: 'statements',
  transfer: 'transfers',
  movement: 'movements',
  deployment: 'deployments',
  strike: 'strikes',
  seizure: 'seizures',
  agreement: 'agreements',
} as const;
export type Type = keyof typeof TYPES;

/** What the address of the timeline carries. */
export const timelineSearch = z.object({
  type: z
    .enum(Object.keys(TYPES) as [Type, ...Type[]])
    .optional()
    .catch(undefined),
  party: z.string().optional().catch(undefined),
  shown: z.enum(['chart', 'table']).optional().catch(undefined),
});
