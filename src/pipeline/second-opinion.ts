import { compareReadings, type Comparison, type Slot } from '../claims/compare-readings.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { OpenCase } from './open-case.js';

/** What a second reader makes of a claim: the same, something else, or nothing. */
export interface SecondOpinion {
  readonly verdict: 'agrees' | 'differs' | 'silent';
  readonly differs: readonly Slot[];
}

/** A claim as it is listed; the opinion is null where no second reader has read its document. */
export type ListedClaim = Claim & { readonly second_reader: SecondOpinion | null };

/** A place where the two readers do not say the same. */
export interface Disagreement {
  readonly document: string;
  readonly span: Claim['span'];
  readonly kind: Claim['kind'];
  /** Whose claim the other does not have, or where both have it, the slots in which it differs. */
  readonly differs: readonly Slot[] | 'first-only' | 'second-only';
  readonly first: Claim | null;
  readonly second: Claim | null;
}

/** The opinions of the second reader on the claims of a case. */
export class SecondOpinions {
  /** @param byDocument both readings side by side, for every document that was read twice */
  private constructor(private readonly byDocument: ReadonlyMap<string, readonly Comparison[]>) {}

  /** @param only the one document that is asked about; by default all that were read twice */
  static async of({ store }: OpenCase, only?: string): Promise<SecondOpinions> {
    const byDocument = new Map<string, readonly Comparison[]>();
    for await (const { document, claims } of store.secondReadings(only)) {
      const first: Claim[] = [];
      for await (const claim of store.claims({ document, as: 'read' })) first.push(claim);
      byDocument.set(document, compareReadings(first, claims));
    }
    return new SecondOpinions(byDocument);
  }

  on(claim: Claim): SecondOpinion | null {
    const comparisons = this.byDocument.get(claim.doc);
    if (comparisons === undefined) return null;
    const found = comparisons.find(({ first }) => first?.id === claim.id);
    if (!found?.second) return { verdict: 'silent', differs: [] };
    return { verdict: found.differs.length === 0 ? 'agrees' : 'differs', differs: found.differs };
  }

  *disagreements(): Iterable<Disagreement> {
    for (const [document, comparisons] of this.byDocument) {
      for (const { first, second, differs } of comparisons) {
        const claim = first ?? second;
        if (claim === null || (first !== null && second !== null && differs.length === 0)) continue;
        const how = first === null ? 'second-only' : second === null ? 'first-only' : differs;
        yield { document, span: claim.span, kind: claim.kind, differs: how, first, second };
      }
    }
  }
}

export async function* listedClaims(
  open: OpenCase,
  claims: AsyncIterable<Claim>,
): AsyncIterable<ListedClaim> {
  const opinions = await SecondOpinions.of(open);
  for await (const claim of claims) yield { ...claim, second_reader: opinions.on(claim) };
}

/** What a claim says, for one line of a listing. */
export function claimWords(claim: Claim | null): string | null {
  if (claim === null) return null;
  const { supplier, recipient, actor, target, item, quantity } = claim;
  const sides = [supplier ?? actor, recipient ?? target].map((side) => side ?? '?').join(' > ');
  return [sides, quantity?.wording, item?.class, `(${claimantOf(claim).who ?? '?'})`]
    .filter(Boolean)
    .join(' ');
}
