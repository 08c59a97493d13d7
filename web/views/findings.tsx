import { Select, Switch, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { FindingSummary } from '../api/types.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { StandingBadge } from '../parts/standing.js';
import { plain, rangeWords } from '../parts/words.js';

const STANDINGS = ['finding', 'reported', 'alleged'] as const;
const SORTS = ['strength', 'theme', 'claims', 'origins', 'newest'] as const;

/** What the address of the list carries. */
export const findingsSearch = z.object({
  sort: z.enum(SORTS).optional().catch(undefined),
  standing: z.enum(STANDINGS).optional().catch(undefined),
  disputed: z.boolean().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  party: z.string().optional().catch(undefined),
  until: z.string().optional().catch(undefined),
});

const COLUMNS: readonly Column<FindingSummary>[] = [
  {
    id: 'label',
    title: 'Question',
    width: 'minmax(220px, 3fr)',
    text: ({ label }) => label,
    sort: { up: 'theme' },
  },
  {
    id: 'range',
    title: 'Range',
    width: '170px',
    right: true,
    text: ({ range, question }) =>
      range === null ? '' : `${rangeWords(range)}${question.unit === null ? '' : ` ${plain(question.unit)}`}`,
  },
  {
    id: 'standing',
    title: 'Standing',
    width: '90px',
    text: ({ assessment }) => assessment.standing,
    cell: ({ assessment }) => <StandingBadge standing={assessment.standing} />,
    sort: { up: 'strength' },
  },
  {
    id: 'likelihood',
    title: 'Likelihood',
    width: '110px',
    text: ({ assessment }) => assessment.likelihood ?? '',
  },
  { id: 'grade', title: 'Grade', width: '52px', text: ({ grade }) => grade ?? '' },
  {
    id: 'origins',
    title: 'Origins',
    width: '64px',
    right: true,
    text: ({ origins }) => String(origins),
    sort: { up: 'origins' },
  },
  {
    id: 'claims',
    title: 'Claims',
    width: '64px',
    right: true,
    text: ({ claims }) => String(claims),
    sort: { up: 'claims' },
  },
  {
    id: 'denied',
    title: 'Denied by',
    width: 'minmax(80px, 1fr)',
    text: ({ denied_by }) => denied_by.join('; '),
  },
  { id: 'dispute', title: 'Dispute', width: 'minmax(80px, 1.4fr)', text: ({ dispute }) => dispute ?? '' },
  { id: 'last', title: 'Last stated', width: '88px', text: ({ last }) => last ?? '', sort: { up: 'newest' } },
];

const route = getRouteApi('/findings');

export function FindingsView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { until, ...rest } = search;
  const asked = { ...rest, as_of: until };
  const list = useList<FindingSummary>('/findings', asked);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ to: '/findings', search: { ...search, ...change }, replace: true });
  return (
    <DataTable
      what="findings"
      path="/findings"
      asked={asked}
      list={list}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/findings/$id', params: { id } })}
      sort={search.sort ?? 'strength'}
      onSort={(sort) => set({ sort: sort as (typeof SORTS)[number] })}
      empty={
        <Text>
          No finding is like that. Add sources with <code>tallyman add</code> and read them with{' '}
          <code>tallyman run</code>, or take a filter away.
        </Text>
      }
    >
      <Select
        size="xs"
        w={130}
        aria-label="Standing"
        placeholder="Any standing"
        clearable
        data={[...STANDINGS]}
        value={search.standing ?? null}
        onChange={(standing) =>
          set({ standing: (standing as (typeof STANDINGS)[number] | null) ?? undefined })
        }
      />
      <Switch
        size="xs"
        label="Disputed"
        checked={search.disputed === true}
        onChange={({ currentTarget }) => set({ disputed: currentTarget.checked ? true : undefined })}
      />
    </DataTable>
  );
}
