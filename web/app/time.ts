import { z } from 'zod';

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined);

/** The stretch of time that every view keeps to: first and last day, either left out for an open end. */
export const timeSearch = z.object({ from: day, until: day });

export type Time = z.output<typeof timeSearch>;

/** The same as an EDTF interval; undefined for all time. */
export const periodOf = ({ from, until }: Time): string | undefined =>
  from === undefined && until === undefined ? undefined : `${from ?? '..'}/${until ?? '..'}`;
