import { Box, SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { Entity } from '../api/types.js';
import { Choice } from '../parts/choice.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { partyWords } from '../parts/party.js';
import { Typed } from '../parts/typed.js';
import { plain } from '../parts/words.js';
import { Candidates } from './candidates.js';
import { ListHits } from './list-hits.js';

const TYPES: Readonly<Record<Entity['type'], string>> = {
  state: 'state',
  agency: 'agency',
  organisation: 'organisation',
  company: 'company',
  person: 'person',
  armed_group: 'armed group',
  vessel: 'vessel',
  place: 'place',
  item: 'goods',
  model: 'model',
  unknown: 'unknown',
};

/** What the address of the entities carries. */
export const entitiesSearch = z.object({
  list: z.enum(['all', 'candidates', 'hits']).optional().catch(undefined),
  type: z
    .enum(Object.keys(TYPES) as [Entity['type'], ...Entity['type'][]])
    .optional()
    .catch(undefined),
  search: z.string().optional().catch(undefined),
});

const COLUMNS: readonly Column<Entity>[] = [
  { id: 'name', title: 'Name', width: 'minmax(180px, 2fr)', text: ({ name }) => name },
  { id: 'type', title: 'Type', width: '100px', text: ({ type }) => TYPES[type] },
  {
    id: 'state',
    title: 'State',
    width: 'minmax(90px, 0.8fr)',
    text: ({ state }) => (state === null ? '' : partyWords(state)),
  },
  {
    id: 'names',
    title: 'Called',
    width: 'minmax(160px, 2fr)',
    text: ({ names }) => names.map(({ name }) => name).join('; '),
  },
  {
    id: 'identifiers',
    title: 'Numbers',
    width: 'minmax(120px, 1fr)',
    text: ({ identifiers }) =>
      identifiers.map(({ scheme, value }) => `${scheme.toUpperCase()} ${value}`).join(', '),
  },
  { id: 'matched', title: 'Known by', width: '84px', text: ({ matched }) => plain(matched) },
  { id: 'claims', title: 'Claims', width: '60px', right: true, text: ({ claims }) => String(claims) },
];

const route = getRouteApi('/entities');

/** Who and what the claims speak of; which of them may be one; which of them may stand on a sanctions list. */
export function EntitiesView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const which = search.list ?? 'all';
  const set = (change: Partial<typeof search>): void =>
    void navigate({ to: '/entities', search: { ...search, ...change }, replace: true });
  return (
    <>
      <Box px="sm" pt={6}>
        <SegmentedControl
          size="xs"
          aria-label="Which entities"
          value={which}
          onChange={(list) => set({ list: list })}
          data={[
            { value: 'all', label: 'All' },
            { value: 'candidates', label: 'May be one' },
            { value: 'hits', label: 'Sanctions lists' },
          ]}
        />
      </Box>
      {which === 'candidates' ? (
        <Candidates />
      ) : which === 'hits' ? (
        <ListHits />
      ) : (
        <AllEntities search={search} onSearch={set} />
      )}
    </>
  );
}

type Search = z.output<typeof entitiesSearch>;

function AllEntities(props: {
  readonly search: Search;
  readonly onSearch: (change: Partial<Search>) => void;
}) {
  const { search, onSearch } = props;
  const navigate = useNavigate();
  const asked = { type: search.type, search: search.search };
  const list = useList<Entity>('/entities', asked);
  return (
    <DataTable
      what="entities"
      path="/entities"
      asked={asked}
      list={list}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/entities/$id', params: { id } })}
      empty="Nobody and nothing is called so."
    >
      <Choice
        label="Type"
        any="Any type"
        words={TYPES}
        value={search.type}
        onChange={(type) => onSearch({ type })}
      />
      <Typed
        label="Name or number"
        placeholder="Name or number"
        value={search.search}
        onChange={(text) => onSearch({ search: text })}
        width={180}
      />
    </DataTable>
  );
}
