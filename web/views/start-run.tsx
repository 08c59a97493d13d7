import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { send } from '../api/request.js';
import type { Run } from '../api/types.js';
import { say, sayFailure } from '../parts/toasts.js';

/** Obtains addresses and reads whatever has not been read; how far it is stands in the head of the desk. */
export function StartRun() {
  const [addresses, setAddresses] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await send<Run>('POST', '/runs', { add: addresses.split(/\s+/).filter(Boolean) });
      setAddresses('');
      say('The run has begun');
    } catch (error) {
      sayFailure('No run was begun', error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        label="Addresses, one a line"
        placeholder="https://…"
        value={addresses}
        onChange={({ currentTarget }) => setAddresses(currentTarget.value)}
      />
      <Group gap="xs" mt={6}>
        <Button type="submit" size="compact-sm" variant="default" loading={busy}>
          {addresses.trim() === '' ? 'Read what is unread' : 'Obtain and read'}
        </Button>
        <Text size="xs" c="dimmed">
          Files are added by <code>tallyman add</code>.
        </Text>
      </Group>
    </form>
  );
}
