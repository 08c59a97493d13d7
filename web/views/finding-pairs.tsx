import { Anchor, Table, Title } from '@mantine/core';
import { useList } from '../api/list.js';
import type { FindingClaim } from '../api/types.js';
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
    <section aria-labelledby="pairs">
      <Title order={2} id="pairs" mb="xs">
        How they stand to each other
      </Title>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={4} aria-labelledby="pairs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Statement</Table.Th>
              <Table.Th>Relation</Table.Th>
              <Table.Th>Statement</Table.Th>
              <Table.Th>Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ a, b, relation, why }) => (
              <Table.Tr key={`${a} ${b}`}>
                <Table.Td>{name(a)}</Table.Td>
                <Table.Td fw={600} c={relation === 'contradicts' ? 'var(--denied)' : undefined}>
                  {relation}
                </Table.Td>
                <Table.Td>{name(b)}</Table.Td>
                <Table.Td>{why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hasMore && (
        <Anchor component="button" onClick={() => void query.fetchNextPage()}>
          More of {total} pairs
        </Anchor>
      )}
    </section>
  );
}
