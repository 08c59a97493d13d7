import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useList } from '../api/list.js';
import { request } from '../api/request.js';
import type { FindingClaim, FindingDetail, HistoryPoint } from '../api/types.js';
import { EvidenceLink } from '../parts/evidence-link.js';
import { partyWords } from '../parts/party.js';
import { RangePlot } from '../parts/range-plot.js';
import { StandingBadge } from '../parts/standing.js';
import { Failure, Loading } from '../parts/states.js';
import { amountWords, counted, unitWords } from '../parts/words.js';
import { Conversions } from './finding-conversions.js';
import { History } from './finding-history.js';
import { Pairs } from './finding-pairs.js';
import { Provisions } from './finding-provisions.js';
import { Statements } from './finding-statements.js';

const route = getRouteApi('/findings/$id');

/** A question with all that is said on it. */
export function FindingView() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const finding = useQuery({
    queryKey: ['finding', id],
    queryFn: ({ signal }) => request<FindingDetail>(`/findings/${id}`, {}, { signal }),
  });
  const claims = useList<FindingClaim>(`/findings/${id}/claims`);
  // Pairs and origins name claims by their positions: all of them are needed.
  useEffect(() => {
    if (claims.hasMore && !claims.query.isFetchingNextPage) void claims.query.fetchNextPage();
  });
  const history = useQuery({
    queryKey: ['history', id],
    queryFn: ({ signal }) => request<{ items: HistoryPoint[] }>(`/findings/${id}/history`, {}, { signal }),
  });
  if (finding.error) return <Failure error={finding.error} retry={() => void finding.refetch()} />;
  if (finding.data === undefined) return <Loading what="the finding" />;
  const { label, range, question, assessment, denied_by, dispute, origins, echoes } = finding.data;
  const unit = unitWords(question.unit);
  const leading = claims.rows.find(({ claim }) => claim.id === range?.leading);
  return (
    <Stack p="md" gap="lg" maw={1180}>
      <header>
        <Group gap="xs" mb={4}>
          <StandingBadge standing={assessment.standing} />
          {assessment.likelihood !== null && (
            <Badge variant="default" tt="none" radius="sm" title={assessment.likelihood_why ?? ''}>
              {assessment.likelihood}, {assessment.confidence} confidence
            </Badge>
          )}
          <Text size="xs" c="dimmed" ff="monospace">
            {finding.data.id}
          </Text>
        </Group>
        <Title order={1}>{label}</Title>
        <Text size="xl" mt={4}>
          {range === null ? (
            'No statement gives a figure.'
          ) : leading === undefined ? (
            amountWords(range, question.unit)
          ) : (
            <EvidenceLink document={leading.document.id} claim={leading.claim.id}>
              {amountWords(range, question.unit)}
            </EvidenceLink>
          )}
          <Text span c="dimmed" size="sm">
            {' '}
            {range === null ? '' : `as of ${range.as_of} · `}
            {counted(origins, 'independent origin')}, {counted(echoes, 'echo', 'echoes')}
          </Text>
        </Text>
        <Text size="sm">{assessment.why}</Text>
        {denied_by.length > 0 && (
          <Text size="sm" c="var(--denied)">
            Denied by {denied_by.map(partyWords).join('; ')}
          </Text>
        )}
        {dispute !== null && (
          <Text size="sm" mt="xs" pl="sm" style={{ borderLeft: '3px solid var(--denied)' }}>
            In dispute: {dispute}
          </Text>
        )}
      </header>
      {claims.rows.some(({ interval }) => interval !== null) && (
        <RangePlot
          name={finding.data.id}
          unit={unit}
          claims={claims.rows}
          history={history.data?.items ?? []}
          onOpen={({ document, claim }) =>
            void navigate({ to: '/sources/$id', params: { id: document.id }, search: { claim: claim.id } })
          }
        />
      )}
      {claims.total === null ? (
        <Loading what="the statements" />
      ) : (
        <Statements finding={finding.data} claims={claims.rows} />
      )}
      <Pairs id={id} claims={claims.rows} />
      <Conversions finding={finding.data} />
      <Provisions finding={finding.data} />
      <History points={history.data?.items ?? []} />
    </Stack>
  );
}
