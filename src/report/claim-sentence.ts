import { claimantOf, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Names } from '../ledger/names.js';
import { CLAUSES, type Clause } from './clause.js';
import { dateWords, onDate, whenWords } from './dates.js';
import { sourceWords } from './figure.js';
import type { Terms } from './goods.js';
import { capitalised, claimantWords, publisherWords } from './people.js';
import { SAYING } from './phrases.js';

interface Context {
  readonly names: Names;
  readonly terms: Terms;
  readonly related: Claim | null;
  /** Whether the page is to be named even where the statement has a date of its own: it retells, perhaps wrongly. */
  readonly retold: boolean;
}

/**
 * One claim as one sentence: who said it and when, on whose pages, and what, with bounds and likelihood as claimed.
 * Figures are still marked (`settleFigures`).
 */
export function claimSentence(claim: Claim, document: Document, context: Context): string {
  const claimant = claimantWords(claim, document, context.names);
  const stated = claimantOf(claim).stated ?? null;
  const published = document.published?.edtf ?? null;
  const own = claimantOf(claim).who === null || claimantOf(claim).who === document.publisher;
  const said = stated ?? (own ? published : null);
  const clause = CLAUSES[claim.kind](claim, context);
  const when = whenWords(claim.when, stated ?? published);
  const happened = `${clause.subject} ${verbOf(claim, clause)}${clause.rest}`
    .replace(/,,/g, ',')
    .replace(/,$/, '');
  const words = `${claimant} ${sayingOf(claim)}${said === null ? '' : ` ${onDate(said)}`} ${linkOf(claim)} ${happened}${
    when === null ? '' : ` ${when}`
  }`;
  return `${capitalised(`${accordingTo(document, own, context.retold ? null : stated, context.names)}${words}`)}.`;
}

/** Where the statement itself has no date, the page on which it stands gives one. */
function accordingTo(document: Document, own: boolean, stated: string | null, names: Names): string {
  return own || stated !== null ? '' : `according to ${pageWords(document, names)}, `;
}

/** A page by its publisher, or title, and its date. */
export function pageWords(document: Document, names: Names): string {
  const published = document.published?.edtf ?? null;
  const page =
    publisherWords(document, names) ??
    `an unnamed publisher${document.title === null ? '' : ` (“${sourceWords(document.title)}”)`}`;
  return `${page}${published === null ? '' : ` (${dateWords(published)})`}`;
}

function sayingOf({ polarity, modality }: Claim): string {
  if (polarity === 'denied') return 'denied';
  return SAYING[modality];
}

/** "that"; what is under investigation is a question. */
const linkOf = ({ polarity, modality, kind }: Claim): string =>
  modality === 'investigated' && polarity === 'affirmed' && kind !== 'investigation'
    ? 'that it was under investigation whether'
    : 'that';

function verbOf({ polarity, modality }: Claim, { done, todo, fixed }: Clause): string {
  const not = polarity === 'negated';
  if (fixed !== undefined) return not ? `${fixed} no more than` : fixed;
  if (modality === 'possible') return `may ${not ? 'not ' : ''}have ${done}`;
  if (modality === 'planned') return `would ${not ? 'not ' : ''}${todo}`;
  return `had ${not ? 'not ' : ''}${done}`;
}
