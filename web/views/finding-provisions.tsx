import { Badge, Box, Group, Text, Title } from '@mantine/core';
import type { FindingDetail } from '../api/types.js';
import { SimpleTable } from '../parts/simple-table.js';

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
      <SimpleTable
        columns={['Element', 'Requires', 'State', 'By']}
        keys={test.elements.map(({ element, requires }) => `${element} ${requires}`)}
        rows={test.elements.map(({ element, requires, state, origins, why, against }) => [
          element,
          requires,
          <span key="state" style={{ whiteSpace: 'nowrap' }}>
            <span aria-hidden>{MARKS[state]}</span> {state}
          </span>,
          [
            origins > 0 ? `${origins} independent; ` : '',
            against.length > 0 ? `${against.length} against; ` : '',
            why,
          ],
        ])}
      />
    </Box>
  );
}
