import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/request.js';
import { AnchorLink } from './anchor-link.js';

/** What is being waited for, said to those who cannot see it turn. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <Center p="xl" role="status" aria-live="polite">
      <Loader size="sm" mr="sm" />
      <Text c="dimmed">Loading {what} …</Text>
    </Center>
  );
}

/** Nothing there, and what would put something there. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Center p="xl">
      <Stack gap={4} align="center" maw={480}>
        <Text fw={600}>{title}</Text>
        <Text c="dimmed" ta="center" component="div">
          {children}
        </Text>
      </Stack>
    </Center>
  );
}

/** What failed, where, and what to do about it, by the server's own table of errors. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <Alert
      color="red"
      variant="light"
      m="md"
      title={`${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}`}
      role="alert"
    >
      {problem?.where ? <Text ff="monospace">{problem.where}</Text> : null}
      <Text>{problem?.remedy}</Text>
      {retry !== undefined && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}

export function NotFound() {
  return (
    <Stack p="xl" gap="xs">
      <Title order={1}>No such page</Title>
      <Text>
        The address leads to nothing in this case. <AnchorLink to="/">Back to the overview</AnchorLink>
      </Text>
    </Stack>
  );
}
