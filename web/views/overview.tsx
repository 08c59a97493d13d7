import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLastLook } from '../api/last-look.js';
import { request } from '../api/request.js';
import type { Overview } from '../api/types.js';
import { StandingBadge } from '../parts/standing.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { counted, figure } from '../parts/words.js';
import { AnchorLink } from '../parts/anchor-link.js';

const STANDINGS = ['finding', 'reported', 'alleged'] as const;

/** What is new, how strong the findings are, and what waits for somebody. */
export function OverviewView() {
  const since = useLastLook();
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', since],
    queryFn: ({ signal }) => request<Overview>('/overview', { since }, { signal }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the case" />;
  const { findings, queues } = data;
  const { counts, ledger, name } = data.case;
  if (counts.sources === 0)
    return (
      <Empty title="The case has no sources yet">
        Add some with <code>tallyman add FILE…</code>, then <code>tallyman run</code>.
      </Empty>
    );
  return (
    <Stack p="md" gap="lg" maw={1180}>
      <header>
        <Title order={1}>{name}</Title>
        <Text c="dimmed" size="sm">
          {counted(counts.documents, 'document')} · {counted(counts.claims, 'claim')} ·{' '}
          {counted(counts.findings, 'finding')} · ledger{' '}
          <span title={ledger.state ?? ''} style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}>
            {ledger.state?.slice(0, 12) ?? 'not yet built'}
          </span>
          {ledger.stale && ', which does not take account of the newest judgements yet'}
        </Text>
      </header>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title={since === null ? 'New' : `Since ${since.slice(0, 16).replace('T', ' ')} UTC`}>
          <Changes since={data.since} />
        </Panel>
        <Panel title="Findings by strength">
          {STANDINGS.map((standing) => (
            <Group key={standing} gap="xs">
              <StandingBadge standing={standing} />
              <AnchorLink to="/findings" search={{ standing }} size="sm">
                {counted(findings.by_standing[standing], 'question')}
              </AnchorLink>
            </Group>
          ))}
          <Text size="sm" mt="xs">
            <AnchorLink to="/findings" search={{ disputed: true }} inherit>
              {figure(findings.disputed)} in dispute
            </AnchorLink>
            , {figure(findings.denied)} denied by somebody
          </Text>
        </Panel>
        <Panel title="Waiting for a judgement">
          <Queue count={queues.unjudged} to="/review" what="claims that nobody has judged" />
          <Queue count={queues.conflicts} to="/review" what="claims that reviewers judge differently" />
          <Queue count={queues.questions} to="/findings" what="questions that figures raise" />
          <Queue count={queues.candidates} to="/entities" what="pairs of names that may be one" />
          {queues.hits !== null && (
            <Queue count={queues.hits} to="/entities" what="names near those of sanctions lists" />
          )}
          <Queue count={queues.rejects} to="/sources" what="things that could not be read" />
        </Panel>
        <Panel title="Findings by kind">
          {Object.entries(findings.by_kind).map(([kind, count]) => (
            <Text key={kind} size="sm">
              <AnchorLink to="/findings" search={{ kind }} inherit>
                {kind}
              </AnchorLink>{' '}
              {figure(count)}
            </Text>
          ))}
        </Panel>
      </SimpleGrid>
    </Stack>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card withBorder padding="sm" component="section" aria-label={title}>
      <Title order={2} size="h3" mb={6}>
        {title}
      </Title>
      {children}
    </Card>
  );
}

function Queue({ count, to, what }: { readonly count: number; readonly to: string; readonly what: string }) {
  return (
    <Text size="sm" c={count === 0 ? 'dimmed' : undefined}>
      <b>{figure(count)}</b>{' '}
      <AnchorLink to={to} inherit>
        {what}
      </AnchorLink>
    </Text>
  );
}

function Changes({ since }: { readonly since: Overview['since'] }) {
  if (since === null)
    return <Text size="sm">This is the first look of this browser; from now on, changes stand here.</Text>;
  const { documents, claims, judgements, findings } = since;
  if (documents.length + claims + judgements + findings.length === 0)
    return <Text size="sm">Nothing has changed.</Text>;
  return (
    <Stack gap={4}>
      <Text size="sm">
        {counted(documents.length, 'document')}, {counted(claims, 'claim')},{' '}
        {counted(judgements, 'judgement')}
      </Text>
      {findings.slice(0, 12).map(({ id, label, came, judged }) => (
        <Text key={id} size="sm">
          <AnchorLink to="/findings/$id" params={{ id }} inherit>
            {label}
          </AnchorLink>{' '}
          <Text span c="dimmed">
            {came > 0 && `${counted(came, 'new claim')} `}
            {judged > 0 && `${counted(judged, 'judgement')}`}
          </Text>
        </Text>
      ))}
      {findings.length > 12 && <Text size="sm">and {findings.length - 12} more</Text>}
    </Stack>
  );
}
