import { Box, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { claimQuery } from '../api/judging.js';
import { claimLine } from '../parts/claim-words.js';
import { capital } from '../parts/words.js';
import { ClaimPanel } from './claim-panel.js';
import { JudgeBar, ReviewerField } from './judge-bar.js';

const route = getRouteApi('/claims/$id');

/** One claim on a page of its own. */
export function ClaimView() {
  const { id } = route.useParams();
  const { data } = useQuery(claimQuery(id));
  return (
    <Box p="md" maw={900} w="100%">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={1}>{data === undefined ? 'Claim' : capital(claimLine(data.claim))}</Title>
        <Group gap="xs">
          <JudgeBar claim={data?.claim ?? null} />
          <ReviewerField />
        </Group>
      </Group>
      <ClaimPanel id={id} />
    </Box>
  );
}
