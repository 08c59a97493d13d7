import { TallymanError } from '../core/errors.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import type { Finding, Grade, Standing } from '../model/finding.js';
import { evidenceById, type ClaimEvidence } from './evidence.js';
import type { OpenCase } from './open-case.js';

/** A claim as it stands on a finding. */
export interface FindingClaim extends ClaimEvidence {
  readonly at: number;
  readonly claimant: string | null;
  readonly origin: string | null;
  readonly echo_of: number | null;
  readonly drift: Finding['claims'][number]['drift'];
  readonly derived_from: Finding['claims'][number]['derived_from'];
  readonly grade: Grade | null;
  readonly evidence: Standing['evidence'];
  readonly vague: boolean;
  readonly interval: Standing['interval'];
  readonly window: Standing['window'] | null;
  readonly day: string | null;
  readonly counts: boolean;
}

/** Some of the claims of a finding, from a position on, in the order of their statements. */
export async function findingClaims(
  open: OpenCase,
  finding: AssessedFinding,
  from: number,
  limit: number,
): Promise<FindingClaim[]> {
  const entries = finding.claims.slice(from, from + limit);
  const shown = await evidenceById(
    open,
    entries.map(({ claim }) => claim),
  );
  const standings = new Map(finding.standings.map((standing) => [standing.at, standing]));
  const places = new Map(finding.claims.map(({ doc, index }, at) => [`${doc}:${index}`, at]));
  const counting = new Set(finding.assessed.assessment.counts);
  return entries.map((entry, n) => {
    const at = from + n;
    const standing = standings.get(at);
    const words = shown[n];
    if (words === undefined)
      throw new TallymanError('not-found', 'a claim of the ledger is missing', entry.claim);
    return {
      ...words,
      at,
      claimant: entry.claimant,
      origin: entry.origin,
      echo_of:
        entry.echo_of === null ? null : (places.get(`${entry.echo_of.doc}:${entry.echo_of.index}`) ?? -1),
      drift: entry.drift,
      derived_from: entry.derived_from,
      grade: finding.assessed.grades[at] ?? null,
      evidence: standing?.evidence ?? [],
      vague: standing?.vague ?? false,
      interval: standing?.interval ?? null,
      window: standing?.window ?? null,
      day: standing?.day ?? null,
      counts: counting.has(at),
    };
  });
}
