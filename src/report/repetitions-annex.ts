import { groupBy } from '../core/group-by.js';
import { claimantName } from '../ledger/entities.js';
import { documentHead } from '../ledger/document-facts.js';
import { compare } from '../ledger/statement-date.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { KeptFinding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { cite } from './citation.js';
import type { Evidence } from './evidence.js';
import { sourceWords } from './figure.js';
import { ANNEX_TITLES } from './phrases.js';
import { DRIFT_NAMES } from './standing-phrases.js';

type Annex = Report['annexes'][number];

/** A telling that only repeats another, and where. */
interface Repetition {
  readonly claim: Claim;
  readonly document: Document;
  readonly drift: KeptFinding['claims'][number]['drift'];
  readonly paragraphs: string[];
}

/**
 * Who repeats whom: under each statement that is told again, every telling of it with the chain of those who pass it on
 * and what it changed; none of them counts as an origin. Null where nothing is repeated.
 */
export function repetitionsAnnex(
  findings: readonly KeptFinding[],
  paragraphOf: ReadonlyMap<string, number>,
  evidence: Evidence,
): Annex | null {
  const trees = [...groupBy(repetitionsIn(findings, evidence), ({ root }) => root.id).values()].sort(
    ([a], [b]) => compare(dayOf(a.rootDocument), dayOf(b.rootDocument)) || compare(a.root.id, b.root.id),
  );
  if (trees.length === 0) return null;
  const told = trees.flatMap((tree) =>
    [...tree].sort(
      (a, b) => compare(dayOf(a.document), dayOf(b.document)) || compare(a.claim.id, b.claim.id),
    ),
  );
  return {
    title: ANNEX_TITLES.repetitions,
    columns: ['Paragraph', 'Statement of', 'First told', 'Told again by', 'On', 'Changed'],
    rows: told.map(({ root, rootDocument, claim, document, drift, paragraphs }) => [
      paragraphs
        .map((id) => paragraphOf.get(id) ?? 0)
        .sort((a, b) => a - b)
        .join(', '),
      sourceWords(claimantName(root, documentHead(rootDocument))),
      `${rootDocument.published?.edtf ?? 'undated'}, ${sourceWords(rootDocument.publisher ?? 'unnamed')}`,
      chainOf(claim, document),
      document.published?.edtf ?? 'undated',
      drift.length === 0 ? 'nothing' : drift.map((one) => DRIFT_NAMES[one]).join('; '),
    ]),
    citations: told.map(({ root, rootDocument, claim, document }) => [
      cite(claim, document),
      cite(root, rootDocument),
    ]),
  };
}

function repetitionsIn(
  findings: readonly KeptFinding[],
  { claims, documents, claimAt }: Evidence,
): (Repetition & { readonly root: Claim; readonly rootDocument: Document })[] {
  const found = new Map<string, Repetition & { readonly root: Claim; readonly rootDocument: Document }>();
  for (const finding of findings) {
    for (const { claim: id, echo_of, drift } of finding.claims) {
      if (echo_of === null) continue;
      const there = found.get(id);
      if (there) {
        there.paragraphs.push(finding.id);
        continue;
      }
      const [claim, root] = [claims.get(id), claimAt(echo_of.doc, echo_of.index)];
      const document = claim && documents.get(claim.doc);
      const rootDocument = root === null ? undefined : documents.get(root.doc);
      if (claim && root && document && rootDocument)
        found.set(id, { claim, document, drift, root, rootDocument, paragraphs: [finding.id] });
    }
  }
  return [...found.values()];
}

const dayOf = (document: Document): string => document.published?.edtf ?? '9999';

/** "Courier, citing Gazette, citing the ministry": the page, then those through whom it has the word. */
function chainOf({ attribution }: Claim, { publisher }: Document): string {
  const page = publisher ?? 'an unnamed publisher';
  const names = [page, ...attribution.map(({ who }) => who ?? page)];
  return names
    .filter((name, at) => name !== names[at - 1])
    .map((name) => sourceWords(name))
    .join(', citing ');
}
