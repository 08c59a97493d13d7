import { Anchor, Text } from '@mantine/core';
import { useList } from '../api/list.js';
import type { FindingClaim } from '../api/types.js';
import { SimpleTable } from '../parts/simple-table.js';
import { rangeWords } from '../parts/words.js';

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly relation: string;
  readonly why: string;
}

/** How every two statements stand to each other, and why. */
export function Pairs({ id, claims }: { readonly id: string; readonly claims: readonly FindingClaim[] }) {
  const { rows, total, hasMore, query } = useList<Pair>(`/findings/${id}/pairs`);
  const at = new Map(claims.map((claim) => [claim.at, claim]));
  if (total === 0) return null;
  const name = (n: number): string => {
    const claim = at.get(n);
    return claim === undefined
      ? `#${n}`
      : `${claim.claimant ?? 'unnamed'}, ${claim.day ?? 'undated'}${claim.interval === null ? '' : `: ${rangeWords(claim.interval)}`}`;
  };
  return (
    <>
      <SimpleTable
        title="How they stand to each other"
        minWidth={640}
        columns={['Statement', 'Relation', 'Statement', 'Why']}
        keys={rows.map(({ a, b }) => `${a} ${b}`)}
        rows={rows.map(({ a, b, relation, why }) => [
          name(a),
          <Text
            key="relation"
            fz="inherit"
            fw={600}
            c={relation === 'contradicts' ? 'var(--denied)' : undefined}
          >
            {relation}
          </Text>,
          name(b),
          why,
        ])}
      />
      {hasMore && (
        <Anchor component="button" onClick={() => void query.fetchNextPage()}>
          More of {total} pairs
        </Anchor>
      )}
    </>
  );
}
