import { TallymanError } from '../core/errors.js';
import type { Document } from '../model/document.js';
import type { Reject } from '../model/reject.js';
import type { Source } from '../model/source.js';
import type { OpenCase } from './open-case.js';
import { SecondOpinions, type ListedClaim } from './second-opinion.js';

/** What was done with the bytes of a document. */
export interface CustodyEntry {
  /** ISO 8601 UTC; null where no time was kept. */
  readonly at: string | null;
  readonly act: 'obtained' | 'archived' | 'read' | 'claims-drawn' | 'claim-made' | 'judged';
  readonly by: string;
  readonly how: string;
}

/** A document with its source, claims, rejects and custody. */
export interface DocumentDetail {
  readonly document: Document;
  readonly source: Source;
  readonly claims: readonly ListedClaim[];
  readonly rejects: readonly Reject[];
  readonly custody: readonly CustodyEntry[];
}

/** @throws TallymanError `not-found` */
export async function documentDetail(open: OpenCase, id: string): Promise<DocumentDetail> {
  const { store } = open;
  const document = await store.document(id);
  if (document === null) throw new TallymanError('not-found', 'no document has this id', id);
  const source = await store.source(document.source);
  if (source === null)
    throw new TallymanError('not-found', 'the source is missing from the case', document.source);
  const opinions = await SecondOpinions.of(open, id);
  const claims: ListedClaim[] = [];
  for (const verdict of [undefined, 'rejected'] as const)
    for await (const claim of store.claims({ document: id, verdict }))
      claims.push({ ...claim, second_reader: opinions.on(claim) });
  claims.sort((a, b) => a.index - b.index);
  const rejects = (await store.rejects()).filter(({ subject }) => subject === id || subject === source.id);
  return { document, source, claims, rejects, custody: custodyOf(document, source, claims) };
}

function custodyOf(document: Document, source: Source, claims: readonly ListedClaim[]): CustodyEntry[] {
  const obtained = source.origins.map(({ uri, obtained: at, method, container }) => ({
    at,
    act: 'obtained' as const,
    by: uri,
    how: container === null ? method : `${method}, in ${container}`,
  }));
  const judged = claims.flatMap(({ id, judgement }) =>
    judgement === undefined
      ? []
      : [{ at: judgement.at, act: 'judged' as const, by: judgement.by, how: `${judgement.verdict} ${id}` }],
  );
  const extractors = [...new Set(claims.map(({ extractor }) => extractor))].sort();
  return [
    ...obtained.sort(byTime),
    {
      at: null,
      act: 'archived',
      by: `SHA-256 ${source.id}`,
      how: `${source.size} bytes, ${source.media_type}`,
    },
    { at: null, act: 'read', by: document.reader, how: `document ${document.id}` },
    ...extractors.map((extractor) => ({
      at: null,
      act: 'claims-drawn' as const,
      by: extractor,
      how: `${claims.filter((claim) => claim.extractor === extractor).length} claims`,
    })),
    ...judged.sort(byTime),
  ];
}

const byTime = (a: { readonly at: string }, b: { readonly at: string }): number =>
  Date.parse(a.at) - Date.parse(b.at);
