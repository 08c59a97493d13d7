import { z } from 'zod';
import { contentId } from '../core/hash.js';
import { claimSchema } from './claim.js';

/** What an analyst says of a claim. Judgements are never changed or removed: a later one supersedes (docs/formats.md). */

export const VERDICTS = ['accept', 'reject', 'edit', 'undo'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const judgementSchema = z
  .object({
    /** `j-` and a hash of the rest. */
    id: z.string(),
    verdict: z.enum(VERDICTS),
    by: z.string().min(1),
    why: z.string().min(1),
    /** ISO 8601 UTC. */
    at: z.iso.datetime(),
    /** For an edit, the fields that it sets, by their path: `{ "quantity.low": 3000, "supplier": "KP" }`; else null. */
    set: z.record(z.string(), z.json()).readonly().nullable(),
    /** The judgement on this claim before it; null for the first. */
    supersedes: z.string().nullable(),
    /** SHA-256 of the archived source in which the claim stands: newer readers and extractors keep it. */
    source: z.string(),
    /** The words of the claim, by which it is found again. */
    quote: z.string(),
    /** The claim as it was read. */
    claim: claimSchema,
  })
  .readonly();

export type Judgement = z.output<typeof judgementSchema>;

export const makeJudgement = (body: Omit<Judgement, 'id'>): Judgement => ({
  id: contentId('j', body),
  ...body,
});

/** A judgement with where it stands now. */
export interface PlacedJudgement {
  readonly judgement: Judgement;
  /** Id of the claim on which it stands now; null where no claim of the present reading is the one that was judged. */
  readonly claim: string | null;
}

/** What the judgements on one claim, in their order, leave in force. */
export interface Standing {
  readonly verdict: 'accepted' | 'rejected' | 'edited';
  /** The judgement that decides it. */
  readonly last: Judgement;
  /** All fields that edits in force set, later ones over earlier ones. */
  readonly set: NonNullable<Judgement['set']>;
}

const NAMES = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

/** Each `undo` takes back the last judgement that none has taken back; null where nothing is left in force. */
export function standingOf(history: readonly Judgement[]): Standing | null {
  const inForce = judgementsInForce(history);
  const last = inForce.at(-1);
  if (last === undefined || last.verdict === 'undo') return null;
  const set = Object.assign({}, ...inForce.map((judgement) => judgement.set ?? {})) as Standing['set'];
  return { verdict: NAMES[last.verdict], last, set };
}

/** The judgements that none has taken back, undos aside. */
export function judgementsInForce(history: readonly Judgement[]): readonly Judgement[] {
  const inForce: Judgement[] = [];
  for (const judgement of history) {
    if (judgement.verdict === 'undo') inForce.pop();
    else inForce.push(judgement);
  }
  return inForce;
}
