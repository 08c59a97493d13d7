import { Box, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { request } from '../api/request.js';
import { useList, type List } from '../api/list.js';
import type { ClaimDetail, TimelineEntry } from '../api/types.js';
import { Choice } from '../parts/choice.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { LanePlot } from '../parts/lane-plot.js';
import { partyWords } from '../parts/party.js';
import { PartySelect } from '../parts/party-select.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { KINDS } from '../parts/vocabulary.js';
import { counted, figure } from '../parts/words.js';
import { TYPES } from './timeline-search.js';

const COLUMNS: readonly Column<TimelineEntry>[] = [
  { id: 'date', title: 'When', width: '160px', text: ({ date }) => date },
  { id: 'type', title: 'What', width: '110px', text: ({ type }) => type },
  { id: 'label', title: 'On', width: 'minmax(260px, 3fr)', text: ({ label }) => label },
  {
    id: 'parties',
    title: 'Parties',
    width: 'minmax(140px, 1fr)',
    text: ({ parties }) => parties.map(partyWords).join(', '),
  },
  { id: 'kind', title: 'Claim', width: '100px', text: ({ kind }) => KINDS[kind] },
];

const route = getRouteApi('/timeline');

/** What was said, sent, moved, hit, seized and agreed, day by day. */
export function TimelineView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { type, party, from, until } = search;
  const asked = { type, party, from, to: until };
  const list = useList<TimelineEntry>('/timeline', asked);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ to: '/timeline', search: { ...search, ...change }, replace: true });
  const open = async ({ claim, strike }: TimelineEntry): Promise<void> => {
    if (strike !== null) return navigate({ to: '/strikes/$id', params: { id: strike } });
    const { document } = await request<ClaimDetail>(`/claims/${claim}`);
    return navigate({ to: '/sources/$id', params: { id: document.id }, search: { claim } });
  };
  const filters = (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Shown as"
        value={search.shown ?? 'chart'}
        onChange={(shown) => set({ shown: shown === 'table' ? 'table' : undefined })}
        data={[
          { value: 'chart', label: 'Chart' },
          { value: 'table', label: 'Table' },
        ]}
      />
      <Choice
        label="What"
        any="Everything"
        words={TYPES}
        value={type}
        onChange={(next) => set({ type: next })}
      />
      <PartySelect value={party} onChange={(next) => set({ party: next })} />
    </>
  );
  if (search.shown === 'table')
    return (
      <DataTable
        what="entries"
        path="/timeline"
        asked={asked}
        list={list}
        columns={COLUMNS}
        rowKey={({ type: what, claim }) => `${what} ${claim}`}
        onOpen={(entry) => void open(entry)}
        empty="Nothing is told of that time."
      >
        {filters}
      </DataTable>
    );
  return (
    <Box px="sm" py={6}>
      <Group gap="xs" mb="sm">
        {filters}
        <Box flex={1} />
        <Text size="sm" c="dimmed" aria-live="polite">
          {list.total === null ? '' : counted(list.total, 'entry', 'entries')}
        </Text>
      </Group>
      <Chart list={list} onOpen={(entry) => void open(entry)} />
    </Box>
  );
}

/** How many entries are drawn before one asks for more: a chart of all of a large case shows nothing. */
const DRAWN = 5000;

function Chart(props: {
  readonly list: List<TimelineEntry>;
  readonly onOpen: (entry: TimelineEntry) => void;
}) {
  const { list, onOpen } = props;
  const { error, refetch, fetchNextPage, isFetchingNextPage } = list.query;
  const drawn = list.rows.length;
  useEffect(() => {
    if (list.hasMore && !isFetchingNextPage && drawn < DRAWN) void fetchNextPage();
  }, [list.hasMore, isFetchingNextPage, drawn, fetchNextPage]);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (list.total === null) return <Loading what="the timeline" />;
  if (list.total === 0) return <Empty title="Nothing is told of that time" />;
  return (
    <>
      <LanePlot entries={list.rows} onOpen={onOpen} />
      {list.hasMore && (
        <Group gap="xs" mt="xs">
          <Text size="sm">
            {figure(drawn)} of {figure(list.total)} are drawn, the earliest first; a shorter time shows the
            others.
          </Text>
          <Button
            size="compact-xs"
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            More
          </Button>
        </Group>
      )}
    </>
  );
}
