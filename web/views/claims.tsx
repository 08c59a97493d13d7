import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { Evidence } from '../api/types.js';
import { periodOf } from '../app/time.js';
import { Choice } from '../parts/choice.js';
import { claimantWords, goodsWords, partiesWords, quantityWords } from '../parts/claim-words.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { PartySelect } from '../parts/party-select.js';
import { Typed } from '../parts/typed.js';
import { ITEMS, KINDS, MODALITIES, POLARITIES } from '../parts/vocabulary.js';
import { BulkJudge } from './bulk-judge.js';

const oneOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  z
    .enum(Object.keys(words) as [T, ...T[]])
    .optional()
    .catch(undefined);
const words = z.string().optional().catch(undefined);
const JUDGED = {
  none: 'not judged',
  accepted: 'accepted',
  edited: 'edited',
  rejected: 'rejected',
} as const;

/** What the address of the list carries: the filters of the API, name by name. */
export const claimsSearch = z.object({
  kind: oneOf(KINDS),
  item: oneOf(ITEMS),
  modality: oneOf(MODALITIES),
  polarity: oneOf(POLARITIES),
  judged: oneOf(JUDGED),
  text: words,
  party: words,
  claimant: words,
  publisher: words,
  document: words,
  finding: words,
});

const COLUMNS: readonly Column<Evidence>[] = [
  { id: 'kind', title: 'Kind', width: '84px', text: ({ claim }) => KINDS[claim.kind] },
  {
    id: 'quantity',
    title: 'How many',
    width: 'minmax(100px, 1.2fr)',
    text: ({ claim }) => quantityWords(claim),
  },
  { id: 'goods', title: 'What', width: 'minmax(80px, 1fr)', text: ({ claim }) => goodsWords(claim) },
  {
    id: 'parties',
    title: 'From, to',
    width: 'minmax(110px, 1.1fr)',
    text: ({ claim }) => partiesWords(claim),
  },
  { id: 'when', title: 'When', width: '96px', text: ({ claim }) => claim.when.edtf ?? '' },
  { id: 'polarity', title: 'Polarity', width: '64px', text: ({ claim }) => POLARITIES[claim.polarity] },
  { id: 'modality', title: 'Modality', width: '72px', text: ({ claim }) => MODALITIES[claim.modality] },
  {
    id: 'claimant',
    title: 'Claimant',
    width: 'minmax(84px, 1fr)',
    text: ({ claim }) => claimantWords(claim),
  },
  {
    id: 'publisher',
    title: 'Publisher',
    width: 'minmax(74px, 1fr)',
    text: ({ document }) => document.publisher ?? '',
  },
  { id: 'published', title: 'Published', width: '80px', text: ({ document }) => document.published ?? '' },
  {
    id: 'quote',
    title: 'Words',
    width: 'minmax(100px, 2fr)',
    text: ({ quote }) => quote.replace(/\s+/g, ' '),
  },
];

const route = getRouteApi('/claims');

/** Every claim, by any of its parts; what is filtered can be judged all at once. */
export function ClaimsView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { from, until, ...filters } = search;
  const asked = { ...filters, period: periodOf({ from, until }) };
  const list = useList<Evidence>('/claims', asked);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ to: '/claims', search: { ...search, ...change }, replace: true });
  return (
    <DataTable
      what="claims"
      path="/claims"
      asked={asked}
      list={list}
      columns={COLUMNS}
      rowKey={({ claim }) => claim.id}
      onOpen={({ claim }) => void navigate({ to: '/claims/$id', params: { id: claim.id } })}
      empty="No claim is like that. Take a filter away."
      actions={<BulkJudge rule={asked} count={list.total} />}
    >
      <Typed
        label="Words"
        placeholder="Words"
        value={search.text}
        onChange={(text) => set({ text })}
        width={110}
      />
      <Choice
        label="Kind"
        any="Any kind"
        words={KINDS}
        value={search.kind}
        onChange={(kind) => set({ kind })}
        width={110}
      />
      <Choice
        label="Goods"
        any="Any goods"
        words={ITEMS}
        value={search.item}
        onChange={(item) => set({ item })}
      />
      <PartySelect value={search.party} onChange={(party) => set({ party })} />
      <Choice
        label="Modality"
        any="Any modality"
        words={MODALITIES}
        value={search.modality}
        onChange={(modality) => set({ modality })}
        width={120}
      />
      <Choice
        label="Polarity"
        any="Any polarity"
        words={POLARITIES}
        value={search.polarity}
        onChange={(polarity) => set({ polarity })}
        width={110}
      />
      <Choice
        label="Judgement"
        any="Judged or not"
        words={JUDGED}
        value={search.judged}
        onChange={(judged) => set({ judged })}
        width={120}
      />
      <Typed
        label="Claimant"
        placeholder="Claimant"
        value={search.claimant}
        onChange={(claimant) => set({ claimant })}
        width={110}
      />
      <Typed
        label="Publisher"
        placeholder="Publisher"
        value={search.publisher}
        onChange={(publisher) => set({ publisher })}
        width={110}
      />
    </DataTable>
  );
}
