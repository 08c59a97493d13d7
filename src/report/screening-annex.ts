import type { Report } from '../model/report.js';
import type { ComparedField, Screening } from '../model/sanctions.js';
import { sourceWords } from './figure.js';
import { ANNEX_TITLES } from './phrases.js';

/** What of the ledger may stand on a sanctions list, with what was compared; it decides nothing. */
export function screeningAnnex({ hits }: Screening): Report['annexes'][number] {
  return {
    title: ANNEX_TITLES.screening,
    columns: [
      'Named in the statements',
      'Kind',
      'Score',
      'List and version',
      'Entry',
      'Listed under',
      'Compared',
    ],
    rows: hits.map(({ name, type, score, list, listed, fields }) => [
      sourceWords(name),
      type.replaceAll('_', ' '),
      score.toFixed(2),
      sourceWords(`${list.name}, ${list.version}`, 200),
      sourceWords(`${listed.name} (${listed.id})`, 200),
      sourceWords(
        [listed.programmes.join('; '), listed.listed === null ? '' : `since ${listed.listed}`]
          .filter(Boolean)
          .join(', '),
        200,
      ),
      sourceWords(fields.map(comparedWords).join('; '), 600),
    ]),
    citations: hits.map(() => []),
  };
}

const comparedWords = ({ field, ours, theirs, contribution, why }: ComparedField): string =>
  `${field.replaceAll('-', ' ')} ${ours === theirs ? ours : `${ours} / ${theirs}`}: ${contribution < 0 ? '' : '+'}${contribution}, ${why}`;
