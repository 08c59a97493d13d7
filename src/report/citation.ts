import { overlaps, trimmed, type Span } from '../core/span.js';
import { claimantOf, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Citation } from '../model/report.js';
import { normalName, type Names } from '../ledger/names.js';

/** A quote of the document's text at `span`, for a claim. */
export function cite(claim: Claim, document: Document, span: Span = claim.span): Citation {
  const block = document.blocks.find((one) => overlaps(one.span, span));
  const read = document.blocks.filter(({ dropped }) => dropped === null);
  const place = block === undefined ? -1 : read.indexOf(block);
  return {
    claim: claim.id,
    doc: document.id,
    publisher: document.publisher,
    published: document.published?.edtf ?? null,
    page: block?.page ?? null,
    paragraph: place < 0 ? null : place + 1,
    claimant: claimantOf(claim).who,
    span: [span[0], span[1]],
    quote: document.text.slice(...span),
    sha256: document.source,
  };
}

/**
 * The claim's own sentence first, then for each party and place that it does not name the nearest sentence of the same
 * document that does: what the reader needs to see that "it" was Country A.
 */
export function citationsOf(claim: Claim, document: Document, names: Names): Citation[] {
  const citations = [cite(claim, document)];
  for (const wanted of namedThings(claim, names)) {
    if (citations.some(({ quote }) => namesAny(spaced(quote), wanted))) continue;
    const span = nearestNaming(wanted, claim.span, document);
    if (span !== null) citations.push(cite(claim, document, span));
  }
  return citations;
}

/** Each quote once, where it first stands. */
export function distinctCitations(citations: readonly Citation[]): Citation[] {
  const seen = new Set<string>();
  return citations.filter(({ claim, doc, span }) => {
    const key = `${claim} ${doc} ${span.join('-')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Each party and place that the sentence prints, as all the names by which a text may call it. */
function namedThings(claim: Claim, names: Names): string[][] {
  const parties = [claim.supplier, claim.recipient, claim.actor, claim.target].flatMap(
    (party) => party?.split(', ') ?? [],
  );
  const places = [claim.place, claim.route?.origin, claim.route?.destination, ...(claim.route?.via ?? [])];
  const vessel = claim.route?.vessel;
  return [
    ...parties.map((party) => formsOf(party, names.who(party))),
    ...places
      .flatMap((place) => (place ?? '').split(', '))
      .flatMap((place) => (place === '' ? [] : [formsOf(place, names.place(place))])),
    ...(vessel ?? '').split(', ').flatMap((one) => (one === '' ? [] : [[spaced(one)]])),
  ];
}

function formsOf(name: string, known: ReturnType<Names['who']>): string[] {
  const { state, organisation, person, place } = known ?? {};
  const forms = [
    ...(state
      ? [state.name, ...state.aliases, ...state.demonyms, ...state.metonyms, state.capital ?? '']
      : [name]),
    ...(organisation?.aliases ?? []),
    ...(person?.aliases ?? []),
    ...(place?.aliases ?? []),
    known?.name ?? '',
  ];
  return [...new Set(forms.map(spaced))].filter((form) => form.trim() !== '');
}

/** Words alone, with a space at either end, so that a name is found only as whole words. */
const spaced = (text: string): string =>
  ` ${normalName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const namesAny = (words: string, forms: readonly string[]): boolean =>
  forms.some((form) => words.includes(form));

/** The closest sentence before the claim, else the closest after it, else the header. */
function nearestNaming(forms: readonly string[], near: Span, document: Document): Span | null {
  const sentences = sentencesOf(document).filter(({ words }) => namesAny(words, forms));
  const before = sentences.filter(({ span }) => span[1] <= near[0]);
  const after = sentences.filter(({ span }) => span[0] >= near[1]);
  return (before.at(-1) ?? after[0])?.span ?? null;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
interface Sentence {
  readonly span: Span;
  readonly words: string;
}

const known = new WeakMap<Document, Sentence[]>();

function sentencesOf(document: Document): Sentence[] {
  const cached = known.get(document);
  if (cached) return cached;
  const sentences = document.blocks
    .filter(({ dropped }) => dropped === null)
    .flatMap(({ span: [start, end] }) =>
      [...segmenter.segment(document.text.slice(start, end))].map(({ index, segment }) =>
        trimmed(document.text, [start + index, start + index + segment.length]),
      ),
    )
    .filter(([start, end]) => end > start)
    .map((span) => ({ span, words: spaced(document.text.slice(...span)) }));
  known.set(document, sentences);
  return sentences;
}
