import { groupBy } from '../core/group-by.js';
import type { Claim } from '../model/claim.js';
import type { AssessedFinding } from '../ledger/assessment.js';
import type { KeptFinding } from '../model/finding.js';
import type { Citation, Sentence } from '../model/report.js';
import type { Evidence } from './evidence.js';
import { citationsOf, cite, distinctCitations } from './citation.js';
import { claimSentence, pageWords } from './claim-sentence.js';
import { finishedSentence } from './finished-sentence.js';
import { claimantWords, listed } from './people.js';
import { DRIFT_NAMES } from './standing-phrases.js';
import { supportSentences } from './support-sentences.js';

type Entry = KeptFinding['claims'][number];

/**
 * The sentences of one finding: each statement in order with who repeats it, then denials, then what retells a statement
 * on another matter, then the range that the statements allow and their dispute.
 */
export function findingSentences(finding: AssessedFinding, evidence: Evidence): Sentence[] {
  const isDenial = ({ claim }: Entry): boolean => evidence.claims.get(claim)?.polarity === 'denied';
  const own = finding.claims.filter(({ echo_of }) => echo_of === null);
  const echoes = finding.claims.filter(({ echo_of }) => echo_of !== null);
  const here = new Set(own.map(refOfEntry));
  const plain = (echo: Entry): boolean => echo.drift.length === 0 && here.has(rootOf(echo));
  const [denials, statements] = [own.filter(isDenial), own.filter((entry) => !isDenial(entry))];
  const repeated = (entry: Entry): Entry[] =>
    echoes.filter((echo) => plain(echo) && rootOf(echo) === refOfEntry(entry));
  const told = (entry: Entry, others: readonly Entry[]): Sentence | null =>
    withRepetitions(statementSentence(entry, finding, evidence), others, evidence);
  return [
    ...statements.map((entry) => told(entry, repeated(entry))),
    ...[...groupBy(denials, denialKey(evidence)).values()].map(([first, ...others]) =>
      told(first, [...others, ...[first, ...others].flatMap(repeated)]),
    ),
    ...echoes.filter((echo) => !plain(echo)).map((entry) => statementSentence(entry, finding, evidence)),
    ...supportSentences(finding, evidence),
  ].filter((sentence) => sentence !== null);
}

const refOfEntry = ({ doc, index }: Entry): string => `${doc}:${index}`;
const rootOf = ({ echo_of }: Entry): string => (echo_of === null ? '' : `${echo_of.doc}:${echo_of.index}`);

/** One claimant's denials of one thing are told once, with every page on which they stand. */
const denialKey =
  ({ claims }: Evidence) =>
  ({ claim, claimant }: Entry): string =>
    `${claimant ?? ''} ${claims.get(claim)?.item?.class ?? ''} ${claims.get(claim)?.modality ?? ''}`;

/** A statement with those who carry it too, which adds no support to it. */
function withRepetitions(
  sentence: Sentence | null,
  others: readonly Entry[],
  evidence: Evidence,
): Sentence | null {
  const told = others.flatMap((other) => {
    const claim = evidence.claims.get(other.claim);
    const document = claim && evidence.documents.get(claim.doc);
    return claim && document ? [{ claim, document }] : [];
  });
  if (sentence === null || told.length === 0) return sentence;
  const pages = [...new Set(told.map(({ document }) => pageWords(document, evidence.names)))];
  return {
    ...sentence,
    text: sentence.text.replace(/\.$/, `; repeated by ${listed(pages)}.`),
    citations: distinctCitations([
      ...sentence.citations,
      ...told.map(({ claim, document }) => cite(claim, document)),
    ]),
  };
}

/** One claim as a sentence, with whose statement it goes back to; null where its document is not at hand. */
export function statementSentence(entry: Entry, finding: KeptFinding, evidence: Evidence): Sentence | null {
  const claim = evidence.claims.get(entry.claim);
  const document = claim && evidence.documents.get(claim.doc);
  if (claim === undefined || document === undefined) return null;
  const related = relatedClaim(claim, evidence);
  const marked = claimSentence(claim, document, {
    names: evidence.names,
    terms: evidence.terms,
    related,
    retold: entry.echo_of !== null,
  });
  const citations = citationsOf(claim, document, evidence.names);
  if (related !== null && !citations.some(({ span }) => sameSpan(span, related.span))) {
    citations.push(...citationsOf(related, document, evidence.names).slice(0, 1));
  }
  const source = sourceOf(entry, evidence);
  if (source === null) return finishedSentence(marked, finding.id, citations, claim);
  const changes = entry.drift.map((drift) => DRIFT_NAMES[drift]);
  const link =
    entry.echo_of === null
      ? `, a figure derived from a statement of ${source.claimant}`
      : `; this retells a statement of ${source.claimant}${changes.length === 0 ? '' : ` with a change: ${changes.join('; ')}`}`;
  return finishedSentence(
    marked.replace(/\.$/, `${link}.`),
    finding.id,
    distinctCitations([...citations, ...source.citations]),
    claim,
  );
}

/** Whose statement a retelling or a derived figure goes back to, with the words in which it was made. */
function sourceOf(
  { echo_of, derived_from }: Entry,
  { claimAt, documents, names }: Evidence,
): { claimant: string; citations: Citation[] } | null {
  const ref = echo_of ?? derived_from;
  const claim = ref === null ? null : claimAt(ref.doc, ref.index);
  const document = claim === null ? undefined : documents.get(claim.doc);
  if (claim === null || document === undefined) return null;
  return { claimant: claimantWords(claim, document, names), citations: [cite(claim, document)] };
}

/** The load of a capacity, or the figure that another was worked out from; it stands in the same document. */
function relatedClaim(claim: Claim, { claimAt }: Evidence): Claim | null {
  const { relation } = claim;
  const position = relation?.claim ?? null;
  if (relation === null || position === null) return null;
  const needed =
    relation.type === 'given' || (relation.type === 'alternative_to' && claim.kind === 'capacity');
  return needed ? claimAt(claim.doc, position) : null;
}

const sameSpan = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] === b[0] && a[1] === b[1];
