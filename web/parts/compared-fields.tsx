import type { Candidate } from '../api/types.js';
import { SimpleTable } from './simple-table.js';
import { plain } from './words.js';

/** On what two entities were compared, and what each field does to the score. */
export function ComparedFields({ fields }: { readonly fields: Candidate['fields'] }) {
  return (
    <SimpleTable
      columns={['Field', 'One', 'Other', 'Score', 'Why']}
      keys={fields.map(({ field }, n) => `${field} ${n}`)}
      rows={fields.map(({ field, ours, theirs, contribution, why }) => [
        plain(field),
        ours,
        theirs,
        `${contribution > 0 ? '+' : ''}${contribution.toFixed(2)}`,
        why,
      ])}
    />
  );
}
