import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { claimQuery } from '../api/judging.js';
import type { Evidence } from '../api/types.js';
import { ClaimFields } from '../parts/claim-fields.js';
import { Passage } from '../parts/passage.js';
import { Failure, Loading } from '../parts/states.js';
import { ClaimContext } from './claim-context.js';
import { ClaimExplanation } from './claim-explanation.js';

interface Props {
  readonly id: string;
  /** What is known of it already, so that its words are there at once. */
  readonly evidence?: Evidence;
  /** Stands between the words and where they stand. */
  readonly children?: ReactNode;
}

/** A claim with its sentence in its paragraph, what it says, where it stands, and how it was read. */
export function ClaimPanel({ id, evidence, children }: Props) {
  const { data, error, refetch } = useQuery(claimQuery(id));
  const shown = data ?? evidence;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (shown === undefined) return <Loading what="the claim" />;
  return (
    <Stack gap="sm">
      <Passage evidence={shown} />
      {children}
      <ClaimFields claim={shown.claim} />
      {data === undefined ? (
        <Text size="sm" c="dimmed" role="status">
          Looking up where it stands …
        </Text>
      ) : (
        <ClaimContext detail={data} />
      )}
      <ClaimExplanation key={id} claim={shown.claim} />
    </Stack>
  );
}
