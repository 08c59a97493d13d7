import { documentHead } from '../ledger/document-facts.js';
import { compare, statementDay } from '../ledger/statement-date.js';
import type { Claim } from '../model/claim.js';
import type { Document } from '../model/document.js';
import type { Citation } from '../model/report.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import { sourceWords } from './figure.js';
import { goodsWords } from './goods.js';
import { settleFigures } from './figure.js';
import type { Annex, Matter } from './matter.js';
import { claimantWords, listed } from './people.js';
import { ANNEX_TITLES, BY_MODE, MODALITY_NAMES } from './phrases.js';

/** Every journey that a statement tells of, in order of its date; null where none does. */
export function voyagesAnnex({ findings, evidence }: Matter): Annex | null {
  const voyages = journeys(
    new Set(findings.flatMap(({ claims }) => claims.map(({ claim }) => claim))),
    evidence,
  );
  if (voyages.length === 0) return null;
  const slot = (place: string | null | undefined): string => (place ? sourceWords(place) : '');
  return {
    title: ANNEX_TITLES.voyages,
    columns: ['Time', 'Carried', 'Vessel', 'From', 'Via', 'To', 'Cargo and count', 'Claimant', 'Known as'],
    rows: voyages.map(({ claim, document }) => [
      claim.when.edtf === null ? 'not stated' : dateWords(claim.when.edtf),
      listed((claim.route?.mode ?? []).map((mode) => BY_MODE[mode])),
      slot(claim.route?.vessel),
      slot(claim.route?.origin),
      listed((claim.route?.via ?? []).map((place) => sourceWords(place))),
      slot(claim.route?.destination),
      claim.item === null && claim.quantity === null
        ? ''
        : settleFigures(goodsWords(claim, evidence.terms)).text,
      claimantWords(claim, document, evidence.names),
      `claimed: ${claim.polarity === 'affirmed' ? MODALITY_NAMES[claim.modality] : claim.polarity}`,
    ]),
    citations: voyages.map(({ claim, document }): Citation[] => [cite(claim, document)]),
  };
}

interface Journey {
  readonly claim: Claim;
  readonly document: Document;
  readonly day: string;
}

/** A movement, or any act that names the ship. */
function journeys(told: ReadonlySet<string>, { claims, documents }: Matter['evidence']): Journey[] {
  return [...told]
    .flatMap((id): Journey[] => {
      const claim = claims.get(id);
      const document = claim && documents.get(claim.doc);
      if (claim === undefined || document === undefined) return [];
      if (claim.kind !== 'movement' && (claim.route?.vessel ?? null) === null) return [];
      return [
        { claim, document, day: claim.when.edtf ?? statementDay(claim, documentHead(document)) ?? '9999' },
      ];
    })
    .sort(
      (a, b) => compare(a.day, b.day) || compare(a.claim.doc, b.claim.doc) || a.claim.index - b.claim.index,
    );
}
