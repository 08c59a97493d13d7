import { Select, Switch, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { FindingSummary } from '../api/types.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { StandingBadge } from '../parts/standing.js';
import { Choice } from '../parts/choice.js';
import { partyWords } from '../parts/party.js';
import { PartySelect } from '../parts/party-select.js';
import { ITEMS, KINDS } from '../parts/vocabulary.js';
import { amountWords, capital } from '../parts/words.js';

const STANDINGS = ['finding', 'reported', 'alleged'] as const;
const SORTS = ['strength', 'theme', 'claims', 'origins', 'newest'] as const;

/** What the address of the list carries. */
export const findingsSearch = z.object({
  sort: z.enum(SORTS).optional().catch(undefined),
  standing: z.enum(STANDINGS).optional().catch(undefined),
  disputed: z.boolean().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  party: z.string().optional().catch(undefined),
  denied: z.boolean().optional().catch(undefined),
  item: z.string().optional().catch(undefined),
  theme: z.string().optional().catch(undefined),
  claimant: z.string().optional().catch(undefined),
});

const COLUMNS: readonly Column<FindingSummary>[] = [
  {
    id: 'label',
    title: 'Question',
    width: 'minmax(200px, 2.4fr)',
    text: ({ label }) => label,
    sort: { up: 'theme' },
  },
  {
    id: 'range',
    title: 'Range',
    width: 'minmax(150px, 1.5fr)',
    right: true,
    text: ({ range, question }) => (range === null ? '' : amountWords(range, question.unit)),
  },
  {
    id: 'standing',
    title: 'Standing',
    width: '76px',
    text: ({ assessment }) => assessment.standing,
    cell: ({ assessment }) => <StandingBadge standing={assessment.standing} />,
    sort: { up: 'strength' },
  },
  {
    id: 'likelihood',
    title: 'Likelihood',
    width: 'minmax(70px, 0.7fr)',
    text: ({ assessment }) => assessment.likelihood ?? '',
  },
  { id: 'grade', title: 'Grade', width: '42px', text: ({ grade }) => grade ?? '' },
  {
    id: 'origins',
    title: 'Origins',
    width: '50px',
    right: true,
    text: ({ origins }) => String(origins),
    sort: { up: 'origins' },
  },
  {
    id: 'claims',
    title: 'Claims',
    width: '50px',
    right: true,
    text: ({ claims }) => String(claims),
    sort: { up: 'claims' },
  },
  {
    id: 'denied',
    title: 'Denied by',
    width: 'minmax(70px, 1fr)',
    text: ({ denied_by }) => denied_by.map(partyWords).join('; '),
    cell: ({ denied_by }) => (
      <span style={{ color: 'var(--denied)' }}>{denied_by.map(partyWords).join('; ')}</span>
    ),
  },
  { id: 'dispute', title: 'Dispute', width: 'minmax(70px, 1.2fr)', text: ({ dispute }) => dispute ?? '' },
  { id: 'last', title: 'Last stated', width: '88px', text: ({ last }) => last ?? '', sort: { up: 'newest' } },
];

const route = getRouteApi('/findings');

export function FindingsView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { from: _, until, ...rest } = search;
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
        onChange={(standing) => set({ standing: standing ?? undefined })}
      />
      <Choice
        label="Kind"
        any="Any kind"
        words={KINDS}
        value={search.kind as keyof typeof KINDS | undefined}
        onChange={(kind) => set({ kind })}
        width={110}
      />
      <Choice
        label="Goods"
        any="Any goods"
        words={ITEMS}
        value={search.item as keyof typeof ITEMS | undefined}
        onChange={(item) => set({ item })}
      />
      <PartySelect value={search.party} onChange={(party) => set({ party })} />
      <ThemeSelect value={search.theme} onChange={(theme) => set({ theme })} />
      <Switch
        size="xs"
        label="Denied"
        checked={search.denied === true}
        onChange={({ currentTarget }) => set({ denied: currentTarget.checked ? true : undefined })}
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

/** The themes that findings have, as the report's sections. */
function ThemeSelect(props: {
  readonly value: string | undefined;
  readonly onChange: (theme: string | undefined) => void;
}) {
  const all = useList<FindingSummary>('/findings', { sort: 'theme' });
  const themes = [
    ...new Set([...all.rows.map(({ theme }) => theme), ...(props.value === undefined ? [] : [props.value])]),
  ];
  return (
    <Select
      size="xs"
      w={150}
      aria-label="Theme"
      placeholder="Any theme"
      clearable
      data={themes.map((theme) => ({ value: theme, label: capital(theme) }))}
      value={props.value ?? null}
      onChange={(theme) => props.onChange(theme ?? undefined)}
    />
  );
}
