import { Table, Title } from '@mantine/core';
import type { HistoryPoint } from '../api/types.js';
import { EvidenceLink } from '../parts/evidence-link.js';
import { rangeWords } from '../parts/words.js';

/** What was known by which day, and by which statements. */
export function History({ points }: { readonly points: readonly HistoryPoint[] }) {
  if (points.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <Title order={2} id="history" mb="xs">
        As it became known
      </Title>
      <Table verticalSpacing={4} aria-labelledby="history">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Day</Table.Th>
            <Table.Th>Range</Table.Th>
            <Table.Th>Origins</Table.Th>
            <Table.Th>What came</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ day, range, origins, came }) => (
            <Table.Tr key={day}>
              <Table.Td>{day}</Table.Td>
              <Table.Td>{range === null ? '' : rangeWords(range)}</Table.Td>
              <Table.Td>{origins}</Table.Td>
              <Table.Td>
                {came.map(({ claim, claimant, document }, n) => (
                  <span key={claim}>
                    {n > 0 && '; '}
                    <EvidenceLink document={document.id} claim={claim}>
                      {claimant ?? 'unnamed'}
                    </EvidenceLink>
                  </span>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
