import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { judgeEntities } from '../api/judging-entities.js';
import { useList } from '../api/list.js';
import type { Candidate } from '../api/types.js';
import { AnchorLink } from '../parts/anchor-link.js';
import { ComparedFields } from '../parts/compared-fields.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { counted, figure } from '../parts/words.js';
import { ReviewerField } from './judge-bar.js';

/** Pairs of names that may be one, the most alike first: merged, or told apart for good. */
export function Candidates() {
  const { rows, total, hasMore, query } = useList<Candidate>('/candidates');
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (total === null) return <Loading what="the pairs" />;
  if (total === 0) return <Empty title="No two names look like one" />;
  return (
    <Stack p="sm" gap="sm" maw={980}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {counted(total, 'pair')}
        </Text>
        <ReviewerField />
      </Group>
      {rows.map((candidate) => (
        <Pair key={`${candidate.a.id} ${candidate.b.id}`} candidate={candidate} />
      ))}
      {hasMore && (
        <Button size="compact-sm" variant="default" onClick={() => void query.fetchNextPage()}>
          More of {figure(total)}
        </Button>
      )}
    </Stack>
  );
}

function Pair({ candidate: { a, b, score, fields } }: { readonly candidate: Candidate }) {
  const [why, setWhy] = useState('');
  const words = `${a.name}, ${b.name}`;
  const reason = why.trim() === '' ? fields.map((field) => field.why).join('; ') : why.trim();
  return (
    <Card withBorder padding="sm" component="section" aria-label={words}>
      <Group gap="xs">
        {[a, b].map(({ id, name, claims }, n) => (
          <Text key={id} size="sm">
            {n > 0 && 'and '}
            <AnchorLink to="/entities/$id" params={{ id }} fw={500} inherit>
              {name}
            </AnchorLink>{' '}
            <Text span c="dimmed" size="xs">
              {counted(claims, 'claim')}
            </Text>
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          alike by {score.toFixed(2)}
        </Text>
      </Group>
      <ComparedFields fields={fields} />
      <Group gap="xs" mt={6}>
        <TextInput
          size="xs"
          flex={1}
          miw={160}
          aria-label={`Why, for ${words}`}
          placeholder={`Why (else: ${reason})`}
          value={why}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
        />
        <Button
          size="compact-sm"
          onClick={() =>
            void judgeEntities({ verdict: 'merge', entity: a.id, other: b.id }, reason, `Made one: ${words}`)
          }
        >
          They are one
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            void judgeEntities(
              { verdict: 'distinct', entity: a.id, other: b.id },
              reason,
              `Told apart: ${words}`,
            )
          }
        >
          They are two
        </Button>
      </Group>
    </Card>
  );
}
