import { documentHead, type DocumentHead } from '../ledger/document-facts.js';
import type { Span } from '../core/span.js';
import type { Document } from '../model/document.js';
import { highlightsIn, searchTerms } from '../model/search-words.js';
import type { PassagePlace } from '../model/store.js';
import { evidenceFor, type ClaimEvidence } from './evidence.js';
import type { OpenCase } from './open-case.js';

/** What a search finds: claims and paragraphs that have all of its words, the newest first. */

export interface ClaimMatch extends ClaimEvidence {
  /** Where the words stand in the quote. */
  readonly highlights: readonly Span[];
}

export interface PassageMatch {
  readonly document: DocumentHead;
  /** Of the paragraph in the text; empty for the title. */
  readonly span: Span;
  readonly text: string;
  readonly highlights: readonly Span[];
}

interface Matches<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly more: boolean;
}

/** What is counted at most: a search as one types is not for counting. */
const MOST_COUNTED = 1000;

export async function search(
  open: OpenCase,
  text: string,
  limit: number,
): Promise<{ readonly claims: Matches<ClaimMatch>; readonly passages: Matches<PassageMatch> }> {
  const { store } = open;
  const query = { text };
  const { claims } = await store.claimPage(query, { order: '-statement', after: null, limit });
  const counted = await store.claimCount(query, MOST_COUNTED + 1);
  const { passages } = await passagesFound(open, text, null, limit);
  const paragraphs = await store.passageCount(text, MOST_COUNTED + 1);
  return {
    claims: matches(withHighlights(await evidenceFor(open, claims), text), counted),
    passages: matches(passages, paragraphs),
  };
}

const matches = <T>(items: readonly T[], counted: number): Matches<T> => ({
  items,
  total: Math.min(counted, MOST_COUNTED),
  more: counted > MOST_COUNTED,
});

/** @param text null for no search, which marks nothing */
export function withHighlights(evidence: readonly ClaimEvidence[], text: string | null): ClaimMatch[] {
  const terms = text === null ? [] : searchTerms(text);
  return evidence.map((each) => ({ ...each, highlights: highlightsIn(each.quote, terms) }));
}

export async function passagesFound(
  open: OpenCase,
  text: string,
  after: PassagePlace | null,
  limit: number,
): Promise<{ readonly passages: PassageMatch[]; readonly next: PassagePlace | null }> {
  const terms = searchTerms(text);
  const page = await open.store.passagePage(text, { after, limit });
  const documents = new Map<string, Document | null>();
  const passages: PassageMatch[] = [];
  for (const { document: id, span } of page.passages) {
    if (!documents.has(id)) documents.set(id, await open.store.document(id));
    const document = documents.get(id) ?? null;
    if (document === null) continue;
    const words = span[0] === span[1] ? (document.title ?? '') : document.text.slice(...span);
    passages.push({
      document: documentHead(document),
      span,
      text: words,
      highlights: highlightsIn(words, terms),
    });
  }
  return { passages, next: page.next };
}
