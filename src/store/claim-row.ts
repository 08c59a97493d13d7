import { claimantOf, type Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import { dayRange } from './day-range.js';
import { claimWords, wordsColumn } from './search-rows.js';
import { foldedText, keyOrNull, keyText } from './stored-text.js';

/** A claim as a row, with the columns by which it is found. */
export function claimRow(claim: Claim, extraction: number, document: Document) {
  const claimant = claimantOf(claim);
  // A statement without a date of its own was made by the day of its publication.
  const stated = dayRange(claimant.stated ?? document.published?.edtf);
  const event = dayRange(claim.when.edtf);
  return {
    extraction,
    index: claim.index,
    id: keyText(claim.id),
    document: keyText(claim.doc),
    kind: claim.kind,
    item: claim.item?.class ?? null,
    supplier: keyOrNull(claim.supplier),
    recipient: keyOrNull(claim.recipient),
    actor: keyOrNull(claim.actor),
    target: keyOrNull(claim.target),
    claimant: claimant.who === null ? null : foldedText(claimant.who),
    stated_from: stated?.from ?? null,
    stated_to: stated?.to ?? null,
    event_from: event?.from ?? null,
    event_to: event?.to ?? null,
    statement_day: stated?.to ?? 'infinity',
    modality: claim.modality,
    polarity: claim.polarity,
    words: wordsColumn(claimWords(claim, document)),
    body: JSON.stringify(claim),
  };
}
