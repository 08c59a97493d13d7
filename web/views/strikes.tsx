import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useList } from '../api/list.js';
import type { StrikeCase } from '../api/types.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { partyWords } from '../parts/party.js';
import { StrikeStatus } from '../parts/strike-status.js';
import { ITEMS } from '../parts/vocabulary.js';
import { plain, rangeWords } from '../parts/words.js';

const COLUMNS: readonly Column<StrikeCase>[] = [
  { id: 'date', title: 'Day', width: '110px', text: ({ date }) => date },
  { id: 'place', title: 'Place', width: 'minmax(140px, 1fr)', text: ({ place }) => place ?? 'not said' },
  {
    id: 'target',
    title: 'State hit',
    width: 'minmax(90px, 0.6fr)',
    text: ({ target }) => (target === null ? '' : partyWords(target)),
  },
  {
    id: 'status',
    title: 'Status',
    width: '150px',
    text: ({ status }) => plain(status),
    cell: ({ status }) => <StrikeStatus status={status} />,
  },
  {
    id: 'weapons',
    title: 'Weapons',
    width: 'minmax(160px, 1.6fr)',
    text: ({ weapons }) =>
      weapons
        .map(({ item, model, wordings }) => model ?? (item === null ? wordings[0] : ITEMS[item]))
        .join(', '),
  },
  {
    id: 'make',
    title: 'Said to be of',
    width: 'minmax(110px, 0.8fr)',
    text: ({ weapons }) => [...new Set(weapons.flatMap(({ make }) => make))].map(partyWords).join(', '),
  },
  {
    id: 'casualties',
    title: 'Casualties',
    width: 'minmax(110px, 1fr)',
    text: ({ casualties }) =>
      casualties.map((each) => `${rangeWords(each)} ${each.outcome ?? ''}`.trim()).join(', '),
  },
  { id: 'claims', title: 'Claims', width: '56px', right: true, text: ({ claims }) => String(claims.length) },
];

const route = getRouteApi('/strikes');

/** Every strike of which a day is told, with how far it is established. */
export function StrikesView() {
  const { until } = route.useSearch();
  const navigate = useNavigate();
  const asked = { as_of: until };
  const list = useList<StrikeCase>('/strikes', asked);
  return (
    <DataTable
      what="strikes"
      path="/strikes"
      asked={asked}
      list={list}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/strikes/$id', params: { id } })}
      empty="No claim tells of a strike and its day."
    />
  );
}
