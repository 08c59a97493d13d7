import { Table, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly keys: readonly string[];
  readonly minWidth?: number;
}

/** A short table with its heading, which scrolls sideways where there is no room. */
export function SimpleTable({ title, columns, rows, keys, minWidth = 520 }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <Title order={2} id={id} mb={4}>
          {title}
        </Title>
      )}
      <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table fz="sm" verticalSpacing={3} aria-labelledby={title === undefined ? undefined : id}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column, n) => (
                <Table.Th key={n} fw={500} c="dimmed" fz="xs">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, n) => (
              <Table.Tr key={keys[n]}>
                {cells.map((cell, column) => (
                  <Table.Td key={column}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
