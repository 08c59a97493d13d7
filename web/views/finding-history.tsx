import type { HistoryPoint } from '../api/types.js';
import { EvidenceLink } from '../parts/evidence-link.js';
import { SimpleTable } from '../parts/simple-table.js';
import { rangeWords } from '../parts/words.js';

/** What was known by which day, and by which statements. */
export function History({ points }: { readonly points: readonly HistoryPoint[] }) {
  if (points.length === 0) return null;
  return (
    <SimpleTable
      title="As it became known"
      columns={['Day', 'Range', 'Origins', 'What came']}
      keys={points.map(({ day }) => day)}
      rows={points.map(({ day, range, origins, came }) => [
        day,
        range === null ? '' : rangeWords(range),
        origins,
        came.map(({ claim, claimant, document }, n) => (
          <span key={claim}>
            {n > 0 && '; '}
            <EvidenceLink document={document.id} claim={claim}>
              {claimant ?? 'unnamed'}
            </EvidenceLink>
          </span>
        )),
      ])}
    />
  );
}
