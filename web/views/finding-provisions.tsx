import { Badge, Box, Group, Table, Text, Title } from '@mantine/core';
import type { FindingDetail } from '../api/types.js';

type Test = FindingDetail['provisions']['provisions'][number];
type State = Test['elements'][number]['state'];

const MARKS: Record<State, string> = { satisfied: '●', open: '○', contradicted: '✕', unclaimed: '–' };

/** How the finding stands to the law, element by element; never a verdict. */
export function Provisions({ finding }: { readonly finding: FindingDetail }) {
  const { provisions, none } = finding.provisions;
  return (
    <section aria-labelledby="provisions">
      <Title order={2} id="provisions" mb="xs">
        Provisions
      </Title>
      {none.map(({ reason, words }) => (
        <Text key={reason} size="sm">
          {words}
        </Text>
      ))}
      {provisions.map((test) => (
        <Provision key={test.id} test={test} />
      ))}
    </section>
  );
}

function Provision({ test }: { readonly test: Test }) {
  return (
    <Box mb="md">
      <Group gap="xs">
        <Text fw={600}>
          {test.symbol}, paragraph {test.paragraph}
        </Text>
        <Badge variant={test.result === 'apparent breach' ? 'filled' : 'outline'} tt="none" radius="sm">
          {test.result}
        </Badge>
        <Text size="xs" c="dimmed">
          in force {test.in_force.join(', ')}
        </Text>
      </Group>
      <Text size="sm">{test.words}</Text>
      {test.disputed !== null && (
        <Text size="sm">
          In dispute: {test.disputed.by.join(', ')} – {test.disputed.words}
        </Text>
      )}
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={3} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Element</Table.Th>
              <Table.Th>Requires</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>By</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {test.elements.map(({ element, requires, state, origins, why, against }) => (
              <Table.Tr key={`${element} ${requires}`}>
                <Table.Td>{element}</Table.Td>
                <Table.Td>{requires}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <span aria-hidden>{MARKS[state]}</span> {state}
                </Table.Td>
                <Table.Td>
                  {origins > 0 && `${origins} independent; `}
                  {against.length > 0 && `${against.length} against; `}
                  {why}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
