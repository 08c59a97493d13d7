import { TallymanError } from '../core/errors.js';
import { assessedBy } from '../ledger/assessment.js';
import { pairsWith } from '../ledger/pairs.js';
import type { Claim } from '../model/claim.js';
import type { Finding, KeptFinding } from '../model/finding.js';
import { BY_HAND } from '../model/hand-claim.js';
import type { Judgement } from '../model/judgement.js';
import type { Source } from '../model/source.js';
import { yardstickBeside } from './assessing.js';
import { listEchoes, type ListedTelling } from './echo-trees.js';
import { namesOfCase } from './entities.js';
import { evidenceFor, type ClaimEvidence } from './evidence.js';
import { findingLabel } from './finding-summaries.js';
import type { OpenCase } from './open-case.js';
import { judgementsOn } from './show.js';

/** A claim with all that the case knows of it. */
export interface ClaimDetail extends ClaimEvidence {
  readonly source: Source;
  readonly findings: {
    readonly id: string;
    readonly label: string;
    readonly at: number;
    readonly echo_of: string | null;
    readonly drift: Finding['claims'][number]['drift'];
    readonly grade: string | null;
  }[];
  readonly relations: {
    readonly finding: string;
    readonly claim: string;
    readonly claimant: string | null;
    readonly other_first: boolean;
    readonly relation: Finding['pairs'][number]['relation'];
    readonly why: string;
  }[];
  readonly echoes: ListedTelling[];
  readonly judgements: Judgement[];
  readonly made: { readonly by: string; readonly at: string; readonly why: string } | null;
}

/** @throws TallymanError `not-found` */
export async function claimDetail(open: OpenCase, id: string): Promise<ClaimDetail> {
  const { store } = open;
  const claim = await store.claim(id);
  if (claim === null) throw new TallymanError('not-found', 'no claim has this id', id);
  const [evidence] = await evidenceFor(open, [claim]);
  const source = await store.source(evidence!.document.source);
  if (source === null)
    throw new TallymanError('not-found', 'the source is missing from the case', evidence!.document.source);
  const names = await namesOfCase(open);
  const findings: ClaimDetail['findings'] = [];
  const relations: ClaimDetail['relations'] = [];
  for (const finding of await findingsWith(open, id)) {
    const at = finding.claims.findIndex((entry) => entry.claim === id);
    const entry = finding.claims[at];
    if (entry === undefined) continue;
    const grade = assessedBy(finding, await yardstickBeside(open, finding)).assessed.grades[at];
    findings.push({
      id: finding.id,
      label: findingLabel(finding.question, names),
      at,
      echo_of: toldFirst(finding, entry.echo_of),
      drift: entry.drift,
      grade: grade ? `${grade.source}${grade.credibility}` : null,
    });
    for (const { a, b, relation, why } of pairsWith(finding, at)) {
      const other = finding.claims[a === at ? b : a]!;
      relations.push({
        finding: finding.id,
        claim: other.claim,
        claimant: other.claimant,
        other_first: b === at,
        relation,
        why,
      });
    }
  }
  const echoes: ListedTelling[] = [];
  for await (const telling of listEchoes(open, id)) echoes.push(telling);
  return {
    ...evidence!,
    source,
    findings,
    relations,
    echoes,
    judgements: await judgementsOn(open, id),
    made: await madeBy(open, claim),
  };
}

/** Who made the claim, where it was made by hand. */
async function madeBy({ store }: OpenCase, { extractor, rules }: Claim): Promise<ClaimDetail['made']> {
  const made = extractor === BY_HAND ? await store.handClaim(rules[0] ?? '') : null;
  return made && { by: made.by, at: made.at, why: made.why };
}

async function findingsWith({ store }: OpenCase, claim: string): Promise<KeptFinding[]> {
  const findings: KeptFinding[] = [];
  for (const id of await store.findingsWith(claim)) {
    const finding = await store.finding(id);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

const toldFirst = ({ claims }: KeptFinding, root: KeptFinding['claims'][number]['echo_of']): string | null =>
  root === null
    ? null
    : (claims.find(({ doc, index }) => doc === root.doc && index === root.index)?.claim ?? null);
