import { Button, Group, RangeSlider, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { request } from '../api/request.js';
import type { CaseSummary } from '../api/types.js';
import type { Time } from '../app/time.js';

/** The views that keep to a stretch of time, and how each does. */
const TIMED: Readonly<Record<string, string>> = {
  '/findings': 'as known by the last day',
  '/claims': 'stated or about then',
  '/map': 'within these days',
  '/timeline': 'within these days',
  '/strikes': 'as known by the last day',
};

/** One slider for every view with a time: what it is set to stands in the address, and goes along from view to view. */
export function TimeBar() {
  const { path, from, until } = useRouterState({
    select: ({ location }) => ({ path: location.pathname, ...(location.search as Time) }),
    structuralSharing: true,
  });
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['case'],
    queryFn: ({ signal }) => request<CaseSummary>('/case', {}, { signal }),
  });
  const months = useMemo(() => monthsOf(data?.period ?? null), [data?.period]);
  const last = months.length - 1;
  const chosen: [number, number] = [
    from === undefined
      ? 0
      : Math.max(
          0,
          months.findIndex((month) => month >= from.slice(0, 7)),
        ),
    until === undefined
      ? last
      : last -
        Math.max(
          0,
          [...months].reverse().findIndex((month) => month <= until.slice(0, 7)),
        ),
  ];
  const [value, setValue] = useState(chosen);
  useEffect(() => setValue(chosen), [from, until, last]);
  const meaning = TIMED[path];
  if (meaning === undefined || data === undefined || last < 1) return null;
  const set = ([a, b]: readonly [number, number]): void =>
    void navigate({
      to: '.',
      search: (now) => ({
        ...now,
        from: a === 0 ? undefined : `${months[a] ?? ''}-01`,
        until: b === last ? undefined : lastDay(months[b] ?? ''),
      }),
      replace: true,
    });
  const all = from === undefined && until === undefined;
  return (
    <Group px="sm" py={4} gap="sm" wrap="nowrap" role="group" aria-label="Time" className="time">
      <Text size="xs" w={150} style={{ flexShrink: 0 }}>
        {all ? 'All time' : `${months[value[0]] ?? ''} to ${months[value[1]] ?? ''}`}
      </Text>
      <RangeSlider
        flex={1}
        size="xs"
        thumbSize={14}
        min={0}
        max={last}
        minRange={0}
        value={value}
        onChange={setValue}
        onChangeEnd={set}
        label={(at) => months[at]}
        thumbFromLabel="First month"
        thumbToLabel="Last month"
      />
      <Text size="xs" c="dimmed" visibleFrom="md" style={{ flexShrink: 0 }}>
        {meaning}
      </Text>
      <Button size="compact-xs" variant="default" disabled={all} onClick={() => set([0, last])}>
        All time
      </Button>
    </Group>
  );
}

/** Every month from the beginning of the case's period, or of what has been told for ten years, to this one. */
function monthsOf(period: string | null): readonly string[] {
  const now = new Date().toISOString().slice(0, 7);
  const begin = /^\d{4}(-\d\d)?/.exec(period ?? '')?.[0] ?? String(Number(now.slice(0, 4)) - 10);
  const end = [now, (period?.split('/')[1] ?? '').slice(0, 7)].sort().at(-1) ?? now;
  const months: string[] = [];
  let [year, month] = [Number(begin.slice(0, 4)), Number(begin.slice(5, 7) || '1')];
  for (;;) {
    const each = `${year}-${String(month).padStart(2, '0')}`;
    if (each > end) return months;
    months.push(each);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
