import { Card, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.js';
import type { Screening } from '../api/types.js';
import { AnchorLink } from '../parts/anchor-link.js';
import { ComparedFields } from '../parts/compared-fields.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { counted } from '../parts/words.js';

/** Entities that may be entries of a sanctions list, with the fields compared; never a verdict. */
export function ListHits() {
  const { data, error, refetch } = useQuery({
    queryKey: ['screening'],
    queryFn: ({ signal }) => request<Screening>('/screening', {}, { signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the comparison with the lists" />;
  if (data.lists.length === 0)
    return (
      <Empty title="The case has no sanctions list">
        Add one with <code>tallyman lists add FILE</code>.
      </Empty>
    );
  return (
    <Stack p="sm" gap="sm" maw={980}>
      <Text size="sm" c="dimmed">
        {counted(data.hits.length, 'likeness', 'likenesses')} among{' '}
        {counted(data.entities, 'entity', 'entities')} and{' '}
        {data.lists.map(({ name, version }) => `${name} (${version})`).join(', ')}
      </Text>
      {data.hits.map(({ entity, name, listed, list, score, fields }) => (
        <Card key={`${entity} ${list.id} ${listed.id}`} withBorder padding="sm">
          <Text size="sm">
            <AnchorLink to="/entities/$id" params={{ id: entity }} fw={500} inherit>
              {name}
            </AnchorLink>{' '}
            may be <b>{listed.name}</b>, {listed.schema}, {list.name}
            <Text span c="dimmed">
              {' '}
              {score.toFixed(2)} {listed.programmes.join(', ')}
            </Text>
          </Text>
          <ComparedFields fields={fields} />
        </Card>
      ))}
    </Stack>
  );
}
