import { Table, Text } from '@mantine/core';
import type { DocumentDetail } from '../api/types.js';
import { plain } from '../parts/words.js';

/** Where the bytes came from, what they hash to, and what was done with them. */
export function Custody({ detail }: { readonly detail: DocumentDetail }) {
  const { source, document, custody, original } = detail;
  return (
    <>
      <Table variant="vertical" layout="fixed" withTableBorder fz="sm">
        <Table.Tbody>
          <Row name="SHA-256" value={source.id} mono />
          <Row name="Document" value={document.id} mono />
          <Row name="Type" value={`${original.media_type}, ${original.size.toLocaleString('en')} bytes`} />
          <Row name="Read by" value={document.reader} />
        </Table.Tbody>
      </Table>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When (UTC)</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {custody.map(({ at, act, by, how }, n) => (
            <Table.Tr key={n}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {at?.slice(0, 19).replace('T', ' ') ?? 'not kept'}
              </Table.Td>
              <Table.Td>
                {plain(act)}
                <Text size="xs" c="dimmed">
                  {how}
                </Text>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{by}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Row({
  name,
  value,
  mono = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly mono?: boolean;
}) {
  return (
    <Table.Tr>
      <Table.Th w={90}>{name}</Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }} ff={mono ? 'monospace' : undefined}>
        {value}
      </Table.Td>
    </Table.Tr>
  );
}
