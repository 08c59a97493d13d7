import { Box, SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { Duplicate, Question, Reject, Telling } from '../api/types.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { plain } from '../parts/words.js';

const LISTS = ['questions', 'rejects', 'echoes', 'duplicates'] as const;

/** What the address of the checks carries. */
export const checksSearch = z.object({ list: z.enum(LISTS).optional().catch(undefined) });

const QUESTIONS: readonly Column<Question>[] = [
  { id: 'rule', title: 'Rule', width: '130px', text: ({ rule }) => plain(rule) },
  { id: 'why', title: 'What is odd', width: 'minmax(280px, 4fr)', text: ({ why }) => why },
  { id: 'claims', title: 'Claims', width: '60px', right: true, text: ({ claims }) => String(claims.length) },
  { id: 'finding', title: 'Finding', width: '180px', text: ({ finding }) => finding },
];
const REJECTS: readonly Column<Reject>[] = [
  { id: 'stage', title: 'Stage', width: '100px', text: ({ stage }) => plain(stage) },
  { id: 'where', title: 'Where', width: 'minmax(180px, 2fr)', text: ({ where }) => where },
  { id: 'reason', title: 'Reason', width: 'minmax(200px, 2fr)', text: ({ reason }) => reason },
  { id: 'remedy', title: 'What can be done', width: 'minmax(200px, 2fr)', text: ({ remedy }) => remedy },
];
const ECHOES: readonly Column<Telling>[] = [
  {
    id: 'chain',
    title: 'Told by',
    width: 'minmax(240px, 3fr)',
    text: ({ depth, chain }) => `${'↳ '.repeat(depth)}${chain}`,
  },
  { id: 'figure', title: 'Figure', width: 'minmax(120px, 1fr)', text: ({ figure }) => figure ?? '' },
  { id: 'stated', title: 'Stated', width: '90px', text: ({ stated }) => stated ?? '' },
  { id: 'published', title: 'Published', width: '90px', text: ({ published }) => published ?? '' },
  {
    id: 'drift',
    title: 'What changed in the telling',
    width: 'minmax(140px, 1.4fr)',
    text: ({ drift_here }) => drift_here.map(plain).join(', '),
  },
];
const DUPLICATES: readonly Column<Duplicate>[] = [
  {
    id: 'document',
    title: 'Document',
    width: 'minmax(200px, 2fr)',
    text: ({ document: { publisher, title } }) => [publisher, title].filter(Boolean).join(': '),
  },
  { id: 'published', title: 'Published', width: '90px', text: ({ document }) => document.published ?? '' },
  {
    id: 'repeats',
    title: 'Repeats',
    width: 'minmax(200px, 2fr)',
    text: ({ repeats: { publisher, title } }) => [publisher, title].filter(Boolean).join(': '),
  },
  {
    id: 'overlap',
    title: 'Shared',
    width: '64px',
    right: true,
    text: ({ overlap }) => `${Math.round(overlap * 100)} %`,
  },
  {
    id: 'passages',
    title: 'Passages',
    width: '70px',
    right: true,
    text: ({ passages }) => String(passages.length),
  },
];

const route = getRouteApi('/checks');

/** What deserves a second look: odd figures, what could not be read, who repeats whom. */
export function ChecksView() {
  const { list = 'questions' } = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <Box px="sm" pt={6}>
        <SegmentedControl
          size="xs"
          aria-label="Which list"
          value={list}
          onChange={(next) => void navigate({ to: '/checks', search: { list: next }, replace: true })}
          data={[
            { value: 'questions', label: 'Questions' },
            { value: 'rejects', label: 'Not read' },
            { value: 'echoes', label: 'Echoes' },
            { value: 'duplicates', label: 'Near copies' },
          ]}
        />
      </Box>
      {list === 'questions' && (
        <Checked
          what="questions"
          path="/questions"
          columns={QUESTIONS}
          rowKey={({ finding, rule, claims }) => `${finding} ${rule} ${claims.join(' ')}`}
          onOpen={({ finding }) => void navigate({ to: '/findings/$id', params: { id: finding } })}
          empty="No figure, date or voyage looks odd."
        />
      )}
      {list === 'rejects' && (
        <Checked
          what="rejects"
          path="/rejects"
          columns={REJECTS}
          rowKey={(reject: Reject) => JSON.stringify(reject)}
          empty="Everything could be read."
        />
      )}
      {list === 'echoes' && (
        <Checked
          what="tellings"
          path="/echoes"
          columns={ECHOES}
          rowKey={({ tree, claim }) => `${tree} ${claim}`}
          onOpen={({ doc, claim }) =>
            void navigate({ to: '/sources/$id', params: { id: doc }, search: { claim } })
          }
          empty="No statement is told twice."
        />
      )}
      {list === 'duplicates' && (
        <Checked
          what="near copies"
          path="/duplicates"
          columns={DUPLICATES}
          rowKey={({ document, repeats }) => `${document.id} ${repeats.id}`}
          onOpen={({ document, passages: [first] }) =>
            void navigate({
              to: '/sources/$id',
              params: { id: document.id },
              search: { span: first?.document.span.join('-') },
            })
          }
          empty="No document nearly repeats another."
        />
      )}
    </>
  );
}

function Checked<T extends object>(props: {
  readonly what: string;
  readonly path: string;
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  readonly empty: string;
}) {
  const list = useList<T>(props.path);
  return <DataTable {...props} asked={{}} list={list} />;
}
