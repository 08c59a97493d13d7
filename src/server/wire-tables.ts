import { z } from 'zod';
import { DOUBTS } from '../model/finding.js';
import { conversionSchema, standardSchema } from '../model/ledger-tables.js';
import { actTermSchema, goodsTermSchema, provisionSchema } from '../model/provision.js';

/** Tables by which findings are assessed and tested, and the questions that they raise. */

export const conversion = conversionSchema;
export const standard = standardSchema.extend({
  /** Whether it is the one that the case goes by. */
  in_use: z.boolean(),
});

/** What an analyst is asked about a finding. */
export const question = z.object({
  finding: z.string(),
  rule: z.enum([...DOUBTS, 'arithmetic', 'units']),
  claims: z.array(z.string()).readonly(),
  /** The claim or finding that it is held against. */
  against: z.string().nullable(),
  why: z.string(),
});

export const provision = provisionSchema.extend({
  regime: z.string(),
  /** "S/RES/1718 (2006), paragraph 8 (a)" */
  citation: z.string(),
  elements: provisionSchema.shape.elements.extend({ act: actTermSchema, item: goodsTermSchema }),
});
