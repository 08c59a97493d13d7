import { Box, Group, SegmentedControl, Text } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { useList } from '../api/list.js';
import type { Conflict, Evidence, Queued } from '../api/types.js';
import { useKeys } from '../app/keys.js';
import { Empty, Failure, Loading } from '../parts/states.js';
import { figure, momentWords } from '../parts/words.js';
import { ClaimPanel } from './claim-panel.js';
import { JudgeBar, ReviewerField } from './judge-bar.js';
import { ReviewList } from './review-list.js';
import classes from './review.module.css';

/** What the address of the review carries: the list, and the claim in view. */
export const reviewSearch = z.object({
  list: z.enum(['queue', 'conflicts']).optional().catch(undefined),
  claim: z.string().optional().catch(undefined),
});

type Row = Queued | Conflict;
const route = getRouteApi('/review');

/** Claims that wait for a judgement, one after the other, with one key for each. */
export function ReviewView() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const which = search.list ?? 'queue';
  const list = useList<Row>(`/${which}`);
  // What is being judged leaves the list at once, and comes back where that fails.
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setJudged(new Set()), [list.rows[0]?.claim.id, list.total, which]);
  const rows = list.rows.filter(({ claim }) => !judged.has(claim.id));
  const found = rows.findIndex(({ claim }) => claim.id === search.claim);
  const at = Math.max(0, found);
  const current = rows[at];
  const show = (row: Evidence | undefined): void =>
    void navigate({ to: '/review', search: { ...search, claim: row?.claim.id }, replace: true });
  const go = (to: number): void => show(rows[Math.max(0, Math.min(rows.length - 1, to))]);
  useKeys({ j: () => go(at + 1), k: () => go(at - 1) });
  const onJudging = (id: string, done: Promise<boolean>): void => {
    const next = rows[at + 1] ?? rows[at - 1];
    setJudged((now) => new Set([...now, id]));
    show(next);
    void done.then((was) => {
      if (!was) setJudged((now) => new Set([...now].filter((each) => each !== id)));
    });
  };
  return (
    <>
      <Group px="sm" py={6} gap="xs">
        <SegmentedControl
          size="xs"
          aria-label="Which claims"
          value={which}
          onChange={(value) => void navigate({ to: '/review', search: { list: value }, replace: true })}
          data={[
            { value: 'queue', label: 'Not judged yet' },
            { value: 'conflicts', label: 'Conflicts' },
          ]}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {list.total === null ? '' : `${figure(list.total)} ${list.total === 1 ? 'claim' : 'claims'}`}
        </Text>
        <Box flex={1} />
        <JudgeBar claim={current?.claim ?? null} onJudging={onJudging} />
        <ReviewerField />
      </Group>
      {list.query.error ? (
        <Failure error={list.query.error} retry={() => void list.query.refetch()} />
      ) : list.total === null ? (
        <Loading what="the queue" />
      ) : current === undefined ? (
        <Empty title={which === 'queue' ? 'Every claim is judged' : 'No two reviewers disagree'}>
          {which === 'queue'
            ? 'New claims come here as sources are read.'
            : 'Where two people judge a claim differently, it comes here.'}
        </Empty>
      ) : (
        <div className={classes['review']}>
          <ReviewList
            rows={rows}
            hasMore={list.hasMore}
            onMore={() => void list.query.fetchNextPage()}
            loading={list.query.isFetchingNextPage}
            current={at}
            onGo={go}
          />
          <div className={classes['panel']} tabIndex={0} role="region" aria-label="The claim">
            <ClaimPanel id={current.claim.id} evidence={current}>
              <Reasons row={current} />
            </ClaimPanel>
          </div>
        </div>
      )}
    </>
  );
}

/** Why the claim stands here. */
function Reasons({ row }: { readonly row: Row }) {
  if ('weight' in row)
    return (
      <Text size="xs" c="dimmed">
        Comes here as it {row.why.join('; ')} (weight {figure(row.weight)})
      </Text>
    );
  return (
    <Box>
      {row.judgements.map(({ id, verdict, by, at, why }) => (
        <Text key={id} size="sm">
          <b>{by}</b> {verdict === 'accept' ? 'accepts' : verdict === 'reject' ? 'rejects' : 'edits'} it,{' '}
          {momentWords(at)} UTC: {why}
        </Text>
      ))}
    </Box>
  );
}
