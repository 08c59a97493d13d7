import { Group, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { AnchorLink } from '../parts/anchor-link.js';
import { SORTS, type Thing } from '../parts/map-things.js';
import { figure } from '../parts/words.js';
import { ClaimQuotes } from './claim-quotes.js';
import classes from './map.module.css';

interface Props {
  readonly things: readonly Thing[];
  readonly current: string | undefined;
  readonly onPick: (key: string | undefined) => void;
}

/** What is on the map, and what has no coordinates to be there; each opens its claims. */
export function MapList({ things, current, onPick }: Props) {
  return (
    <div className={classes['list']} role="region" aria-label="What is on the map" tabIndex={0}>
      {(Object.keys(SORTS) as (keyof typeof SORTS)[]).map((sort) => {
        const own = things.filter((thing) => thing.sort === sort);
        return (
          <section key={sort} aria-label={SORTS[sort]}>
            <Title order={2} size="h3" mt="xs">
              {SORTS[sort]}{' '}
              <Text span size="xs" c="dimmed">
                {figure(own.length)}
              </Text>
            </Title>
            {own.map((thing) => (
              <Item
                key={thing.key}
                thing={thing}
                current={thing.key === current}
                onPick={() => onPick(thing.key === current ? undefined : thing.key)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Item(props: { readonly thing: Thing; readonly current: boolean; readonly onPick: () => void }) {
  const { thing, current, onPick } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { title, more, basis, claims, findings, strike } = thing;
  return (
    <div ref={place} className={classes['thing']} data-current={current || undefined}>
      <button type="button" className="plain" aria-expanded={current} onClick={onPick}>
        <Group gap={6}>
          <Text size="sm" fw={500}>
            {title}
          </Text>
          {basis !== null && (
            <Text size="xs" className="basis" data-basis={basis}>
              {basis}
            </Text>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {more}
        </Text>
      </button>
      {current && (
        <>
          <Group gap="xs" my={4}>
            {strike !== null && (
              <AnchorLink to="/strikes/$id" params={{ id: strike }} size="sm">
                The strike
              </AnchorLink>
            )}
            {findings.map((id, n) => (
              <AnchorLink key={id} to="/findings/$id" params={{ id }} size="sm">
                Finding {findings.length > 1 ? n + 1 : ''}
              </AnchorLink>
            ))}
          </Group>
          <ClaimQuotes ids={claims} />
        </>
      )}
    </div>
  );
}
