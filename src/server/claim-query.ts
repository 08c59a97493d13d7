import { z } from 'zod';
import { ITEM_CLASSES, KINDS, MODALITIES, POLARITIES } from '../model/enums.js';
import type { ClaimQuery } from '../model/store.js';
import type { OpenCase } from '../pipeline/open-case.js';
import { partyName } from '../pipeline/party-name.js';
import { period } from './wire.js';

/** What claims may be filtered by, in a query and in a rule for many judgements alike. */
export const claimFilter = {
  /** A state (code or name) or group, in any part. */
  party: z.string().max(200).optional(),
  item: z.enum(ITEM_CLASSES).optional(),
  kind: z.enum(KINDS).optional(),
  modality: z.enum(MODALITIES).optional(),
  polarity: z.enum(POLARITIES).optional(),
  /** A part of the claimant's name. */
  claimant: z.string().max(200).optional(),
  publisher: z.string().max(500).optional(),
  document: z.string().max(100).optional(),
  finding: z.string().max(100).optional(),
  /** EDTF: stated within it, or about a time within it. */
  period: period.optional(),
  /** Words of the claim or its sentence, all of them; the last one may be only begun. */
  text: z.string().trim().min(1).max(500).optional(),
  judged: z.enum(['accepted', 'edited', 'rejected', 'none']).optional(),
};

export const claimQueryOf = (
  open: OpenCase,
  { party, judged, ...rest }: z.output<z.ZodObject<typeof claimFilter>>,
): ClaimQuery => ({
  ...rest,
  verdict: judged,
  party: party === undefined ? undefined : partyName(party, open.vocabulary()),
});
