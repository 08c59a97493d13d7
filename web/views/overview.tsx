import { Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSeen } from '../api/last-look.js';
import { request } from '../api/request.js';
import type { Overview } from '../api/types.js';
import { StandingBadge } from '../parts/standing.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { KINDS } from '../parts/vocabulary.js';
import { capital, counted, figure, momentWords } from '../parts/words.js';
import { StartRun } from './start-run.js';
import { AnchorLink } from '../parts/anchor-link.js';

const STANDINGS = ['finding', 'reported', 'alleged'] as const;

/** What is new, how strong the findings are, and what waits for somebody. */
export function OverviewView() {
  const [since, setSeen] = useSeen();
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', since],
    queryFn: ({ signal }) => request<Overview>('/overview', { since }, { signal }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the case" />;
  const { findings, queues } = data;
  const { counts, ledger, name } = data.case;
  if (counts.sources === 0)
    return (
      <Empty title="The case has no sources yet">
        Add some with <code>tallyman add FILE…</code>, then <code>tallyman run</code>, or by their addresses:
        <StartRun />
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
        <Panel title={since === null ? 'What is new' : `New since ${momentWords(since)} UTC`}>
          <Changes since={data.since} />
          <Button
            mt="xs"
            style={{ alignSelf: 'start' }}
            size="compact-xs"
            variant="default"
            onClick={() => setSeen(new Date().toISOString())}
            title="What came until now no longer counts as new"
          >
            I have seen this
          </Button>
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
            ,{' '}
            <AnchorLink to="/findings" search={{ denied: true }} inherit>
              {figure(findings.denied)} denied by somebody
            </AnchorLink>
          </Text>
        </Panel>
        <Panel title="Waiting for a judgement">
          <Queue count={queues.unjudged}>
            <AnchorLink to="/review" inherit>
              claims that nobody has judged
            </AnchorLink>
          </Queue>
          <Queue count={queues.conflicts}>
            <AnchorLink to="/review" search={{ list: 'conflicts' }} inherit>
              claims that reviewers judge differently
            </AnchorLink>
          </Queue>
          <Queue count={queues.questions}>
            <AnchorLink to="/checks" inherit>
              questions that figures raise
            </AnchorLink>
          </Queue>
          <Queue count={queues.candidates}>
            <AnchorLink to="/entities" search={{ list: 'candidates' }} inherit>
              pairs of names that may be one
            </AnchorLink>
          </Queue>
          {queues.hits !== null && (
            <Queue count={queues.hits}>
              <AnchorLink to="/entities" search={{ list: 'hits' }} inherit>
                names near those of sanctions lists
              </AnchorLink>
            </Queue>
          )}
          <Queue count={queues.rejects}>
            <AnchorLink to="/checks" search={{ list: 'rejects' }} inherit>
              things that could not be read
            </AnchorLink>
          </Queue>
        </Panel>
        <Panel title="Findings by kind">
          {Object.entries(findings.by_kind).map(([kind, count]) => (
            <Text key={kind} size="sm">
              <AnchorLink to="/findings" search={{ kind }} inherit>
                {capital(KINDS[kind as keyof typeof KINDS])}
              </AnchorLink>{' '}
              {figure(count)}
            </Text>
          ))}
        </Panel>
        <Panel title="New sources">
          <StartRun />
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

function Queue({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  return (
    <Text size="sm" c={count === 0 ? 'dimmed' : undefined}>
      <b>{figure(count)}</b> {children}
    </Text>
  );
}

function Changes({ since }: { readonly since: Overview['since'] }) {
  if (since === null)
    return <Text size="sm">What comes after you say that you have seen this will stand here.</Text>;
  const { documents, claims, judgements, findings } = since;
  if (documents.length + claims + judgements + findings.length === 0)
    return <Text size="sm">Nothing has changed.</Text>;
  return (
    <Stack gap={4} mah={260} style={{ overflow: 'auto' }} tabIndex={0} role="group" aria-label="What changed">
      <Text size="sm">
        {counted(documents.length, 'document')}, {counted(claims, 'claim')},{' '}
        {counted(judgements, 'judgement')}
      </Text>
      {findings.map(({ id, label, came, judged }) => (
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
    </Stack>
  );
}
