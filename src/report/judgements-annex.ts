import type { Claim } from '../model/claim.js';
import type { Citation, Report } from '../model/report.js';
import { subjectLine } from './clause.js';
import { cite } from './citation.js';
import { dateWords } from './dates.js';
import type { Evidence } from './evidence.js';
import { sourceWords } from './figure.js';
import { ANNEX_TITLES } from './phrases.js';

/** What analysts have accepted, corrected or taken out, with who, when and why, in the order in which they did. */
export function judgementsAnnex(judged: readonly Claim[], evidence: Evidence): Report['annexes'][number] {
  const rows = judged
    .flatMap((claim) => {
      const document = evidence.documents.get(claim.doc);
      return claim.judgement && document ? [{ claim, document, judgement: claim.judgement }] : [];
    })
    .sort((a, b) => Date.parse(a.judgement.at) - Date.parse(b.judgement.at) || a.claim.index - b.claim.index);
  return {
    title: ANNEX_TITLES.judgements,
    columns: ['Judgement', 'By', 'On', 'Why', 'Statement', 'Corrected'],
    rows: rows.map(({ claim, judgement }) => [
      judgement.verdict,
      sourceWords(judgement.by),
      dateWords(judgement.at.slice(0, 10)),
      sourceWords(judgement.why, 300),
      subjectLine(claim, evidence.names),
      judgement.edited.join(', '),
    ]),
    citations: rows.map(({ claim, document }): Citation[] => [cite(claim, document)]),
  };
}
