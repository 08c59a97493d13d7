import { Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { DocumentSummary } from '../api/types.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { Typed } from '../parts/typed.js';
import { figure } from '../parts/words.js';

const SORTS = ['published', '-published', 'title', 'publisher'] as const;

/** What the address of the list carries. */
export const sourcesSearch = z.object({
  sort: z.enum(SORTS).optional().catch(undefined),
  publisher: z.string().optional().catch(undefined),
});

const COLUMNS: readonly Column<DocumentSummary>[] = [
  {
    id: 'published',
    title: 'Published',
    width: '96px',
    text: ({ published }) => published?.edtf ?? '',
    sort: { up: 'published', down: '-published' },
  },
  {
    id: 'publisher',
    title: 'Publisher',
    width: 'minmax(120px, 1fr)',
    text: ({ publisher }) => publisher ?? '',
    sort: { up: 'publisher' },
  },
  {
    id: 'title',
    title: 'Title',
    width: 'minmax(240px, 3fr)',
    text: ({ title }) => title ?? '',
    sort: { up: 'title' },
  },
  { id: 'language', title: 'Language', width: '70px', text: ({ language }) => language ?? '' },
  {
    id: 'characters',
    title: 'Characters',
    width: '80px',
    right: true,
    text: ({ characters }) => figure(characters),
  },
  { id: 'reader', title: 'Reader', width: '80px', text: ({ reader }) => reader },
  {
    id: 'source',
    title: 'SHA-256',
    width: '110px',
    text: ({ source }) => source,
    cell: ({ source }) => <code>{source.slice(0, 12)}</code>,
  },
];

const route = getRouteApi('/sources');

/** Every document of the case. */
export function SourcesView() {
  const search = route.useSearch();
  const { sort, publisher } = search;
  const navigate = useNavigate();
  const asked = { sort, publisher };
  const list = useList<DocumentSummary>('/documents', asked);
  return (
    <DataTable
      what="documents"
      path="/documents"
      asked={asked}
      list={list}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/sources/$id', params: { id } })}
      sort={sort ?? 'published'}
      onSort={(next) =>
        void navigate({
          to: '/sources',
          search: { ...search, sort: next as (typeof SORTS)[number] },
          replace: true,
        })
      }
      empty={
        <Text>
          Add some with <code>tallyman add FILE…</code>
        </Text>
      }
    >
      <Typed
        label="Publisher"
        placeholder="Publisher, in full"
        value={publisher}
        onChange={(next) =>
          void navigate({ to: '/sources', search: { ...search, publisher: next }, replace: true })
        }
        width={180}
      />
    </DataTable>
  );
}
