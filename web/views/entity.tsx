import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { request } from '../api/request.js';
import type { EntityDetail } from '../api/types.js';
import { Party } from '../parts/party.js';
import { Quote } from '../parts/quote.js';
import { SimpleTable } from '../parts/simple-table.js';
import { Failure, Loading } from '../parts/states.js';
import { counted, momentWords, plain } from '../parts/words.js';
import { EntityActions } from './entity-actions.js';

const route = getRouteApi('/entities/$id');

/** Who or what it is, under which names and numbers at which times, what is told of it, and what analysts say of it. */
export function EntityView() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['entity', id],
    queryFn: ({ signal }) => request<EntityDetail>(`/entities/${encodeURIComponent(id)}`, {}, { signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the entity" />;
  const { entity, claims, judgements } = data;
  const timed = [
    ...entity.names.map(({ name, claims: n }) => ['called', name, counted(n, 'claim'), ''] as const),
    ...entity.aliases.map(({ name, from, to }) => ['also', name, '', span(from, to)] as const),
    ...entity.identifiers.map(
      ({ scheme, value, from, to }) => [scheme.toUpperCase(), value, '', span(from, to)] as const,
    ),
    ...entity.flags.map(({ state, from, to }) => ['flag', state, '', span(from, to)] as const),
    ...entity.posts.map(
      ({ title, organisation, from, to }) =>
        ['post', [title, organisation].filter(Boolean).join(', '), '', span(from, to)] as const,
    ),
    ...entity.false_identities.map(
      ({ name, identifiers, from, to }) =>
        [
          'false identity',
          [name, ...identifiers.map(({ scheme, value }) => `${scheme.toUpperCase()} ${value}`)].join(', '),
          '',
          span(from, to),
        ] as const,
    ),
  ];
  return (
    <Stack p="md" gap="lg" maw={980}>
      <header>
        <Title order={1}>{entity.name}</Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {plain(entity.type)}
            {entity.state !== null && (
              <>
                , <Party of={entity.state} />
              </>
            )}{' '}
            · {counted(entity.claims, 'claim')} · its statements count as those of{' '}
            <Party of={entity.origin} />
          </Text>
          <Text size="xs" c="dimmed" ff="monospace">
            {entity.id}
          </Text>
        </Group>
      </header>
      <EntityActions entity={entity} />
      <SimpleTable
        title="Names and numbers"
        columns={['', 'Name or number', 'Used by', 'When']}
        keys={timed.map(([what, name], n) => `${what} ${name} ${n}`)}
        rows={timed}
      />
      {judgements.length > 0 && (
        <SimpleTable
          title="Judgements"
          columns={['When (UTC)', 'Judgement', 'By', 'Why', 'Now']}
          keys={judgements.map(({ judgement }) => judgement.id)}
          rows={judgements.map(({ judgement, status }) => [
            momentWords(judgement.at),
            `${plain(judgement.verdict)}: ${judgement.entities.map(({ key }) => key).join(', ')}`,
            judgement.by,
            judgement.why,
            plain(status),
          ])}
        />
      )}
      <section aria-labelledby="named">
        <Title order={2} id="named" mb={4}>
          Where it is named
        </Title>
        <Stack gap="sm">
          {claims.map((evidence) => (
            <Quote key={evidence.claim.id} evidence={evidence} />
          ))}
        </Stack>
      </section>
    </Stack>
  );
}

const span = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : `${from ?? '…'} to ${to ?? 'now'}`;
