import { TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { Provision } from '../api/types.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { partyWords } from '../parts/party.js';
import { Typed } from '../parts/typed.js';
import { plain } from '../parts/words.js';

const words = z.string().optional().catch(undefined);

/** What the address of the list carries. */
export const provisionsSearch = z.object({ on: words, regime: words });

const COLUMNS: readonly Column<Provision>[] = [
  { id: 'citation', title: 'Provision', width: 'minmax(236px, 1.2fr)', text: ({ citation }) => citation },
  { id: 'regime', title: 'Regime', width: '84px', text: ({ regime }) => plain(regime) },
  { id: 'measure', title: 'Measure', width: 'minmax(110px, 0.7fr)', text: ({ measure }) => plain(measure) },
  { id: 'effect', title: 'Effect', width: '80px', text: ({ effect }) => plain(effect) },
  {
    id: 'binds',
    title: 'Binds',
    width: 'minmax(90px, 0.8fr)',
    text: ({ binds }) => (Array.isArray(binds) ? binds.map(partyWords).join(', ') : plain(String(binds))),
  },
  {
    id: 'in_force',
    title: 'In force',
    width: 'minmax(150px, 1fr)',
    text: ({ in_force }) => in_force.map(({ from, to }) => `${from} to ${to ?? 'now'}`).join('; '),
  },
  { id: 'words', title: 'Words', width: 'minmax(220px, 3fr)', text: ({ words: text }) => text },
];

const route = getRouteApi('/provisions');

/** The law that findings are tested against, as it stood on a day. */
export function ProvisionsView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { on, regime } = search;
  const asked = { on, regime };
  const list = useList<Provision>('/provisions', asked);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ to: '/provisions', search: { ...search, ...change }, replace: true });
  return (
    <DataTable
      what="provisions"
      path="/provisions"
      asked={asked}
      list={list}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      onOpen={({ source }) => {
        if (source.startsWith('https://')) window.open(source, '_blank', 'noopener,noreferrer');
      }}
      empty="No provision was in force on that day."
    >
      <TextInput
        size="xs"
        type="date"
        w={150}
        aria-label="In force on"
        title="In force on this day"
        value={on ?? ''}
        onChange={({ currentTarget: { value } }) => set({ on: value === '' ? undefined : value })}
      />
      <Typed label="Regime" placeholder="Regime" value={regime} onChange={(next) => set({ regime: next })} />
    </DataTable>
  );
}
