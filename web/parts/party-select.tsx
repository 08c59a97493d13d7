import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Page } from '../api/list.js';
import { request } from '../api/request.js';
import type { Entity } from '../api/types.js';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (party: string | undefined) => void;
}

/** Picks a state that the claims speak of. */
export function PartySelect({ value, onChange }: Props) {
  const { data } = useQuery({
    queryKey: ['states'],
    queryFn: ({ signal }) => request<Page<Entity>>('/entities', { type: 'state', limit: 1000 }, { signal }),
    staleTime: 300_000,
  });
  const states = data?.items.map(({ key, name }) => ({ value: key, label: name })) ?? [];
  const known = value === undefined || states.some((state) => state.value === value);
  return (
    <Select
      size="xs"
      w={150}
      aria-label="Party"
      placeholder="Any party"
      searchable
      clearable
      data={known ? states : [...states, { value, label: value }]}
      value={value ?? null}
      onChange={(party) => onChange(party ?? undefined)}
    />
  );
}
