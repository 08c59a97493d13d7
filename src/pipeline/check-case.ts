import { makeClaim, type Claim } from '../model/claim.js';
import { makeDocument, type Document } from '../model/document.js';
import { makeEntityJudgement } from '../model/entity-judgement.js';
import { makeJudgement } from '../model/judgement.js';
import type { Source } from '../model/source.js';
import type { Check } from './check-installation.js';
import type { OpenCase } from './open-case.js';
import { sourceName } from './source-name.js';

/** The integrity of a case: every record proven by what it was made from, one source at a time. */
export async function checkCase(open: OpenCase): Promise<readonly Check[]> {
  return [
    await checkArchive(open),
    await checkSources(open),
    await checkDocuments(open),
    await checkClaims(open),
    await checkJudgements(open),
    await checkFindings(open),
  ];
}

/** Every archived byte against the hash that names its file, containers and what nobody refers to included. */
async function checkArchive({ originals }: OpenCase): Promise<Check> {
  const problems: string[] = [];
  let checked = 0;
  for await (const id of originals.list()) {
    checked++;
    const fault = await originals.check(id);
    if (fault) problems.push(`${fault.message}: ${originals.pathOf(id)}`);
  }
  return { name: 'archive', detail: `${checked} originals against their SHA-256`, problems };
}

/** Every source has its original, and was read or rejected. */
async function checkSources({ store, originals }: OpenCase): Promise<Check> {
  const archived = new Set<string>();
  for await (const id of originals.list()) archived.add(id);
  const read = new Set<string>();
  for await (const document of store.documents()) read.add(document.source);
  for (const reject of await store.rejects('documents')) read.add(reject.subject);
  const problems: string[] = [];
  let checked = 0;
  for await (const source of store.sources()) {
    checked++;
    if (!archived.has(source.id)) problems.push(`the original is missing: ${label(source)}`);
    if (!read.has(source.id))
      problems.push(`neither read nor rejected yet, run \`tallyman run\`: ${label(source)}`);
  }
  for (const list of await store.lists())
    if (!archived.has(list.id)) problems.push(`the original is missing: list ${list.name}, ${list.version}`);
  return { name: 'sources', detail: `${checked} have their original and were read or rejected`, problems };
}

const label = (source: Source): string => `${sourceName(source)} (${source.id.slice(0, 12)})`;

/** Every document's id against its text, and its blocks inside it. */
async function checkDocuments({ store }: OpenCase): Promise<Check> {
  const problems: string[] = [];
  let checked = 0;
  for await (const document of store.documents()) {
    checked++;
    problems.push(...documentFaults(document).map((fault) => `${fault}: document ${document.id}`));
  }
  return { name: 'documents', detail: `${checked} against their ids`, problems };
}

function documentFaults(document: Document): string[] {
  const { id, ...body } = document;
  const faults: string[] = [];
  if (makeDocument(body).id !== id) faults.push('the text is not that of the id');
  if (document.blocks.some(({ span: [start, end] }) => start > end || end > document.text.length))
    faults.push('a block lies outside the text');
  return faults;
}

/** Every claim's id against what it says, and its sentence inside its document. */
async function checkClaims({ store }: OpenCase): Promise<Check> {
  const problems: string[] = [];
  let checked = 0;
  let last: { readonly id: string; readonly length: number | null } = { id: '', length: null };
  for await (const claim of store.claims({ as: 'read' })) {
    checked++;
    // Claims come by statement, not by document: the last document is kept, the others are asked for again.
    if (claim.doc !== last.id) {
      const document = await store.document(claim.doc);
      last = { id: claim.doc, length: document?.text.length ?? null };
    }
    problems.push(...claimFaults(claim, last.length).map((fault) => `${fault}: claim ${claim.id}`));
  }
  return { name: 'claims', detail: `${checked} against their ids and documents`, problems };
}

function claimFaults(claim: Claim, textLength: number | null): string[] {
  const { id, index, extractor, rules, ...body } = claim;
  const faults: string[] = [];
  if (makeClaim(body, index, extractor, rules).id !== id) faults.push('the claim is not that of the id');
  if (textLength === null) faults.push('the document is missing');
  else if (claim.span[0] >= claim.span[1] || claim.span[1] > textLength)
    faults.push('the sentence lies outside the document');
  return faults;
}

/** Every judgement's id against what it says, and the one before it is there. */
async function checkJudgements({ store }: OpenCase): Promise<Check> {
  const problems: string[] = [];
  const known = new Set<string>();
  for await (const { judgement } of store.judgements()) {
    const { id, ...body } = judgement;
    if (makeJudgement(body).id !== id) problems.push(`it does not say what its id does: judgement ${id}`);
    if (body.supersedes !== null && !known.has(body.supersedes))
      problems.push(`the judgement before it is missing: judgement ${id}`);
    known.add(id);
  }
  for (const judgement of await store.entityJudgements()) {
    const { id, ...body } = judgement;
    if (makeEntityJudgement(body).id !== id)
      problems.push(`it does not say what its id does: judgement ${id}`);
    if (body.supersedes !== null && !known.has(body.supersedes))
      problems.push(`the judgement that it takes back is missing: judgement ${id}`);
    known.add(id);
  }
  return { name: 'judgements', detail: `${known.size} against their ids`, problems };
}

/** Every claim of a finding exists, and every claim stands in one. */
async function checkFindings({ store }: OpenCase): Promise<Check> {
  if (await store.ledgerIsStale()) {
    const problems = ['claims were judged since the ledger was built, run `tallyman run`'];
    return { name: 'findings', detail: 'not looked at', problems };
  }
  const claims = new Set<string>();
  for await (const claim of store.claims()) claims.add(claim.id);
  const placed = new Set<string>();
  const problems: string[] = [];
  let checked = 0;
  for await (const finding of store.findings()) {
    checked++;
    for (const { claim } of finding.claims) {
      placed.add(claim);
      if (!claims.has(claim)) problems.push(`claim ${claim} is missing: finding ${finding.id}`);
    }
  }
  const unplaced = [...claims].filter((claim) => !placed.has(claim));
  problems.push(...unplaced.map((claim) => `stands in no finding, run \`tallyman run\`: claim ${claim}`));
  return { name: 'findings', detail: `${checked} with their claims`, problems };
}
