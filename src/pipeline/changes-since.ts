import type { OpenCase } from './open-case.js';
import type { FindingSummary } from './finding-summaries.js';

/** What came to a case, and was judged, since a time. */
export interface ChangesSince {
  readonly at: string;
  readonly documents: { readonly id: string; readonly title: string | null; readonly obtained: string }[];
  readonly claims: number;
  readonly judgements: number;
  readonly findings: {
    readonly id: string;
    readonly label: string;
    readonly came: number;
    readonly judged: number;
  }[];
}

/** @param at ISO 8601 UTC */
export async function changesSince(
  open: OpenCase,
  at: string,
  summaries: readonly Pick<FindingSummary, 'id' | 'label'>[],
): Promise<ChangesSince> {
  const { store } = open;
  const since = Date.parse(at);
  const came = new Map<string, string>();
  for await (const { id, origins } of store.sources()) {
    const first = origins.map(({ obtained }) => obtained).sort()[0];
    if (first !== undefined && Date.parse(first) >= since) came.set(id, first);
  }
  const documents: ChangesSince['documents'] = [];
  const claims: string[] = [];
  if (came.size > 0) {
    for await (const { id, title, source } of store.documents()) {
      const obtained = came.get(source);
      if (obtained === undefined) continue;
      documents.push({ id, title, obtained });
      for await (const claim of store.claims({ document: id })) claims.push(claim.id);
    }
  }
  const judged = new Set<string>();
  let judgements = 0;
  for await (const { claim, judgement } of store.judgements()) {
    if (Date.parse(judgement.at) < since) continue;
    judgements++;
    if (claim !== null) judged.add(claim);
  }
  for (const judgement of await store.entityJudgements()) if (Date.parse(judgement.at) >= since) judgements++;
  return {
    at,
    documents,
    claims: claims.length,
    judgements,
    findings: await touched(open, claims, judged, summaries),
  };
}

async function touched(
  { store }: OpenCase,
  came: readonly string[],
  judged: ReadonlySet<string>,
  summaries: readonly Pick<FindingSummary, 'id' | 'label'>[],
): Promise<ChangesSince['findings']> {
  const counts = new Map<string, { came: number; judged: number }>();
  const add = async (claim: string, what: 'came' | 'judged'): Promise<void> => {
    for (const finding of await store.findingsWith(claim)) {
      const count = counts.get(finding) ?? { came: 0, judged: 0 };
      count[what]++;
      counts.set(finding, count);
    }
  };
  for (const claim of came) await add(claim, 'came');
  for (const claim of judged) await add(claim, 'judged');
  return summaries.flatMap(({ id, label }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ id, label, ...count }];
  });
}
