import { Button, Group, Progress, Text } from '@mantine/core';
import { send } from '../api/request.js';
import type { Run } from '../api/types.js';
import { sayFailure } from './toasts.js';
import { figure, plain } from './words.js';

/** In percent; a little where it is not known, so that something is seen. */
const shareDone = (stage: Run['stage']): number => {
  const total = stage?.total ?? 0;
  return stage === null || total === 0 ? 5 : (100 * stage.done) / total;
};

/** A run that is under way, with how far it is and what stops it; nothing where none is. */
export function RunState({ run }: { readonly run: Run | null }) {
  if (run?.state !== 'running') return null;
  const { id, stage } = run;
  const stop = (): void =>
    void send('DELETE', `/runs/${id}`).catch((error: unknown) => sayFailure('The run goes on', error));
  return (
    <Group gap={6} wrap="nowrap" role="status">
      <Text size="xs">
        {stage === null
          ? 'Reading'
          : `Reading: ${plain(stage.stage)} ${figure(stage.done)}${stage.total === null ? '' : ` of ${figure(stage.total)}`}`}
      </Text>
      <Progress w={60} size="sm" aria-label="How far the run is" value={shareDone(stage)} />
      <Button size="compact-xs" variant="default" onClick={stop}>
        Stop
      </Button>
    </Group>
  );
}
