import { Group, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Evidence } from '../api/types.js';
import { amountOfGoodsWords, claimantWords, partiesWords } from '../parts/claim-words.js';
import { KINDS } from '../parts/vocabulary.js';
import { capital } from '../parts/words.js';
import classes from './review.module.css';

const ROW = 66;

interface Props {
  readonly rows: readonly Evidence[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly loading: boolean;
  readonly current: number;
  readonly onGo: (to: number) => void;
}

/** The claims of a queue of any length, of which those in sight are drawn. */
export function ReviewList({ rows, hasMore, onMore, loading, current, onGo }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const inSight = virtual.getVirtualItems();
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - 40) onMore();
  }, [last, rows.length, hasMore, loading, onMore]);
  useEffect(() => virtual.scrollToIndex(current), [current, virtual]);
  const onKey = (event: KeyboardEvent): void => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onGo(to);
  };
  return (
    <div
      ref={scroller}
      className={classes['list']}
      role="listbox"
      aria-label="Claims"
      aria-activedescendant={`queued-${rows[current]?.claim.id ?? ''}`}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {inSight.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { claim, document } = row;
          return (
            <div
              key={claim.id}
              id={`queued-${claim.id}`}
              role="option"
              aria-selected={index === current}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={classes['row']}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              onClick={() => onGo(index)}
            >
              <div>
                <b>{capital(KINDS[claim.kind])}</b> {amountOfGoodsWords(claim)}
              </div>
              <div>{partiesWords(claim)}</div>
              <Group gap={4} wrap="nowrap">
                <Text size="xs" c="dimmed" truncate>
                  {[claimantWords(claim), document.publisher, document.published].filter(Boolean).join(' · ')}
                </Text>
              </Group>
            </div>
          );
        })}
      </div>
    </div>
  );
}
