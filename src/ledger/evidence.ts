import type { Span } from '../core/span.js';
import type { EvidenceKind, EvidenceWords } from '../model/ledger-tables.js';

/** Where a text names evidence that others could look at. */
export interface NamedEvidence {
  readonly kind: EvidenceKind;
  readonly span: Span;
}

/** How many words before a mention a word for "no" takes it back. */
const NEGATED_WITHIN = 3;

const finders = new WeakMap<EvidenceWords, RegExp>();

/** The mentions of evidence in a text, in their order. Linear in the length of the text. */
export function evidenceIn(text: string, table: EvidenceWords): NamedEvidence[] {
  const found: NamedEvidence[] = [];
  for (const match of text.matchAll(finderOf(table))) {
    const kind = kindOf(match[0], table);
    if (kind === null || isNegated(text.slice(Math.max(0, match.index - 40), match.index), table)) continue;
    found.push({ kind, span: [match.index, match.index + match[0].length] });
  }
  return found;
}

/** The kinds that the words of a claim name, in the table's order. */
export function evidenceBeside(span: Span, evidence: readonly NamedEvidence[]): EvidenceKind[] {
  const inside = evidence.filter((named) => named.span[0] >= span[0] && named.span[1] <= span[1]);
  return [...new Set(inside.map(({ kind }) => kind))].sort();
}

function finderOf(table: EvidenceWords): RegExp {
  const there = finders.get(table);
  if (there) return there;
  const words = table.evidence
    .flatMap(({ words: some }) => some)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
  const made = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  finders.set(table, made);
  return made;
}

function kindOf(wording: string, { evidence }: EvidenceWords): EvidenceKind | null {
  const normal = wording.replace(/\s+/g, ' ').toLowerCase();
  return evidence.find(({ words }) => words.some((word) => word.toLowerCase() === normal))?.kind ?? null;
}

function isNegated(before: string, { negations }: EvidenceWords): boolean {
  const words = before.toLowerCase().match(/[\p{L}']+|[.;:!?]/gu) ?? [];
  const near = words.slice(-NEGATED_WITHIN);
  const sentence = near.slice(near.findLastIndex((word) => /[.;:!?]/.test(word)) + 1);
  return sentence.some((word) => negations.includes(word));
}
