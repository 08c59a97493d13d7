import { z } from 'zod';
import { ENTITY_VERDICTS, entityJudgementSchema } from '../model/entity-judgement.js';
import { KINDS } from '../model/enums.js';
import { STAGES } from '../model/reject.js';
import { claimFilter } from './claim-query.js';
import { claim, evidence, judgement, span } from './wire.js';

/** What analysts do: the queue, judgements, claims made by hand, runs. */

const name = z.string().trim().min(1).max(200);
const why = z.string().trim().min(1).max(4000);
const reason = { by: name, why };

/** What the ledger is after a write. */
const ledger = z.object({ state: z.string().nullable(), stale: z.boolean() });

/** An unjudged claim, and what speaks for judging it first. */
export const queued = evidence.extend({
  /** The sum of what the reasons weigh. */
  weight: z.number(),
  why: z.array(z.string()),
  findings: z.array(z.string()),
});

/** A claim on which two reviewers are of different minds. */
export const conflict = evidence.extend({
  /** Those in force, by different people, in the order in which they were made. */
  judgements: z.array(judgement),
});

/** Field values as `tallyman judge … --set field=value` takes them: `{ "quantity.low": "3000", "supplier": "KP", "quantity.high": null }`. */
const fields = z.record(
  z.string().max(60),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]),
);

const verdict = z.enum(['accept', 'reject', 'edit', 'undo']);

export const judgeOne = z.strictObject({
  claim: z.string().max(100),
  verdict,
  ...reason,
  set: fields.optional(),
  /** Id of the last judgement on the claim that the reviewer has seen, null for none: another one since is refused as `outdated`. */
  after: z.string().max(100).nullable().optional(),
});

export const judged = z.object({ judgement, claim: claim.omit({ second_reader: true }), ledger });

/** The filters of the list of claims, as JSON. */
const rule = z.strictObject(claimFilter);

export const judgeByRule = z.strictObject({
  rule,
  verdict,
  ...reason,
  set: fields.optional(),
  /** How many claims the list gave for this rule: another number is refused as `outdated`. */
  expect: z.number().int().nonnegative(),
});

export const judgedByRule = z.object({ judgements: z.array(z.string()), ledger });

export const undoBody = z.strictObject(reason);
export const undone = z.object({ taken_back: z.string(), ledger });

export const entityJudgementBody = z.strictObject({
  verdict: z.enum(ENTITY_VERDICTS).exclude(['undo']),
  ...reason,
  /** The one that stands (`merge`, `join-origins`), that names leave (`split`), or that is spoken of: an id, a name or a number. */
  entity: z.string().min(1).max(300),
  /** The other one, where there is one; for `split` the entity that the names mean, a new one where it is left out. */
  other: z.string().min(1).max(300).optional(),
  /** For `split`: names as claims use them. */
  names: z.array(z.string().min(1).max(300)).max(100).optional(),
});
export const entityJudged = z.object({ judgement: entityJudgementSchema, ledger });

/** A claim made by hand from words of a document. */
export const claimBody = z.strictObject({
  document: z.string().max(100),
  /** Of the selected words; it is widened to whole sentences. */
  span,
  kind: z.enum(KINDS),
  ...reason,
  /** As for an edit; `claimant` says whose word it is, the publisher's where it is left out. */
  set: fields.optional(),
});
export const claimMade = z.object({ claim: claim.omit({ second_reader: true }), ledger });

const stageCount = z.object({
  stage: z.enum(STAGES),
  in: z.number().int(),
  out: z.number().int(),
  rejected: z.number().int(),
});

export const runBody = z.strictObject({
  /** Addresses to obtain before the run; nothing on this computer's disk is read by this. */
  add: z
    .array(z.url({ protocol: /^https?$/ }).max(2000))
    .max(100)
    .default([]),
});

export const runState = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  begun: z.string(),
  ended: z.string().nullable(),
  /** The stage at work, with how many of its items are done; `total` is null where it is not known. */
  stage: z
    .object({ stage: z.enum(STAGES), done: z.number().int(), total: z.number().int().nullable() })
    .nullable(),
  stages: z.array(stageCount),
  /** The code and words of what ended it. */
  problem: z.object({ code: z.string(), title: z.string() }).nullable(),
});

/** What `/api/events` tells, one a message, named by `event`. */
export const serverEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('run'), run: runState }),
  z.object({ event: z.literal('ledger'), at: z.string(), state: z.string().nullable() }),
]);

export type SetFields = z.output<typeof fields>;
export type WireRun = z.output<typeof runState>;
export type WireEvent = z.output<typeof serverEvent>;
export type WireQueued = z.output<typeof queued>;
