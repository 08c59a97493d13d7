import { z } from 'zod';
import { DRIFTS, RELATIONS } from '../model/finding.js';
import { sourceSchema } from '../model/source.js';
import { evidence, judgement, span } from './wire.js';

/** A claim opened, and who repeats whom. */

/** A telling in a tree of who repeats whom; parents come before their children. */
export const telling = z.object({
  /** Id of the oldest telling. */
  tree: z.string(),
  depth: z.number().int().nonnegative(),
  claim: z.string(),
  /** The claim that it repeats directly; null for the oldest telling. */
  repeats: z.string().nullable(),
  doc: z.string(),
  index: z.number().int(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  claimant: z.string().nullable(),
  stated: z.string().nullable(),
  /** "Reuters, citing Yonhap, citing the NIS" */
  chain: z.string(),
  figure: z.string().nullable(),
  drift: z.array(z.string()).readonly(),
  drift_here: z.array(z.string()).readonly(),
});

/** A claim that was made by hand: by whom, when and why. */
export const handmade = z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable();

/** How the claim stands to another one on a finding. */
const relation = z.object({
  finding: z.string(),
  /** Id of the other claim, with who says it. */
  claim: z.string(),
  claimant: z.string().nullable(),
  /** Whether the other one is the earlier in the order of the finding, so that `relation` is said of it. */
  other_first: z.boolean(),
  relation: z.enum(RELATIONS),
  why: z.string(),
});

export const claimDetail = evidence.extend({
  source: sourceSchema,
  /** The findings on which it stands. */
  findings: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** Its position there. */
      at: z.number().int(),
      /** The claim that it repeats there; null for none. */
      echo_of: z.string().nullable(),
      drift: z.array(z.enum(DRIFTS)).readonly(),
      grade: z.string().nullable(),
    }),
  ),
  relations: z.array(relation),
  /** Who tells the same, the oldest first; empty where nobody else does. */
  echoes: z.array(telling),
  /** In the order in which they were made. */
  judgements: z.array(judgement),
  made: handmade,
});

/** A claim in a list, with where the words of a search stand in its sentence. */
export const claimMatch = evidence.extend({ highlights: z.array(span) });

/** A paragraph that a search has found. */
export const passageMatch = z.object({
  document: evidence.shape.document,
  /** Of the paragraph, in the document's text. */
  span,
  text: z.string(),
  /** Where the words stand in `text`. */
  highlights: z.array(span),
});

const matches = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** How many there are, counted up to 1,000. */
    total: z.number().int().nonnegative(),
    /** Whether there are more than were counted. */
    more: z.boolean(),
  });

export const searchResult = z.object({
  claims: matches(claimMatch),
  passages: matches(passageMatch),
});

export type WireClaimDetail = z.output<typeof claimDetail>;
export type WireTelling = z.output<typeof telling>;
