import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { KINDS, ITEM_CLASSES, MODALITIES, OUTCOMES, POLARITIES, SCOPES, UNITS } from '../../../src/model/enums.js';
import { claimantOf, type Claim } from '../../../src/model/claim.js';
import { finish } from '../../../src/documents/draft.js';
import { startOcr } from '../../../src/documents/ocr.js';
import { readPlainText } from '../../../src/documents/plain-text.js';
import type { Document } from '../../../src/model/document.js';

/** What a claim must be; a field that is left out is not checked, `quantity: null` means that there is no figure. */
const expectationSchema = z.strictObject({
  kind: z.enum(KINDS).optional(),
  /** A run of words within the claim's sentence. */
  words: z.string().optional(),
  polarity: z.enum(POLARITIES).optional(),
  modality: z.enum(MODALITIES).optional(),
  claimant: z.string().nullable().optional(),
  anonymous: z.boolean().optional(),
  /** Who passes the word on, outermost first. */
  relays: z.array(z.string()).optional(),
  supplier: z.string().nullable().optional(),
  recipient: z.string().nullable().optional(),
  actor: z.string().nullable().optional(),
  target: z.string().nullable().optional(),
  class: z.enum(ITEM_CLASSES).nullable().optional(),
  /** Low, high and unit; the unit may be left out. */
  quantity: z
    .tuple([z.number().nullable(), z.number().nullable()])
    .rest(z.enum(UNITS))
    .nullable()
    .optional(),
  vague: z.boolean().optional(),
  when: z.string().nullable().optional(),
  scope: z.enum(SCOPES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
});
export type Expectation = z.output<typeof expectationSchema>;

const expectedSchema = z.strictObject({
  claims: z.array(expectationSchema),
  never: z.array(expectationSchema),
});

export interface ClaimCase extends z.output<typeof expectedSchema> {
  readonly slug: string;
  readonly document: Document;
}

/** The golden documents, each `document.txt` with what must and what must not be read from it. */
export async function claimCases(): Promise<readonly ClaimCase[]> {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true });
  const slugs = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    slugs.sort().map(async (slug) => {
      const file = (name: string) => readFileSync(new URL(`${slug}/${name}`, import.meta.url));
      const draft = await readPlainText(file('document.txt'), {
        where: `file:${slug}.txt`,
        url: null,
        hints: {},
        ocr: startOcr(),
        signal: null,
      });
      const expected = expectedSchema.parse(JSON.parse(file('expected.json').toString()));
      return { slug, ...expected, document: finish(draft, '0'.repeat(64), 'test-1') };
    }),
  );
}

/** Whether a claim is as expected in every field that is given. */
export function meets(claim: Claim, expected: Expectation, { text }: Document): boolean {
  const claimant = claimantOf(claim);
  const relays = claim.attribution.filter(({ role }) => role === 'relay').map(({ who }) => who);
  const { quantity } = claim;
  const actual: Record<Exclude<keyof Expectation, 'words'>, unknown> = {
    kind: claim.kind,
    polarity: claim.polarity,
    modality: claim.modality,
    claimant: claimant.who,
    anonymous: claimant.anonymous ?? false,
    relays,
    supplier: claim.supplier,
    recipient: claim.recipient,
    actor: claim.actor,
    target: claim.target,
    class: claim.item?.class ?? null,
    quantity: quantity === null ? null : [quantity.low, quantity.high, quantity.unit].slice(0, expected.quantity?.length),
    vague: quantity?.vague ?? false,
    when: claim.when.edtf,
    scope: claim.when.scope,
    outcome: claim.outcome,
  };
  if (expected.words !== undefined && !text.slice(...claim.span).includes(expected.words)) return false;
  return Object.entries(actual).every(
    ([field, value]) =>
      expected[field as keyof Expectation] === undefined ||
      JSON.stringify(expected[field as keyof Expectation]) === JSON.stringify(value),
  );
}

/** Pairs each expectation with a claim of its own; returns those for which none is left. */
export function unmet(expected: readonly Expectation[], claims: readonly Claim[], document: Document): Expectation[] {
  const options = expected.map((one) => claims.flatMap((claim, i) => (meets(claim, one, document) ? [i] : [])));
  const owner = new Map<number, number>();
  const place = (e: number, tried: Set<number>): boolean =>
    (options[e] ?? []).some((i) => {
      if (tried.has(i)) return false;
      tried.add(i);
      const holder = owner.get(i);
      if (holder !== undefined && !place(holder, tried)) return false;
      owner.set(i, e);
      return true;
    });
  return expected.filter((_, e) => !place(e, new Set()));
}
